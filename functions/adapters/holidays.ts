import holidays from '@holiday-jp/holiday_jp/lib/holidays.js'
import type { Calendar } from '../ports/dependencies.ts'

const years = Object.keys(holidays).map((day) => Number(day.slice(0, 4)))
const [first, last] = [Math.min(...years), Math.max(...years)]

/**
 * 29 December to 3 January, when offices of the state are closed (行政機関の休日に関する法律1条1項3号). That whoever
 * keeps a deadline here rests on these days too is our reading (当社解釈).
 */
const isYearEnd = (monthAndDay: string): boolean => monthAndDay >= '12-29' || monthAndDay <= '01-03'

/**
 * National holidays by a frozen table, looked up by the day as it is written: a `Date` would bring in the time zone of
 * the server. Equinoxes of later years are predictions until the government gazettes them (国民の祝日に関する法律2条).
 */
export const isJapaneseHoliday: Calendar['isHoliday'] = (day) => {
  const year = Number(day.slice(0, 4))
  if (year < first || year > last) throw new Error(`no holidays are known for ${year}`)
  return Object.hasOwn(holidays, day) || isYearEnd(day.slice(5))
}
