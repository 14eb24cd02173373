import type { SheetFact } from '../sheet.ts'

/** A label and what stands beside it, line by line. */
export type Fact = SheetFact

/** What every printed document has, beside its own text. */
export type Imprint = {
  /** What kind of document it is, above its title and in the header of further pages. */
  readonly heading: string
  readonly title: string
  readonly contractId: string
  /** What the hash in the footer is the hash of, and the hash. */
  readonly fingerprint: { readonly label: string; readonly sha256: string }
  /** What the reader must not take it for. */
  readonly note: string
}
