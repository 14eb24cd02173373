import type * as z from 'zod'
import type { LoggedEventView } from '../../shared/api/views/change-log.ts'
import { labelOfEvent, labelOfKind } from '../../shared/domain/aggregates/event-names.ts'
import type { ContractId } from '../../shared/domain/ids.ts'
import { labelOfRole } from '../../shared/domain/people.ts'
import { dayInJapan, instant, isPlainDate, type PlainDate } from '../../shared/domain/plain-date.ts'
import { shortNumberOf } from '../../shared/domain/short-number.ts'
import type { Words } from '../../shared/domain/words.ts'
import type { LedgerEvent } from '../ports/ledger.ts'
import type { NamesBySub } from '../ports/people.ts'
import { systemName } from './person-shown.ts'
import { writerShown } from './written.ts'

export type Shown = z.input<typeof LoggedEventView>

type Said = Readonly<Record<string, unknown>>

/** Where events say the day they speak of, the first that they say counting. */
const effectiveFields = [
  'effectiveOn',
  'offeredFrom',
  'lastDay',
  'on',
  'signedOn',
  'verifiedOn',
  'readOn',
  'occurredOn',
  'since',
  'statedAt',
  'toldAt',
  'startedAt',
  'from',
]
/** Parts of events that may say it in their place. */
const effectiveParts = ['period', 'registration', 'evidence']

const dayOf = (value: unknown): PlainDate | null => {
  if (typeof value !== 'string') return null
  if (isPlainDate(value)) return value
  return /^\d{4}-\d\d-\d\dT.*Z$/.test(value) ? dayInJapan(instant(value)) : null
}

/** The day an event speaks of; null where it speaks of none but that of its record. */
export const effectiveOn = (event: LedgerEvent['event']): PlainDate | null => {
  const said = event as unknown as Said
  const days = [said, ...effectiveParts.map((part) => (said[part] ?? {}) as Said)].flatMap((one) =>
    effectiveFields.map((name) => dayOf(one[name])),
  )
  return days.find((day) => day !== null) ?? null
}

const nameOf = (event: LedgerEvent['event']): string | null =>
  'name' in event && typeof event.name === 'string' ? event.name : null

/** Name of what happened. An event of a kind has a name: one without does not compile. */
export const eventName = ({ kind, event }: Pick<LedgerEvent, 'kind' | 'event'>): string =>
  (labelOfEvent[kind] as Readonly<Record<string, Words>>)[event.type]?.ja ?? event.type

/** An event as a change log shows it, with its ledger before it. */
export const loggedView = (logged: LedgerEvent, before: readonly LedgerEvent[] | null, names: NamesBySub): Shown => {
  const { kind, stream, seq, at, actor, event } = logged
  return {
    at,
    effectiveOn: effectiveOn(event),
    by: writerShown(actor, names),
    roleName: actor.role === 'system' ? systemName : labelOfRole[actor.role].ja,
    object: {
      kind,
      kindName: labelOfKind[kind].ja,
      id: stream,
      shortNumber: kind === 'contract' ? shortNumberOf(stream as ContractId) : null,
      name:
        kind === 'member'
          ? (names.get(stream)?.name ?? null)
          : ([...(before ?? []), logged].map((one) => nameOf(one.event)).findLast((name) => name !== null) ?? null),
    },
    seq,
    event: event.type,
    eventName: eventName(logged),
  }
}
