import { instant, later, type Instant } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'

/** Kind of message that is counted for one SME of an implementing entity, over all of its contracts and links. */
export type Sending = 'codes' | 'links' | 'askedLinks'

/**
 * Number of each in an hour and in a day (当社解釈): whoever presses again and again, or has others press, must not fill a
 * phone or a mailbox. `askedLinks` are those asked for from "who serves me now", by whoever has that page's address: they
 * take nothing away from what a seller may send.
 */
const sendingsAnHour: Readonly<Record<Sending, number>> = { codes: 10, links: 10, askedLinks: 3 }
const sendingsADay: Readonly<Record<Sending, number>> = { codes: 20, links: 20, askedLinks: 5 }

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs

/** The moments of the last sendings as one short text, and back. */
const written = (moments: readonly Instant[]): string =>
  moments.map((at) => Math.floor(Date.parse(at) / 1000).toString(36)).join('.')
const read = (text: string): readonly Instant[] =>
  text.split('.').map((moment) => instant(new Date(Number.parseInt(moment, 36) * 1000).toISOString()))

type Counted = { readonly sent: string; readonly left: number; readonly nextAt: Instant | null }

/** Room that hour and day leave at a moment, and the instant from which both leave some again. */
const roomAt = (what: Sending, moments: readonly Instant[], at: Instant) => {
  const limits = [
    { within: hourMs, most: sendingsAnHour[what] },
    { within: dayMs, most: sendingsADay[what] },
  ].map(({ within, most }) => {
    const counted = moments.filter((moment) => at < later(moment, within))
    // The one that must pass for a place to come free.
    const first = counted.at(counted.length - most)
    return { left: most - counted.length, nextAt: counted.length < most || !first ? null : later(first, within) }
  })
  const nexts = limits.flatMap(({ nextAt }) => (nextAt === null ? [] : [nextAt]))
  return {
    left: Math.max(0, Math.min(...limits.map(({ left }) => left))),
    nextAt: nexts.reduce<Instant | null>((last, one) => (last === null || last < one ? one : last), null),
  }
}

/** Count one more sending, where hour and day have room for it: what is kept of it, and how many are left after it. */
export const oneMore = (
  what: Sending,
  before: string | null,
  at: Instant,
): Result<Counted, Refusal<'too-many-sendings'>> => {
  const ofTheDay = (before === null ? [] : read(before)).filter((moment) => at < later(moment, dayMs))
  const { nextAt } = roomAt(what, ofTheDay, at)
  if (nextAt !== null) return refuse({ kind: 'too-many-sendings', of: 'sme', nextAt })
  return ok({ sent: written([...ofTheDay, at]), ...roomAt(what, [...ofTheDay, at], at) })
}
