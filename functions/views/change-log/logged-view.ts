import type * as z from 'zod'
import type { LoggedEventView } from '../../../shared/api/views/change-log.ts'
import { labelOfEvent, labelOfKind } from '../../../shared/domain/aggregates/event-names.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import { labelOfRole } from '../../../shared/domain/people.ts'
import { dayInJapan, instant, isPlainDate, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { shortNumberOf } from '../../../shared/domain/short-number.ts'
import type { Words } from '../../../shared/domain/words.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import type { NamesBySub } from '../../ports/people.ts'
import { systemName } from '../person-shown.ts'
import { writerShown } from '../written.ts'
import { aboutEvents } from './about-events.ts'
import type { Change } from './changes.ts'
import type { Named, Said } from './fields.ts'
import type { AboutEvent } from './why.ts'

export type Shown = z.input<typeof LoggedEventView>

/** When and why, of an event. */
export const aboutOf = ({ kind, event }: Pick<LedgerEvent, 'kind' | 'event'>): AboutEvent<LedgerEvent['event']> => {
  const about = (aboutEvents[kind] as unknown as Readonly<Record<string, AboutEvent<LedgerEvent['event']>>>)[event.type]
  if (!about) throw new Error(`nothing is said about ${kind} ${event.type}`)
  return about
}

/** The day from which an event holds; null where it holds from the moment of its record. */
export const effectiveOn = (event: Pick<LedgerEvent, 'kind' | 'event'>): PlainDate | null => {
  const said = aboutOf(event).on?.(event.event) ?? null
  return said === null || isPlainDate(said) ? said : dayInJapan(instant(said))
}

/** Name that an event says its object has. */
export const nameSaidIn = ({ event }: Pick<LedgerEvent, 'event'>): string | null =>
  'name' in event && typeof event.name === 'string' ? event.name : null

/** Name of what happened. An event of a kind has a name: one without does not compile. */
export const eventName = ({ kind, event }: Pick<LedgerEvent, 'kind' | 'event'>): string =>
  (labelOfEvent[kind] as Readonly<Record<string, Words>>)[event.type]?.ja ?? event.type

/** Names that changes are shown with: of people, and of organizations and services that whoever reads may know. */
export type Names = {
  readonly people: NamesBySub
  readonly things: ReadonlyMap<string, string>
}

/** Words for what has a name that whoever reads may not know, or nobody does. */
const unnamed: Readonly<Record<Named['what'], string>> = {
  person: '（氏名は表示できません）',
  party: 'ほかの組織',
  service: '（ほかのサービス）',
}

const inWords = (said: Said, { people, things }: Names): string => {
  if (typeof said === 'string') return said
  if (said.id === 'ipa') return labelOfRole.ipa.ja
  return (said.what === 'person' ? people.get(said.id)?.name : things.get(said.id)) ?? unnamed[said.what]
}

const allInWords = (says: readonly Said[] | null, names: Names): string | null =>
  says && says.map((one) => inWords(one, names)).join('、')

const changeShown = ({ field, label, before, after }: Change, names: Names): Shown['changes'][number] => ({
  field,
  label: label.ja,
  labelEn: label.en,
  before: allInWords(before, names),
  after: allInWords(after, names),
})

/** Names that changes ask for. */
export const namedIn = (changes: readonly Change[]): readonly Named[] =>
  changes.flatMap(({ before, after }) => [...(before ?? []), ...(after ?? [])]).filter((one) => typeof one !== 'string')

/** What an event is shown with, beside what it says itself: as much as whoever reads may see. */
export type Beside = {
  readonly name: string | null
  readonly details: Shown['details']
  readonly changes: readonly Change[]
  readonly why: string | null
}

/** An event as a change log shows it. */
export const loggedView = (logged: LedgerEvent, beside: Beside, names: Names): Shown => {
  const { kind, stream, seq, at, actor, event } = logged
  return {
    at,
    effectiveOn: beside.details === 'withheld' ? null : effectiveOn(logged),
    by: writerShown(actor, names.people),
    roleName: actor.role === 'system' ? systemName : labelOfRole[actor.role].ja,
    object: {
      kind,
      kindName: labelOfKind[kind].ja,
      id: stream,
      shortNumber: kind === 'contract' ? shortNumberOf(stream as ContractId) : null,
      name: kind === 'member' ? (names.people.get(stream)?.name ?? null) : beside.name,
    },
    seq,
    event: event.type,
    eventName: eventName(logged),
    details: beside.details,
    changes: beside.changes.map((one) => changeShown(one, names)),
    why: beside.why,
  }
}
