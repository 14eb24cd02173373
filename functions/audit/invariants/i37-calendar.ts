import { dayInJapan, daysAfter } from '../reading/fields/days.ts'
import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'

/** The calendar comes every minute. Whatever waits longer than this has been forgotten. */
const patienceMs = 86_400_000

/** Instant until which a mark of the calendar may lie there: its moment, or the first instant of its day. */
const comesAt = (dp: unknown, ds: unknown): string | undefined => {
  if (dp === 'WATCH') return String(ds)
  const ofDay = dp === 'OBL' || dp === 'CLEAR' || /^T#\d\d$/.test(String(dp))
  if (!ofDay) return undefined
  const day = String(ds).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  return `${daysAfter(day, -1)}T15:00:00.000Z`
}

const marksIn = ({ heads, states, reminders }: Book) => [
  ...reminders.map(({ where, on }) => ({ where, at: on })),
  ...[...heads.values(), ...states.values()].flatMap(({ where, row }) => {
    const at = comesAt(row['dp'], row['ds'])
    return at === undefined ? [] : [{ where, at }]
  }),
]

/**
 * I37, for a house at rest. Nothing that waits for its time is left behind: no turn of a contract, no obligation of a
 * case, no proposal, no due day of a reseller, no reminder of a link, no export whose files go lies more than a day before the latest moment
 * there is, be it that the calendar never came at all. (That each mark is the right one is I08.)
 */
export const calendarCame: Invariant = {
  id: 'I37',
  says: { ja: '期日の来たものが、すべて処理されている', en: 'the calendar came to whatever waited for it' },
  check: (book, see) => {
    const now = Date.parse(book.latest)
    for (const { where, at } of marksIn(book)) {
      const late = now - Date.parse(at) > patienceMs
      see(where, late && `has waited since ${at}, and it is ${dayInJapan(book.latest)}`)
    }
  },
}
