// @ts-check
import { amountAsWritten, dayAsWritten } from './as-written.js'

/**
 * From what a person put into a form to the body of a request, and from a problem back to the fields. No browser is
 * needed for either.
 *
 * @typedef {import('./shapes.js').Field} Field
 * @typedef {import('./shapes.js').Given} Given
 * @typedef {import('./shapes.js').Saying} Saying
 * @typedef {Readonly<Record<string, Given>>} Values
 */

/** Digits, marks and letters as they are on a key, however they were typed. */
const narrow = (/** @type {string} */ text) => text.normalize('NFKC').trim()

/** A number where it is one; else as it was given, for the API to object to. @param {string} text */
const numberIn = (text) => {
  const read = amountAsWritten(text)
  return read.ok ? read.value : text
}

/** A day where it is one; else as it was given. @param {string} text */
const dayIn = (text) => {
  const read = dayAsWritten(text)
  return read.ok ? read.value : text
}

/** A moment of Japan's clock, with its offset. @param {string} text */
const momentIn = (text) => (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? `${text}:00+09:00` : text)

const lines = (/** @type {string} */ text) => text.split(/\r?\n/).filter((line) => line.trim() !== '')

const texts = (/** @type {Given} */ given) => /** @type {readonly string[]} */ (Array.isArray(given) ? given : [])

/**
 * The fields that are asked, given what the others hold.
 * @param {readonly Field[]} fields
 * @param {Values} values
 */
export const askedFields = (fields, values) =>
  fields.filter(({ when }) => !when || when.slice(1).includes(String(values[when[0] ?? ''] ?? '')))

/** @param {Field} field @param {Given | undefined} given @returns {unknown} */
const valueOf = (field, given = '') => {
  switch (field.kind) {
    case 'rows':
      return /** @type {readonly Readonly<Record<string, string>>[]} */ (Array.isArray(given) ? given : [])
        .filter((row) => Object.values(row).some((cell) => cell.trim() !== ''))
        .map((row) => bodyOf(field.of ?? [], row))
    case 'ticks':
      return texts(given)
    case 'lines':
      return lines(String(given))
    default:
      break
  }
  const text = String(given)
  if (text.trim() === '') return undefined
  switch (field.kind) {
    case 'number':
      return numberIn(text)
    case 'day':
      return dayIn(text)
    case 'yesNo':
      return text === 'yes'
    case 'moment':
      return momentIn(text)
    case 'code':
    case 'mail':
    case 'tel':
      return narrow(text)
    default:
      return text
  }
}

/** @param {Record<string, any>} body @param {string} path @param {unknown} value */
const put = (body, path, value) => {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  let at = body
  for (const step of steps) at = at[step] ??= {}
  at[last] = value
}

/**
 * The body a form sends: every field at its path.
 * @param {readonly Field[]} fields
 * @param {Values} values
 */
export const bodyOf = (fields, values) => {
  /** @type {Record<string, any>} */
  const body = {}
  for (const field of askedFields(fields, values)) {
    if (field.unsent) continue
    const value = valueOf(field, values[field.name])
    if (value !== undefined) put(body, field.name, value)
    else if (field.orNull) put(body, field.name, null)
  }
  return body
}

/**
 * The fields that must be given and are not.
 * @param {readonly Field[]} fields
 * @param {Values} values
 */
export const missingFields = (fields, values) =>
  askedFields(fields, values).filter((field) => {
    if (field.optional) return false
    const value = valueOf(field, values[field.name])
    return value === undefined || (Array.isArray(value) && value.length === 0)
  })

/**
 * The body of a form as it is sent.
 * @param {Pick<import('./shapes.js').Form, 'fields' | 'fixed' | 'shape'>} form
 * @param {Values} values
 */
export const requestOf = ({ fields, fixed, shape = (body) => body }, values) => {
  const body = shape({ ...bodyOf(fields, values), ...fixed })
  return Object.keys(/** @type {object} */ (body)).length > 0 ? body : undefined
}

/** The field nearest to a place in the body: itself, what holds it, or the first within it. */
const fieldAt = (/** @type {readonly Field[]} */ fields, /** @type {string} */ where) =>
  fields.find(({ name }) => name === where) ??
  fields.find(({ name }) => where.startsWith(`${name}.`)) ??
  fields.find(({ name }) => name.startsWith(`${where}.`))

/**
 * What a problem says, sorted to the fields it speaks of; what belongs to none is left for the form as a whole.
 * @param {Pick<import('./shapes.js').Form, 'fields' | 'places'>} form
 * @param {readonly Saying[]} sayings
 */
export const placed = ({ fields, places = {} }, sayings) => {
  /** @type {Map<string, Saying[]>} */
  const beside = new Map()
  /** @type {Saying[]} */
  const rest = []
  for (const saying of sayings) {
    const field = fieldAt(fields, places[saying.where] ?? saying.where)
    if (field) beside.set(field.name, [...(beside.get(field.name) ?? []), saying])
    else rest.push(saying)
  }
  return { beside, rest }
}
