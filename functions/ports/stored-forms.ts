/** Place in a stored row, and what stands there. Never a value of a person. */
export type FoundInRow = {
  /** The kind of row, as its stored form is named: `contract`, `reseller`, … */
  readonly kind: string
  /** The form number the row bears, and the highest one this code knows. */
  readonly form: number
  readonly known: number
  /** The key or word this code does not know; null where the number alone says so. */
  readonly what: string | null
}

/**
 * Thrown on reading a row that a newer version of this code wrote: it bears a higher form number than is known, or a key
 * or a word this form does not have. Nothing can be decided on such a row, and nothing may be written over it; the door
 * answers with the problem `newer-form`.
 */
export class NewerForm extends Error {
  readonly found: FoundInRow
  constructor(found: FoundInRow) {
    const { kind, form, known, what } = found
    super(`a stored ${kind} is of form ${form}${what === null ? '' : ` with ${what}`}; this code knows form ${known}`)
    this.name = 'NewerForm'
    this.found = found
  }
}

/** Thrown on reading a row that lacks what its form requires, or says it in another type. A defect, never a refusal. */
export class UnreadableRow extends Error {
  constructor(kind: string, why: string) {
    super(`a stored ${kind} cannot be read: ${why}`)
    this.name = 'UnreadableRow'
  }
}

/** Thrown on writing what a form has no place for: a word its list does not have, a field it does not name. A defect. */
export class NotInForm extends Error {
  constructor(kind: string, what: string) {
    super(`the form of ${kind} has no place for ${what}`)
    this.name = 'NotInForm'
  }
}

/** Issue that a schema has with a stored value, as zod says it. */
type Issue = {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly keys?: readonly string[]
  readonly input?: unknown
}

/** The key or word that a schema does not know; undefined where it objects to anything else. */
export const unknownIn = ({ code, path, keys = [], input }: Issue): string | undefined => {
  const where = path.join('.')
  if (code === 'unrecognized_keys') return `the key ${[where, keys.join(', ')].filter(Boolean).join('.')}`
  const isWord = code === 'invalid_value' && typeof input === 'string'
  return isWord ? `the word ${JSON.stringify(input)} at ${where}` : undefined
}

/** Error for a stored value in a known form that cannot be read: a key or a word of code that knows more, or damage. */
export const notReadable = (
  { kind, form }: { readonly kind: string; readonly form: number },
  issues: readonly Issue[],
  why: string,
): NewerForm | UnreadableRow => {
  const unknown = issues.map(unknownIn).find((what) => what !== undefined)
  return unknown === undefined
    ? new UnreadableRow(kind, why)
    : new NewerForm({ kind, form, known: form, what: unknown })
}

/** Throws where what stands for a form number is none, or is above the known ones. */
export const knownForm = (kind: string, known: number, form: unknown): number => {
  if (typeof form !== 'number' || !Number.isSafeInteger(form) || form < 1)
    throw new UnreadableRow(kind, `${JSON.stringify(form)} is no form number`)
  if (form > known) throw new NewerForm({ kind, form, known, what: null })
  return form
}
