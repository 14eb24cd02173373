import { dayInJapan, instant, later, type Instant, type PlainDate } from '../../shared/domain/plain-date.ts'
import type { Clock } from '../../functions/ports/dependencies.ts'

export type TestClock = Clock & {
  readonly set: (moment: string) => void
  readonly advance: (ms: number) => void
  readonly today: () => PlainDate
}

export const clockAt = (moment: string): TestClock => {
  let now: Instant = instant(new Date(moment).toISOString())
  return {
    now: () => now,
    set: (to) => {
      now = instant(new Date(to).toISOString())
    },
    advance: (ms) => {
      now = later(now, ms)
    },
    today: () => dayInJapan(now),
  }
}
