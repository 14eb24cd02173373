import * as z from 'zod'
import { explanationMethods } from '../domain/contract/contract-words.ts'
import { Day, DisclosureItem, text } from './fields.ts'

const method = z.enum(explanationMethods)

/** Explanation given before a text is signed here: who explained what, how and when. */
export const ExplanationGiven = z.strictObject({
  method,
  on: Day,
  by: z.strictObject({ name: text(100), title: text(100).optional() }),
  items: z.array(DisclosureItem).max(20),
})

/** The same of a paper contract. Its items are left out where nothing says what was explained: none is then attested. */
export const PaperExplanationGiven = ExplanationGiven.extend({ items: ExplanationGiven.shape.items.optional() })

/**
 * Explanation on record. Of a paper contract `listed` says whether its items are; where it is false, there are none. Of
 * what was explained here it is absent: items are always listed.
 */
export const ExplanationView = z.strictObject({
  method,
  on: Day,
  items: z.array(DisclosureItem),
  listed: z.boolean().optional(),
})
