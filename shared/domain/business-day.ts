import { daysAfter, type PlainDate } from './plain-date.ts'

/** True for a day, no weekend, on which nobody can be expected to work: a fact the calendar port gives. */
export type IsHoliday = (day: PlainDate) => boolean

/** True for a day that is neither Saturday nor Sunday nor a holiday. */
export const isBusinessDay = (day: PlainDate, isHoliday: IsHoliday): boolean => {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !isHoliday(day)
}

/**
 * The n-th business day after a day, which itself is never counted (民法140条: the first day is not); `count` is at
 * least one.
 */
export const businessDaysAfter = (day: PlainDate, count: number, isHoliday: IsHoliday): PlainDate => {
  let reached = day
  let left = count
  while (left > 0) {
    reached = daysAfter(reached, 1)
    if (isBusinessDay(reached, isHoliday)) left -= 1
  }
  return reached
}
