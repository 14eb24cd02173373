declare const plainDateBrand: unique symbol
declare const instantBrand: unique symbol

/** A day on the calendar of Japan, `YYYY-MM-DD`. Two of them compare as strings. */
export type PlainDate = string & { readonly [plainDateBrand]: true }

/** A moment, RFC 3339 in UTC with milliseconds. Two of them compare as strings. Fields that hold one end in `…At`. */
export type Instant = string & { readonly [instantBrand]: true }

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** True for a day that exists: 2028-02-29 does, 2026-02-30 and 2026-13-01 do not. */
export const isPlainDate = (text: string): text is PlainDate => {
  const parts = dayPattern.exec(text)
  if (!parts) return false
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  // A day or a month too many, or none, comes out as another day or in another year.
  return date.getUTCFullYear() === year && date.getUTCDate() === day
}

/** For days written in code. Throws on one that does not exist: a defect, not a refusal. */
export const plainDate = (text: string): PlainDate => {
  if (!isPlainDate(text)) throw new Error(`not a day: ${text}`)
  return text
}

/** For moments that come from a clock or a row. Throws on anything else. */
export const instant = (text: string): Instant => {
  if (!instantPattern.test(text) || Number.isNaN(Date.parse(text))) throw new Error(`not an instant: ${text}`)
  return text as Instant
}

// Japan keeps one offset all year, without summer time, since 1952.
const japanAheadOfUtcMs = 9 * 60 * 60 * 1000

/** The day in Japan at a moment. */
export const dayInJapan = (at: Instant): PlainDate =>
  plainDate(new Date(Date.parse(at) + japanAheadOfUtcMs).toISOString().slice(0, 10))

/** The first moment of a day in Japan. */
export const startOfDayInJapan = (day: PlainDate): Instant =>
  instant(new Date(Date.parse(`${day}T00:00:00.000Z`) - japanAheadOfUtcMs).toISOString())

/** The moment `ms` milliseconds after another. */
export const later = (at: Instant, ms: number): Instant => instant(new Date(Date.parse(at) + ms).toISOString())

/** The day so many days after another; before it, for a negative number. */
export const daysAfter = (day: PlainDate, days: number): PlainDate =>
  plainDate(new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10))

/** A day as Japanese prose writes it: 2026年4月1日. */
export const dayInWords = (day: PlainDate): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** A moment as Japanese prose writes it, in the time of Japan: 2026年4月1日 9時05分00秒. */
export const momentInWords = (at: Instant): string => {
  const [hours, minutes, seconds] = new Date(Date.parse(at) + japanAheadOfUtcMs).toISOString().slice(11, 19).split(':')
  return `${dayInWords(dayInJapan(at))} ${Number(hours)}時${minutes}分${seconds}秒`
}

/** The first and the last day this house keeps: nothing it keeps happened before, and no term it keeps ends after. */
export const firstDayKept = plainDate('1900-01-01')
export const lastDayKept = plainDate('2199-12-31')

/** The later of two days. */
export const laterDay = (one: PlainDate, other: PlainDate): PlainDate => (one < other ? other : one)

/** A span of days, both ends included; without `until` it has no end yet. */
export type Period = { readonly from: PlainDate; readonly until: PlainDate | null }

export const covers = ({ from, until }: Period, day: PlainDate): boolean =>
  from <= day && (until === null || day <= until)

/** Number of days from one day to another: 0 on the day itself, negative once it is past. */
export const daysUntil = (day: PlainDate, from: PlainDate): number =>
  Math.round((Date.parse(day) - Date.parse(from)) / 86_400_000)
