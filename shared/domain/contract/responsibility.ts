import type { Holder, EntityId, PortfolioOwner } from '../ids.ts'
import type { Instant } from '../plain-date.ts'
import type { Interval } from './states.ts'
import type { Discontinued } from '../discontinued.ts'

/** Hands over at an instant: the open interval ends where the next begins, so there is neither gap nor overlap. */
export const handOver = (intervals: readonly Interval[], party: Holder, at: Instant): readonly Interval[] => {
  const last = intervals.at(-1)
  if (last?.party === party && last.until === null) return intervals
  const from = last ? notBefore(last.from, at) : at
  return [...closed(intervals, from), { party, from, until: null }]
}

/** Two servers' clocks may differ by a little; no interval ends before it began. */
const notBefore = (from: Instant, at: Instant): Instant => (at < from ? from : at)

/** Ends the open interval at an instant. */
export const closed = (intervals: readonly Interval[], at: Instant): readonly Interval[] =>
  intervals.map((interval) =>
    interval.until === null ? { ...interval, until: notBefore(interval.from, at) } : interval,
  )

/** Facts of a portfolio's guard on who answers for what lies behind it. */
type Governing = {
  readonly owner: PortfolioOwner
  readonly entityId: EntityId
  readonly discontinued: Pick<Discontinued, 'since'> | null
}

/**
 * Responsibility as of now: the stored intervals, cut by the governing guard. Under 第2章1.(10) the implementing entity
 * answers from the instant of a discontinuance, whether or not this contract's own record has been reached yet.
 */
export const effectiveResponsibility = (stored: readonly Interval[], governing: Governing): readonly Interval[] => {
  const last = stored.at(-1)
  const { discontinued } = governing
  if (!discontinued || last?.until !== null || last.party !== governing.owner) return stored
  return handOver(stored, governing.entityId, discontinued.since)
}
