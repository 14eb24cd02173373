/** Place in a stored row, and what stands there. Never a value of a person. */
type FoundInRow = {
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
  constructor(kind: string, why: string, options?: ErrorOptions) {
    super(`a stored ${kind} cannot be read: ${why}`, options)
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
  /** Of a union: what each of its forms objects to, seen from where the union stands. */
  readonly errors?: readonly (readonly Issue[])[] | undefined
  /** Of a union whose forms are told apart by a word: the key of that word. */
  readonly discriminator?: string | undefined
  /** Of a key of a record: what its schema objects to. */
  readonly issues?: readonly Issue[] | undefined
}

/** The key or word that a schema does not know; undefined where it objects to anything else. */
export const unknownIn = (issue: Issue): string | undefined => {
  const { code, path, keys = [], input, discriminator, issues = [] } = issue
  const where = path.join('.')
  if (code === 'unrecognized_keys') return `the key ${[where, keys.join(', ')].filter(Boolean).join('.')}`
  if (code === 'invalid_key') return issues.some((one) => unknownIn(one)) ? `the key ${where}` : undefined
  if (code === 'invalid_union' && discriminator === undefined) return unknownToAll(issue)
  const word = code === 'invalid_union' ? (input as Readonly<Record<string, unknown>>)[discriminator ?? ''] : input
  const isWord = (code === 'invalid_value' || code === 'invalid_union') && typeof word === 'string'
  return isWord ? `the word ${JSON.stringify(word)} at ${where}` : undefined
}

/**
 * The key or word that no form of a union knows, as the form nearest to the value says it; undefined where one of them
 * knows every key and word, for then the value is damaged. Forms of another type altogether, a text where an object
 * stands, have no say.
 */
const unknownToAll = ({ path, errors = [] }: Issue): string | undefined => {
  const said = errors
    .filter((issues) => !issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0))
    .map((issues) => {
      const unknown = issues.map((issue) => unknownIn({ ...issue, path: [...path, ...issue.path] }))
      return { what: unknown.find(Boolean), others: unknown.filter((what) => what === undefined).length }
    })
  const nearest = said.toSorted((one, other) => one.others - other.others)[0]
  return said.every(({ what }) => what !== undefined) ? nearest?.what : undefined
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

/** From one form to the next, on what a row says without its form number. Pure, and frozen once it is released. */
export type Upgrade = (stored: never) => unknown

/** The value a stored text is the JSON of. Throws UnreadableRow where the text is none. */
export const parsedText = (kind: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UnreadableRow(kind, 'its text is no JSON', { cause })
  }
}

/**
 * Brings what was stored in one form to the current one, upgrade by upgrade. An upgrade reads rows as its form wrote them
 * and looks at nothing twice, so what it stumbles over is damage: it is thrown as UnreadableRow, with the cause.
 */
export const upgraded = (kind: string, upgrades: readonly Upgrade[], form: number, stored: unknown): unknown => {
  try {
    return upgrades.slice(form - 1).reduce((now, upgrade) => (upgrade as (stored: unknown) => unknown)(now), stored)
  } catch (cause) {
    throw new UnreadableRow(kind, `it is not as form ${form} was written`, { cause })
  }
}
