import type { PrintedDocument } from '../../shared/domain/documents/printed-document.ts'

/** A document on paper: the bytes of a PDF/A-2a, or the characters that no font of ours can draw. */
export type PrintOut =
  | { readonly ok: true; readonly pdf: Uint8Array }
  | { readonly ok: false; readonly missingGlyphs: readonly string[] }

/** Prints documents. The same document gives the same bytes, on every machine and at any time. */
export type Printing = { readonly print: (document: PrintedDocument) => Promise<PrintOut> }
