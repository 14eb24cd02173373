import * as z from 'zod'
import { dayAsWritten } from '../domain/as-written/days.ts'
import { amountAsWritten } from '../domain/as-written/numbers.ts'
import type { Result } from '../domain/result.ts'
import type { Words } from '../domain/words.ts'

const longest = 60

const read = <Value>(from: (text: string) => Result<Value, Words>, description: string) =>
  z
    .string()
    .max(longest)
    .transform((given, context): Value => {
      const value = from(given)
      if (value.ok) return value.value
      context.addIssue({ code: 'custom', params: { words: value.refusal } })
      return z.NEVER
    })
    .meta({ description })

/** A day as people write it, for what is asked of a list: a body takes days as Day alone. */
export const DayAsked = read(
  dayAsWritten,
  '日付。2026-06-01 のほか、2026/6/1、2026年6月1日、令和8年6月1日 なども同じ日',
)

/** Whole yen as people write them, for what is asked of a list. */
export const YenAsked = read(amountAsWritten, '税抜の円。100000 のほか、100,000 や ¥100,000 なども同じ額')
