import * as z from 'zod'
import {
  knownForm,
  NotInForm,
  notReadable,
  parsedText,
  unknownIn,
  upgraded,
  type Upgrade,
} from '../../../ports/stored-forms.ts'

/**
 * A stored form: how one kind of row says its value in a JSON text, and how texts of earlier forms are read.
 *
 * - The form number is the key `v` inside the text; a text without it is of form 1. (The row attribute `v` beside it is
 *   something else: the aggregate's version, the optimistic lock.)
 * - The codec is a zod schema of the current form, built with `named` and its fields (fields.ts): short keys, absent
 *   instead of null, defaults for what a row lacks, closed words taken from the domain's own lists.
 * - The upgrades lead from each form to the next, the first from 1 to 2; each is a pure function in a file of its own
 *   that is never changed again. How many there are gives the current form number.
 * - An optional field with a default is added to the schema and needs no new form. Whatever changes the meaning of a key
 *   that is stored already does.
 *
 * Rows are upgraded as they are read, and kept in the current form when they are next written. See
 * docs/how-a-stored-shape-changes.md.
 */
export type StoredForm<Value> = {
  readonly kind: string
  /** The form number that `write` writes. */
  readonly current: number
  /** The form number a text bears. Throws NewerForm where this code does not know it. */
  readonly formOf: (text: string) => number
  /** Reads a text of any known form. Throws NewerForm on what a newer version wrote, UnreadableRow on what is damaged. */
  readonly read: (text: string) => Value
  /** Writes the current form. Throws NotInForm, with the word, where the form has no place for it. */
  readonly write: (value: Value) => string
}

type Spec<Value> = {
  readonly kind: string
  readonly codec: z.ZodType<Value>
  readonly upgrades: readonly Upgrade[]
}

/** Builds the stored form of a kind of row from its schema and its upgrades. */
export const storedForm = <Value>({ kind, codec, upgrades }: Spec<Value>): StoredForm<Value> => {
  const current = upgrades.length + 1
  return {
    kind,
    current,
    formOf: (text) => numbered(kind, current, parsedText(kind, text)).form,
    read: (text) => {
      const { form, stored } = numbered(kind, current, parsedText(kind, text))
      return decoded({ kind, form: current, codec }, upgraded(kind, upgrades, form, stored))
    },
    write: (value) => {
      const stored = encoded({ kind, codec }, value)
      // Form 1 bears no number: every row written before there were numbers is of it.
      return JSON.stringify(current === 1 ? stored : { v: current, ...(stored as object) })
    },
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A parsed text apart from its form number. Throws NewerForm on a number above the known ones. */
export const numbered = (
  kind: string,
  known: number,
  parsed: unknown,
): { readonly form: number; readonly stored: unknown } => {
  if (!isObject(parsed) || !('v' in parsed)) return { form: 1, stored: parsed }
  const { v: form, ...stored } = parsed
  return { form: knownForm(kind, known, form), stored }
}

/** Reads what was stored in the current form; what the schema does not take is told apart by why. */
export const decoded = <Value>(
  { kind, form, codec }: { readonly kind: string; readonly form: number; readonly codec: z.ZodType<Value> },
  stored: unknown,
): Value => {
  const read = z.safeDecode(codec, stored, { reportInput: true })
  if (read.success) return read.data
  throw notReadable({ kind, form }, read.error.issues, z.prettifyError(read.error))
}

/** Writes a value in the current form. */
export const encoded = <Value>(
  { kind, codec }: { readonly kind: string; readonly codec: z.ZodType<Value> },
  value: Value,
): unknown => {
  const written = z.safeEncode(codec, value, { reportInput: true })
  if (written.success) return written.data
  throw new NotInForm(kind, written.error.issues.map((issue) => unknownIn(issue) ?? whyOf(issue)).join('; '))
}

const whyOf = ({ path, message }: z.core.$ZodIssue): string => `${path.join('.')}: ${message}`
