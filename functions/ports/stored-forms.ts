/** Where in a stored row something stands, and what. Never a value of a person. */
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
