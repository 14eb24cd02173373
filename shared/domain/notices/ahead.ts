import { daysAfter, type PlainDate } from '../plain-date.ts'

/** Numbers of days before its last day at which people are told that something is about to lapse. */
export const daysBeforeLapse = [90, 30, 7] as const
/** Number of days before a requirement of resale is due at which its seller is told. */
export const daysBeforeRequirement = [7] as const
/** Number of days before an obligation is due at which the implementing entity is told. */
export const daysBeforeObligation = [3] as const

/**
 * Days that were looked at before, and the one that is looked at now: what came near in between is told now. Where nobody
 * ever looked, only the day itself counts.
 */
export type Span = { readonly after: PlainDate; readonly today: PlainDate }

/**
 * The number of days before a last day that came within a span, and the day it came: the nearest, where the calendar did
 * not come for so long that there were several. Null where none did, and of what is over by now.
 */
export const cameNear = (
  lastDay: PlainDate,
  daysBefore: readonly number[],
  { after, today }: Span,
): { readonly daysBefore: number; readonly on: PlainDate } | null => {
  if (lastDay < today) return null
  const came = daysBefore
    .map((days) => ({ daysBefore: days, on: daysAfter(lastDay, -days) }))
    .filter(({ on }) => after < on && on <= today)
  return came.toSorted((one, other) => one.daysBefore - other.daysBefore)[0] ?? null
}
