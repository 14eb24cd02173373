import * as z from 'zod'
import { doubtKinds } from '../../domain/refusal.ts'
import { parties } from '../../domain/parties.ts'

export const WordsView = z.strictObject({ ja: z.string(), en: z.string() })

export const BreachView = z.strictObject({
  edition: z.string(),
  clause: z.string(),
  rule: z.string(),
  where: z.string(),
  why: WordsView,
  ourReading: WordsView.optional(),
})

/** Doubt (neither kept nor breached): nobody said, a person is awaited, a text is not in hand, said as a whole. */
export const DoubtView = BreachView.extend({ kind: z.enum(doubtKinds) })

/** The same without its words, for lists. */
export const DoubtInShort = z.strictObject({ kind: z.enum(doubtKinds), clause: z.string() })

export const MissingView = z.strictObject({
  code: z.string(),
  suppliedBy: z.enum(parties),
  why: WordsView,
  count: z.int().optional(),
  examples: z.array(z.string()).optional(),
})
