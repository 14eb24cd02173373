import type { PlainDate } from '../plain-date.ts'
import type { Entry, ExplanationMethod } from './contract-words.ts'
import { disclosureItemCodes, type DisclosureItemCode } from '../disclosure-items.ts'

/** Explanation of the conditions: its way, its day, and the items explained. */
export type Explanation = {
  readonly method: ExplanationMethod
  readonly on: PlainDate
  readonly items: readonly DisclosureItemCode[]
  /**
   * Of a contract attested on paper: whether whoever put it on record listed the items. False where all that is on record
   * is that it was explained; then there are no items. Absent of what was explained here, where items are always listed.
   */
  readonly listed?: boolean
}

/** A contract as it is kept or shown, as far as its explanation goes. */
type Recorded = {
  readonly stage: string
  readonly entry?: Entry | null
  readonly signedOn?: PlainDate | null
  readonly explanation?: (Omit<Explanation, 'listed'> & { readonly listed?: boolean | undefined }) | null
}

/**
 * Explanation on record of a contract. Paper contracts from before it was kept whether items were listed all have every
 * item, written by the platform itself where a book named none: of them no item counts as listed. What was explained
 * after such a contract was signed is of a later change, and was listed by a person.
 */
export const explanationOnRecord = ({ entry, signedOn, explanation }: Recorded): Explanation | null => {
  if (!explanation) return null
  const { method, on, items, listed } = explanation
  if (listed !== undefined) return { method, on, items, listed }
  const isOfItsPaper = entry === 'attested' && signedOn && on <= signedOn
  return isOfItsPaper && items.length === disclosureItemCodes.length
    ? { method, on, items: [], listed: false }
    : { method, on, items }
}
