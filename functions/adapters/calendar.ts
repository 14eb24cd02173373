import { Temporal } from 'temporal-polyfill'
import { plainDate } from '../../shared/domain/plain-date.ts'
import type { Calendar } from '../ports/dependencies.ts'
import { isJapaneseHoliday } from './holidays.ts'

/** Month arithmetic as the Civil Code counts (143条): to the day before the corresponding day, or the month's last. */
export const gregorianCalendar: Calendar = {
  lastDayOfTerm: (startOn, months) => {
    const start = Temporal.PlainDate.from(startOn)
    const corresponding = start.add({ months })
    // A term whose last month has no corresponding day (31 January, one month) ends with the month itself.
    const end = corresponding.day === start.day ? corresponding.subtract({ days: 1 }) : corresponding
    return plainDate(end.toString())
  },
  wholeMonths: (from, until) => {
    let months = 0
    while (gregorianCalendar.lastDayOfTerm(from, months + 1) <= until) months += 1
    return months
  },
  isHoliday: isJapaneseHoliday,
}
