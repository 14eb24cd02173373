import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gregorianCalendar } from '../../functions/adapters/calendar.ts'
import { businessDaysAfter, isBusinessDay } from '../../shared/domain/business-day.ts'
import { dayInJapan, daysAfter, instant, plainDate, type PlainDate } from '../../shared/domain/plain-date.ts'

const { isHoliday } = gregorianCalendar
const after = (day: string, count: number) => businessDaysAfter(plainDate(day), count, isHoliday)
const never = () => false

describe('national holidays of Japan', () => {
  test.each([
    ['2026-01-12', '成人の日'],
    ['2026-04-29', '昭和の日'],
    ['2026-05-06', '振替休日: 憲法記念日 falls on a Sunday, and the two days after are holidays'],
    ['2026-09-22', '国民の休日, between 敬老の日 and 秋分の日'],
    ['2027-03-22', '振替休日 of 春分の日'],
    ['2027-11-23', '勤労感謝の日'],
    ['2028-02-11', '建国記念の日'],
    ['2028-03-20', '春分の日'],
    ['2028-11-03', '文化の日'],
  ])('hold %s, %s', (day) => expect(isHoliday(plainDate(day))).toBe(true))

  test.each(['2026-04-28', '2026-04-30', '2026-05-07', '2026-09-24', '2027-03-19', '2027-03-23', '2028-03-21'])(
    'do not hold %s, beside one',
    (day) => expect(isHoliday(plainDate(day))).toBe(false),
  )

  test.each([
    [2026, 18],
    [2027, 17],
    [2028, 16],
  ])('of %i are %i', (year, count) => {
    const days = Array.from({ length: 366 }, (_, n) => daysAfter(plainDate(`${year}-01-01`), n))
    const held = days.filter((day) => day.startsWith(`${year}`) && isHoliday(day) && !isYearEnd(day))
    // 1 January is one of the year's end as well.
    expect(held.length + 1).toBe(count)
  })

  test.each(['1969-12-28', '2051-06-01'])('of the year of %s are not known, which is a defect and no answer', (day) =>
    expect(() => isHoliday(plainDate(day))).toThrow('no holidays are known'),
  )

  test('of the last known year are', () => expect(isHoliday(plainDate('2050-11-03'))).toBe(true))
})

const isYearEnd = (day: PlainDate) => day.slice(5) >= '12-29' || day.slice(5) <= '01-03'

describe('the end of the year, by our reading (当社解釈)', () => {
  test.each(['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03'])('holds %s', (day) =>
    expect(isHoliday(plainDate(day))).toBe(true),
  )
  test.each(['2026-12-28', '2027-01-04'])('does not hold %s', (day) => expect(isHoliday(plainDate(day))).toBe(false))
})

describe('business days after a day', () => {
  test.each([
    ['a Monday, within a week', '2026-10-05', 3, '2026-10-08'],
    ['a Friday', '2026-10-02', 1, '2026-10-05'],
    ['a Thursday', '2026-10-01', 1, '2026-10-02'],
    ['a Saturday', '2026-10-03', 1, '2026-10-05'],
    ['a Sunday', '2026-10-04', 1, '2026-10-05'],
    ['a Friday before a holiday on Monday', '2026-10-09', 1, '2026-10-13'],
    ['a holiday itself', '2026-10-12', 1, '2026-10-13'],
    ['the day before Golden Week, over 振替休日', '2026-05-01', 1, '2026-05-07'],
    ['the day before 昭和の日, into Golden Week', '2026-04-28', 3, '2026-05-07'],
    ['the Friday before 敬老の日, 国民の休日 and 秋分の日', '2026-09-18', 1, '2026-09-24'],
    ['the last business day of the year', '2026-12-28', 1, '2027-01-04'],
    ['29 December', '2026-12-29', 1, '2027-01-04'],
    ['the business day before the last of the year', '2026-12-25', 2, '2027-01-04'],
    ['28 December of a year that ends on a Friday', '2027-12-28', 1, '2028-01-04'],
  ])('%s: %s and %i more is %s', (_, day, count, reached) => expect(after(day, count)).toBe(reached))

  test.each([
    ['2026-10-02T14:59:59.999Z', '2026-10-02', '2026-10-05'],
    ['2026-10-01T14:59:59.999Z', '2026-10-01', '2026-10-02'],
    ['2026-10-01T15:00:00.000Z', '2026-10-02', '2026-10-05'],
    ['2026-04-28T14:59:59.999Z', '2026-04-28', '2026-04-30'],
    ['2026-04-28T15:00:00.000Z', '2026-04-29', '2026-04-30'],
  ])('an instant %s lies on %s in Japan, and the next business day is %s', (at, day, next) => {
    expect(dayInJapan(instant(at))).toBe(day)
    expect(after(dayInJapan(instant(at)), 1)).toBe(next)
  })

  test('are business days, none of which is left out', () =>
    fc.assert(
      fc.property(fc.nat({ max: 8_000 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
        const from = daysAfter(plainDate('2026-01-01'), offset)
        const reached = businessDaysAfter(from, count, isHoliday)
        expect(isBusinessDay(reached, isHoliday)).toBe(true)
        let passed = 0
        for (let day = daysAfter(from, 1); day <= reached; day = daysAfter(day, 1))
          if (isBusinessDay(day, isHoliday)) passed += 1
        expect(passed).toBe(count)
      }),
    ))

  test('without any holiday are those of the week', () =>
    expect(businessDaysAfter(plainDate('2026-12-28'), 5, never)).toBe('2027-01-04'))
})
