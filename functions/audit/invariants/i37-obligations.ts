import type { DiscontinuanceEvent, KeptDiscontinuance } from '../shapes/case.ts'
import { dayInJapan, daysAfter } from '../reading/fields/days.ts'
import type { Invariant, See } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import { isWorkingDay, workingDaysBetween } from '../reading/business-days.ts'
import type { Entry, Stream } from '../reading/entries.ts'
import { streamsOf } from '../reading/looking-up.ts'

/** Business days that count where an implementing entity never said otherwise. */
const usual: Readonly<Record<string, number>> = {
  tellSmes: 5,
  reportToIpa: 3,
  reportToRegistrationBody: 3,
  notifyChange: 10,
  continueInsurance: 5,
}

/**
 * The business days that an implementing entity gave itself for an obligation as of an instant: what it set last before,
 * or in the same millisecond, where one cannot tell; the usual ones where it never set any.
 */
const daysOf = (book: Book, entityId: string, code: string, since: string): readonly (number | undefined)[] => {
  const set = (book.streams.get(entityId)?.entries ?? []).flatMap(({ event, at }) =>
    event.type === 'obligation-settings-set' ? [{ at, days: event.days[code as keyof typeof event.days] }] : [],
  )
  return [
    set.findLast(({ at }) => at < since)?.days ?? usual[code],
    ...set.filter(({ at }) => at === since).map(({ days }) => days),
  ]
}

type Owed = { code: string; dueOn: string; done: boolean; escalated: boolean }

/** Findings on an event, given what its case owed before it; `owed` is then what the case owes after it. */
const wrongIn = (
  owed: Map<string, Owed>,
  event: DiscontinuanceEvent,
  { book, entityId, at }: { readonly book: Book; readonly entityId: string; readonly at: Entry['at'] },
): readonly string[] => {
  const today = dayInJapan(at)
  if (event.type === 'discontinuance-approved') {
    return (event.obligations ?? []).flatMap(({ code, dueOn }) => {
      owed.set(code, { code, dueOn, done: false, escalated: false })
      const count = workingDaysBetween(dayInJapan(event.since), dueOn)
      return daysOf(book, entityId, code, event.since).includes(count) && isWorkingDay(dueOn)
        ? []
        : [`owes ${code} by ${dueOn}, after ${count} business days`]
    })
  }
  if (event.type === 'late-contract-joined' || event.type === 'takeover-set-back') {
    const telling = owed.get('tellSmes')
    if (telling?.done && event.tellBy)
      owed.set('tellSmes', { code: 'tellSmes', dueOn: event.tellBy, done: false, escalated: false })
    return []
  }
  if (!('code' in event) || event.type === 'obligation-unheard') return []
  const one = owed.get(event.code)
  if (!one) return [`${event.type} of ${event.code}, which is not owed`]
  if (one.done) return [`${event.type} of ${event.code}, which is done`]
  if (event.type !== 'obligation-escalated') {
    one.done = true
    return []
  }
  const before = one.escalated
  one.escalated = true
  return [
    ...(before ? [`escalates ${event.code} again`] : []),
    ...(today <= one.dueOn ? [`escalates ${event.code} on ${today}, due on ${one.dueOn}`] : []),
    ...(event.dueOn === one.dueOn ? [] : [`escalates ${event.code} as due on ${event.dueOn}`]),
  ]
}

/**
 * Once the calendar has turned a case, nothing in it is overdue that nobody was told of. Telling the SMEs of a case that
 * is counted may wait until it was; that it is not forgotten then is for `i37-calendar.ts`.
 */
const leftBehind = (owed: ReadonlyMap<string, Owed>, { at }: Entry, isCounted: boolean): readonly string[] =>
  [...owed.values()]
    .filter(({ done, escalated, dueOn }) => !done && !escalated && dueOn < dayInJapan(at))
    .filter(({ code }) => code !== 'tellSmes' || !isCounted)
    .map(({ code, dueOn }) => `leaves ${code} behind, due on ${dueOn}`)

/** Finding on a waiver: who waives is an admin and not the owner, and lets nothing go that the standard orders. */
const wrongWaiver = ({ event, actor }: Entry<'discontinuance'>, state: KeptDiscontinuance): string | undefined => {
  if (event.type !== 'obligation-waived') return undefined
  const owner = state.obligations?.find(({ code }) => code === event.code)?.owner
  const may = actor.role === 'entityAdmin' && event.waivedBy === actor.sub && event.waivedBy !== owner
  if (!may) return `waives ${event.code} as ${actor.role} ${event.waivedBy}`
  return event.code.startsWith('reportTo') ? `waives ${event.code}, which the standard orders` : undefined
}

/** The day on which the calendar comes to a case: the first after the earliest that is open and was not escalated. */
const markOf = (stage: string, owed: ReadonlyMap<string, Owed>) => {
  const open = [...owed.values()].filter(({ done, escalated }) => !done && !escalated).map(({ dueOn }) => dueOn)
  const [first] = stage === 'takingOver' ? open.sort() : []
  return first ? { dp: 'OBL', ds: daysAfter(first, 1).replaceAll('-', '') } : { dp: undefined, ds: undefined }
}

const lookInto = (book: Book, stream: Stream<'discontinuance'>, see: See) => {
  const { now, entries, states, id } = stream
  if (now.stage === 'none') return
  const owed = new Map<string, Owed>()
  let isCounted = false
  for (const [index, entry] of entries.entries()) {
    const wrong = wrongIn(owed, entry.event, { book, entityId: now.entityId, at: entry.at })
    const before = states[index - 1]
    const next = entries[index + 1]
    isCounted ||= entry.event.type === 'tally-asked'
    const turned = entry.actor.sub === 'keep-obligations' && next?.command !== entry.command
    see(entry.where, ...(turned ? leftBehind(owed, entry, isCounted) : []))
    see(entry.where, ...wrong, before && before.stage !== 'none' && wrongWaiver(entry, before))
  }
  const row = book.states.get(id)
  const due = markOf(now.stage, owed)
  see(
    row?.where ?? stream.where,
    row &&
      now.stage !== 'proposed' &&
      (row.row['dp'] !== due.dp || row.row['ds'] !== due.ds) &&
      `is marked for ${String(row.row['ds'])} instead of ${due.ds}`,
    now.stage === 'closed' && [...owed.values()].some(({ done }) => !done) && 'is closed and still owes something',
  )
}

/**
 * I37, I15. Each obligation of a case is owed by the business day that its entity's settings gave at the instant. It is
 * fulfilled or waived once, escalated at most once, never before its day has passed, and none is left behind by the
 * calendar; waived only by another admin than its owner, and never where the standard orders it. The mark by which the
 * calendar finds the case is there, and of the right day, exactly while something is left to escalate. A closed case owes
 * nothing.
 */
export const obligations: Invariant = {
  id: 'I37',
  says: {
    ja: '義務は期日のとおりで、過ぎた後に一度だけ上申される',
    en: 'each obligation by its day, escalated once after it',
  },
  check: (book, see) => {
    for (const stream of streamsOf(book, 'discontinuance')) lookInto(book, stream, see)
  },
}
