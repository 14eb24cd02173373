declare const form: unique symbol

/**
 * Content of an evidence document as it lies in the ledger, of whatever form. It is read and written by its form alone
 * (`functions/papers`), which knows how evidence documents of twelve years ago said the same.
 */
export type PaperContent = { readonly [form]: 'as stored' }

/** Content that is evidence for people alone: nothing reads it back as data, so it needs no form. */
export const evidenceAlone = (content: object): PaperContent => content as PaperContent
