import { isBusinessDay, businessDaysAfter, type IsHoliday } from '../business-day.ts'
import { dayInJapan, later, startOfDayInJapan, type Instant } from '../plain-date.ts'

/** Digests go out at 08:30 in Japan. */
const digestMs = (8 * 60 + 30) * 60_000

/** The moment of the next digest after another: 08:30 of a business day. What comes at that very moment is for the next. */
export const nextDigestAt = (at: Instant, isHoliday: IsHoliday): Instant => {
  const today = dayInJapan(at)
  const onToday = later(startOfDayInJapan(today), digestMs)
  if (isBusinessDay(today, isHoliday) && at < onToday) return onToday
  return later(startOfDayInJapan(businessDaysAfter(today, 1, isHoliday)), digestMs)
}
