import { dayInJapan, type Instant, type PlainDate } from './plain-date.ts'
import type { PostalAddress } from './postal-address.ts'

/** Person who represents a company, as it signs its papers. */
export type Representative = { readonly name: string; readonly title: string; readonly reading?: string }

/** What stands under a company's name on its papers and letters: its address, and who represents it. */
export type Letterhead = {
  /** ふりがな of the company's name. */
  readonly reading?: string
  readonly postalAddress: PostalAddress
  readonly representative: Representative
}

/**
 * A letterhead as a ledger has it: the day from which it counts, and the evidence document that says it. Persons are named
 * there, not in the ledger.
 */
export type StatedLetterhead = {
  readonly from: PlainDate
  readonly sha256: string
  /** Number of its evidence document. */
  readonly paper: number
}

/** The letterhead that counts on a day; undefined where none was stated by then. */
export const letterheadOn = (
  stated: readonly StatedLetterhead[] | undefined,
  day: PlainDate,
): StatedLetterhead | undefined => stated?.findLast(({ from }) => from <= day)

/**
 * Letterheads after another was stated: it replaces all that would have counted from its day on. What no longer counts at
 * that moment is let go of; its evidence document stays.
 */
export const withLetterhead = (
  stated: readonly StatedLetterhead[] | undefined,
  { from, sha256, paper }: StatedLetterhead,
  at: Instant,
): readonly StatedLetterhead[] => {
  const all = [...(stated ?? []).filter((one) => one.from < from), { from, sha256, paper }]
  const now = letterheadOn(all, dayInJapan(at))
  return now ? all.slice(all.indexOf(now)) : all
}
