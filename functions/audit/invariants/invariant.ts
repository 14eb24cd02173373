import type { Book } from '../reading/book.ts'

/** Violation of an invariant: which one, at which row, and what is wrong. */
export type Violation = { readonly invariant: string; readonly where: string; readonly what: string }

/** Notes one thing as examined, and whatever is wrong with it. What is false or undefined is not wrong. */
export type See = (where: string, ...wrong: readonly (string | false | undefined)[]) => void

/** The same in both languages of a report. */
export type Words = { readonly ja: string; readonly en: string }

/** Promise about the table, and how it is looked into. It reads and reports, and changes nothing. */
export type Invariant = {
  readonly id: string
  /** The promise in a few words, for reports. */
  readonly says: Words
  readonly check: (book: Book, see: See) => void
}
