import type { Tally } from './drill.ts'
import type { HandoverCode, HandoverStage } from './handover.ts'
import type { PlainDate } from '../plain-date.ts'
import type { partsOf } from './readiness.ts'

/** Findings of a drill, beside the reseller's ledger: its counts, its times, and where their pace is from. */
export type DrillPaper = {
  readonly tally: Tally
  readonly pages: number
  /** Milliseconds that reading and deciding took. */
  readonly readMs: number
  readonly on: PlainDate
  readonly handover: Readonly<Record<HandoverCode, HandoverStage>>
  readonly steps: number
  /** Contracts a minute that the last takeover was measured to write; null where there was none. */
  readonly perMinute: number | null
  readonly takeoverSeconds: number
  readonly parts: ReturnType<typeof partsOf>
  readonly scoreTenths: number
}
