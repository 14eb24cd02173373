import type { Dependencies } from '../ports/dependencies.ts'
import type { LocalIssuer } from './issuer.ts'

export type Settings = {
  readonly folder: string
  readonly port: number
  /** Address of a DynamoDB that is already running; else one is started. */
  readonly endpoint?: string | undefined
  /** The moment the clock is set to; else it shows the time. */
  readonly clock?: string | undefined
}

export type Running = {
  readonly url: string
  readonly engine: string
  readonly endpoint: string
  readonly tableName: string
  readonly issuer: LocalIssuer
  readonly deps: Dependencies
  readonly stop: () => Promise<void>
}
