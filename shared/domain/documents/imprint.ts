import type { SheetFact } from '../sheet.ts'

/** A label and what stands beside it, line by line. */
export type Fact = SheetFact

/** Parts of every printed document, beside its own text. */
export type Imprint = {
  /** Kind of document, above its title and in the header of further pages. */
  readonly heading: string
  readonly title: string
  readonly contractId: string
  /** The contract's short number, in the header of further pages. */
  readonly shortNumber: string
  /** Hash in the footer, and what it is the hash of. */
  readonly fingerprint: { readonly label: string; readonly sha256: string }
  /** Note on what the reader must not take it for. */
  readonly note: string
}
