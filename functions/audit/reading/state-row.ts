import type { AggregateKind, StateOf } from '../shapes/aggregates.ts'
import type { KeptContract } from '../shapes/contract.ts'
import type { Row } from './rows.ts'

export type Lying = { readonly where: string; readonly row: Row }

/** The row an aggregate's state is read from, contracts apart. */
export type StateRow = Lying & {
  readonly kind: Exclude<AggregateKind, 'contract'>
  readonly id: string
  readonly state: Exclude<StateOf<AggregateKind>, KeptContract>
}
