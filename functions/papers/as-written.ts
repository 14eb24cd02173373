import type { PaperContent } from '../ports/papers.ts'

/**
 * What an evidence document says, to be shown to people word for word: without its form number, and in the keys of the
 * form it was written in. Nothing may be decided on it, nor taken out of it: that is for its form.
 */
export const asWritten = (content: PaperContent): Readonly<Record<string, unknown>> => {
  const { form: _, ...says } = content as unknown as { readonly form?: number }
  return says
}
