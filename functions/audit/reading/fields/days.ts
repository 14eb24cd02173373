import type { Instant, PlainDate } from '../../shapes/ids.ts'

const dayMs = 86_400_000
const aheadMs = 9 * 3_600_000

const dayOf = (ms: number): PlainDate => new Date(ms).toISOString().slice(0, 10)

/** True where a text is a day that exists. */
export const isPlainDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(Date.parse(text)) === text

/** The day in Japan at a moment: nine hours ahead, all year. */
export const dayInJapan = (at: Instant): PlainDate => dayOf(Date.parse(at) + aheadMs)

/** The first moment of a day in Japan. */
export const startOfDayInJapan = (day: PlainDate): Instant =>
  new Date(Date.parse(`${day}T00:00:00+09:00`)).toISOString()

/** The day so many days after another. */
export const daysAfter = (day: PlainDate, days: number): PlainDate =>
  dayOf(Date.parse(`${day}T00:00:00Z`) + days * dayMs)
