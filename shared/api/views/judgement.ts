import * as z from 'zod'

export const WordsView = z.strictObject({ ja: z.string(), en: z.string() })

export const BreachView = z.strictObject({
  edition: z.string(),
  clause: z.string(),
  rule: z.string(),
  where: z.string(),
  why: WordsView,
  ourReading: WordsView.optional(),
})

export const MissingView = z.strictObject({
  code: z.string(),
  suppliedBy: z.enum(['implementingEntity', 'reseller', 'registrationBody', 'ipa', 'platform']),
  why: WordsView,
  count: z.int().optional(),
  examples: z.array(z.string()).optional(),
})
