import { type AggregateKind, type EventOf, type StateOf, evolvers } from '../../shared/domain/aggregates/aggregates.ts'
import {
  contractIdIn,
  type ConcernId,
  type DiscontinuanceId,
  type EntityId,
  type ExceptionId,
  type RedisclosureId,
  type RegistrationBodyId,
  type ResellerId,
  type ServiceId,
  type SubmissionId,
} from '../../shared/domain/ids.ts'
import { instant, later, plainDate, type Instant } from '../../shared/domain/plain-date.ts'
import type { Breach, Refusal } from '../../shared/domain/refusal.ts'
import type { Result } from '../../shared/domain/result.ts'

const suffix = (n: number): string => `01k6d2q${String(n).padStart(19, '0')}`

export const entityId: EntityId = `ent_${suffix(1)}`
export const resellerId: ResellerId = `rsl_${suffix(2)}`
export const otherResellerId: ResellerId = `rsl_${suffix(3)}`
export const serviceId: ServiceId = `svc_${suffix(4)}`
export const otherServiceId: ServiceId = `svc_${suffix(5)}`
export const discontinuanceId: DiscontinuanceId = `dsc_${suffix(6)}`
export const laterDiscontinuanceId: DiscontinuanceId = `dsc_${suffix(7)}`
export const registrationBodyId: RegistrationBodyId = `rbd_${suffix(8)}`
export const exceptionId: ExceptionId = `exc_${suffix(9)}`
export const redisclosureId: RedisclosureId = `rdc_${suffix(10)}`
export const concernId: ConcernId = `cnc_${suffix(11)}`
export const submissionTo = (n: number): SubmissionId => `sbm_${suffix(100 + n)}`
export const contractOf = (n: number) => contractIdIn(resellerId, suffix(1_000 + n))

export const sha256 = (digit: string): string => digit.repeat(64)
export const day = plainDate

/** The first moment of every story: 2026-10-01, nine in the morning in Japan. */
export const start: Instant = instant('2026-10-01T00:00:00.000Z')
export const today = day('2026-10-01')
export const minutes = (n: number): number => n * 60 * 1000
export const after = (ms: number, at: Instant = start): Instant => later(at, ms)

const frozen = <Value>(value: Value): Value => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}

/** What stands after some events, one a minute. Nothing may be changed on the way: whatever comes in is frozen. */
export const folded = <Kind extends AggregateKind>(
  kind: Kind,
  events: readonly EventOf<Kind>[],
  from: StateOf<Kind> = { stage: 'none' },
): StateOf<Kind> =>
  events.reduce((state, event, n) => evolvers[kind](frozen(state), frozen(event), after(minutes(n))), from)

/** The same, where it must be something by then. */
export const kept = <State extends { readonly stage: string }>(state: State): Exclude<State, { stage: 'none' }> => {
  if (state.stage === 'none') throw new Error('nothing is kept')
  return state as Exclude<State, { stage: 'none' }>
}

/** What a decision came to: the types of its events, or the kind of its refusal. */
export const outcome = (decision: Result<readonly { readonly type: string }[], Refusal>): string =>
  decision.ok ? decision.value.map(({ type }) => type).join(' ') : decision.refusal.kind

export const refusalOf = (decision: Result<unknown, Refusal>): Refusal | undefined =>
  decision.ok ? undefined : decision.refusal

export const breach: Breach = {
  edition: '1.2',
  clause: '第2章1.(7)エ',
  rule: 'initial-fee-within-cap',
  where: 'terms.initialFeeParts',
  why: { ja: '上限を超えています。', en: 'It is above the cap.' },
}

/** A table as it is read: a row for each stage, a column for each command, and what the command comes to in the cell. */
export const cellsOf = (
  table: string,
): readonly { readonly row: string; readonly column: string; readonly cell: string }[] => {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return rows.flatMap(([row = '', ...cells]) => {
    if (cells.length !== head.length) throw new Error(`${row} has ${cells.length} cells, not ${head.length}`)
    return head.map((column, n) => ({ row, column, cell: cells[n] ?? '' }))
  })
}
