import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  covers,
  dayInJapan,
  dayInWords,
  instant,
  isPlainDate,
  later,
  momentInWords,
  plainDate,
  startOfDayInJapan,
} from '../../shared/domain/plain-date.ts'

const instants = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => instant(date.toISOString()))

describe('a day', () => {
  test.each(['2028-02-29', '2000-02-29', '2026-02-28', '2026-12-31', '2026-01-01', '2026-04-30'])('%s exists', (text) =>
    expect(isPlainDate(text)).toBe(true),
  )
  test.each([
    '2026-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    // Taken as a date of the twentieth century, these would exist.
    '0099-12-31',
    '0000-01-01',
  ])('%s does not exist', (text) => expect(isPlainDate(text)).toBe(false))
  test.each([
    '',
    '2026-1-1',
    '2026/01/01',
    '20260101',
    '2026-01-01T00:00:00',
    ' 2026-01-01',
    '2026-01-01\n',
    '２０２６-01-01',
  ])('%j is not written as one', (text) => expect(isPlainDate(text)).toBe(false))

  test('every day of a century exists, and no thirteenth month does', () => {
    for (let year = 2000; year < 2100; year += 1) {
      const leap = year % 4 === 0
      expect(isPlainDate(`${year}-02-29`)).toBe(leap)
      expect(isPlainDate(`${year}-13-01`)).toBe(false)
    }
  })

  test('written in code, one that does not exist is a defect', () => {
    expect(plainDate('2028-02-29')).toBe('2028-02-29')
    expect(() => plainDate('2026-02-29')).toThrow('not a day: 2026-02-29')
  })
})

describe('a day in words', () => {
  test.each([
    ['2026-04-01', '2026年4月1日'],
    ['2028-02-29', '2028年2月29日'],
    ['2026-12-31', '2026年12月31日'],
  ])('%s is %s', (day, words) => expect(dayInWords(plainDate(day))).toBe(words))
})

describe('a moment in words', () => {
  test.each([
    ['2026-04-01T00:05:00.000Z', '2026年4月1日 9時05分00秒'],
    ['2026-09-30T14:59:59.999Z', '2026年9月30日 23時59分59秒'],
    ['2026-09-30T15:00:00.000Z', '2026年10月1日 0時00分00秒'],
  ])('%s is %s', (at, words) => expect(momentInWords(instant(at))).toBe(words))
})

describe('an instant', () => {
  test('is in UTC with milliseconds', () =>
    expect(instant('2026-10-01T00:00:00.000Z')).toBe('2026-10-01T00:00:00.000Z'))
  test.each([
    '2026-10-01T00:00:00Z',
    '2026-10-01T00:00:00.000+09:00',
    '2026-10-01 00:00:00.000Z',
    '2026-10-01',
    '2026-13-01T00:00:00.000Z',
    '2026-10-01T25:00:00.000Z',
    '',
  ])('%j is none', (text) => expect(() => instant(text)).toThrow(`not an instant: ${text}`))

  test('moves by milliseconds, across days and years', () => {
    expect(later(instant('2026-12-31T23:59:59.999Z'), 1)).toBe('2027-01-01T00:00:00.000Z')
    expect(later(instant('2028-03-01T00:00:00.000Z'), -1)).toBe('2028-02-29T23:59:59.999Z')
  })

  test('compares as text as it does in time', () =>
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        expect(a < b).toBe(Date.parse(a) < Date.parse(b))
      }),
    ))
})

describe('the day in Japan', () => {
  test.each([
    ['2026-09-30T14:59:59.999Z', '2026-09-30'],
    ['2026-09-30T15:00:00.000Z', '2026-10-01'],
    ['2026-10-01T14:59:59.999Z', '2026-10-01'],
    ['2026-12-31T15:00:00.000Z', '2027-01-01'],
    ['2028-02-28T15:00:00.000Z', '2028-02-29'],
    ['2028-02-29T15:00:00.000Z', '2028-03-01'],
  ])('at %s is %s', (at, day) => expect(dayInJapan(instant(at))).toBe(day))

  test('begins at three in the afternoon of the day before, in UTC', () =>
    expect(startOfDayInJapan(plainDate('2026-10-01'))).toBe('2026-09-30T15:00:00.000Z'))

  test('holds every moment from its first to just before the next one', () =>
    fc.assert(
      fc.property(instants, (at) => {
        const day = dayInJapan(at)
        const first = startOfDayInJapan(day)
        expect(first <= at).toBe(true)
        expect(at < later(first, 24 * 60 * 60 * 1000)).toBe(true)
        expect(dayInJapan(first)).toBe(day)
        expect(dayInJapan(later(first, -1)) < day).toBe(true)
      }),
    ))
})

describe('a period', () => {
  const from = plainDate('2026-04-01')
  const until = plainDate('2027-03-31')

  test.each([
    ['2026-03-31', false],
    ['2026-04-01', true],
    ['2027-03-31', true],
    ['2027-04-01', false],
  ])('with both ends, %s inside: %j', (day, inside) => expect(covers({ from, until }, plainDate(day))).toBe(inside))

  test('without an end covers every day from its first', () => {
    expect(covers({ from, until: null }, plainDate('2026-03-31'))).toBe(false)
    expect(covers({ from, until: null }, plainDate('9999-12-31'))).toBe(true)
  })

  test('of one day covers that day', () => expect(covers({ from, until: from }, from)).toBe(true))
})
