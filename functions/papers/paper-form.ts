import * as z from 'zod'
import type { PaperContent } from '../ports/papers.ts'
import { knownForm, notReadable, NotInForm, upgraded, type Upgrade } from '../ports/stored-forms.ts'

/**
 * The form of a kind of evidence document that is read back as data: what it says, and how earlier forms of it are
 * read.
 */
export type PaperForm<Value> = {
  readonly kind: string
  /** The form number that `write` writes. */
  readonly current: number
  /**
   * Reads an evidence document of any known form. Throws NewerForm on what a newer version wrote, UnreadableRow on what
   * is damaged.
   */
  readonly read: (content: PaperContent) => Value
  /** Writes a value in the current form. Throws NotInForm, with the word, where the form has no place for it. */
  readonly write: (value: Value) => PaperContent
}

/** What an evidence document of a form says: the type follows from the form's schema. */
export type SaidIn<Form> = Form extends PaperForm<infer Value> ? Value : never

/**
 * Builds the form of a kind of evidence document. Its number is the key `form` of the document; one without it is of
 * form 1. A document is named by the hash of its bytes and so never written anew: it is upgraded whenever it is read.
 */
export const paperForm = <Value>({
  kind,
  schema,
  upgrades = [],
}: {
  readonly kind: string
  readonly schema: z.ZodType<Value>
  readonly upgrades?: readonly Upgrade[]
}): PaperForm<Value> => {
  const current = upgrades.length + 1
  return {
    kind,
    current,
    read: (content) => {
      const { form: stated, says } = apart(content)
      const form = knownForm(kind, current, stated)
      const read = schema.safeParse(upgraded(kind, upgrades, form, says), { reportInput: true })
      if (read.success) return read.data
      throw notReadable({ kind, form: current }, read.error.issues, z.prettifyError(read.error))
    },
    write: (value) => {
      const checked = schema.safeParse(value, { reportInput: true })
      if (!checked.success) throw new NotInForm(kind, z.prettifyError(checked.error))
      return (current === 1 ? value : { form: current, ...value }) as PaperContent
    },
  }
}

/** An evidence document apart from its form number. */
const apart = (content: unknown): { readonly form: unknown; readonly says: unknown } => {
  if (typeof content !== 'object' || content === null || !('form' in content)) return { form: 1, says: content }
  const { form, ...says } = content
  return { form, says }
}
