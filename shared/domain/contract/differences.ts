import { disclosureItemCodes, labelOfItem, type DisclosureItemCode, type Touched } from '../disclosure-items.ts'
import type { Disclosure, DisclosureItem } from './disclosure.ts'
import type { Words } from '../words.ts'

/** Item of the disclosure as it read before and as it reads now. */
export type Difference = {
  readonly code: DisclosureItemCode
  readonly label: Words
  readonly before: readonly string[]
  readonly after: readonly string[]
}

type Items = { readonly items: readonly Pick<DisclosureItem, 'code' | 'lines'>[] }

/** The items that read differently in two texts, in the order people read them. */
export const differencesBetween = (before: Items, after: Items): readonly Difference[] =>
  disclosureItemCodes
    .map((code) => ({
      code,
      label: labelOfItem[code],
      before: linesOf(before, code),
      after: linesOf(after, code),
    }))
    .filter((one) => one.before.join('\n') !== one.after.join('\n'))

const linesOf = ({ items }: Items, code: DisclosureItemCode): readonly string[] =>
  items.find((item) => item.code === code)?.lines ?? []

/** True if the two texts name the same parties: a change of either has to be signed like any other. */
export const samePartiesIn = (before: Disclosure, after: Disclosure): boolean =>
  before.implementingEntity.id === after.implementingEntity.id &&
  (before.reseller?.id ?? null) === (after.reseller?.id ?? null)

/** True if all that is explained reads the same to the byte in two texts: every item, the parties, the edition. */
export const readsTheSame = (before: Disclosure, after: Disclosure): boolean =>
  before.edition === after.edition &&
  samePartiesIn(before, after) &&
  before.items.length === after.items.length &&
  differencesBetween(before, after).length === 0

/**
 * Parts the text of the next term has as they stand before a change, and would not have as they stand after. Where that
 * text already says something of its own, the change does not touch it.
 */
export const partingFrom = (next: Disclosure, before: Disclosure, after: Disclosure): readonly Touched[] => {
  const taken = (code: DisclosureItemCode) => linesOf(next, code).join('\n') === linesOf(before, code).join('\n')
  const stays = samePartiesIn(before, after) || !samePartiesIn(next, before)
  return [
    ...differencesBetween(before, after).flatMap(({ code }) => (taken(code) ? [code] : [])),
    ...(stays ? [] : ['parties' as const]),
  ]
}
