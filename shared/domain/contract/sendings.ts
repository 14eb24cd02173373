import { instant, later, type Instant } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'

/** Kind of message that is counted for one SME of an implementing entity, over all of its contracts and links. */
export type Sending = 'codes' | 'links'

/**
 * Number of each in a day (当社解釈): whoever presses again and again, or has others press, must not fill a phone or a
 * mailbox.
 */
export const sendingsADay: Readonly<Record<Sending, number>> = { codes: 20, links: 20 }

const dayMs = 24 * 60 * 60 * 1000

/** The moments of the last sendings as one short text, and back. */
const written = (moments: readonly Instant[]): string =>
  moments.map((at) => Math.floor(Date.parse(at) / 1000).toString(36)).join('.')
const read = (text: string): readonly Instant[] =>
  text.split('.').map((moment) => instant(new Date(Number.parseInt(moment, 36) * 1000).toISOString()))

type Counted = { readonly sent: string; readonly left: number; readonly nextAt: Instant | null }

/** Count one more sending, where the day has room for it: what is kept of it, and how many are left after it. */
export const oneMore = (
  what: Sending,
  before: string | null,
  at: Instant,
): Result<Counted, Refusal<'too-many-sendings'>> => {
  const ofTheDay = (before === null ? [] : read(before)).filter((moment) => at < later(moment, dayMs))
  const [first] = ofTheDay
  const room = sendingsADay[what] - ofTheDay.length
  if (room <= 0 && first) return refuse({ kind: 'too-many-sendings', of: 'sme', nextAt: later(first, dayMs) })
  const nextAt = room === 1 ? later(first ?? at, dayMs) : null
  return ok({ sent: written([...ofTheDay, at]), left: room - 1, nextAt })
}
