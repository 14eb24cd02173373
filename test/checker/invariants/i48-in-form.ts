import type { Invariant } from '../invariant.ts'

const mostBytes = 400_000
// Control characters but line breaks, direction overrides, zero-width marks: never part of what people write here.
const unseen =
  /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/
// What a book of rows says is kept as it came, and judged row by row.
const raw = /^(input|results)-/
const momentField = /At$/
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

type Found = (what: string) => void

/** Goes through a value to its last text. */
const walk = (value: unknown, name: string, found: Found): void => {
  if (typeof value === 'string') {
    if (!value.isWellFormed() || unseen.test(value)) found(`has a character nobody sees in ${name || 'itself'}`)
    if (momentField.test(name) && !moment.test(value)) found(`writes ${name} in another form`)
    return
  }
  if (Array.isArray(value)) return value.forEach((inner) => walk(inner, name, found))
  if (typeof value !== 'object' || value === null) return
  for (const [inner, of] of Object.entries(value)) walk(of, inner, found)
}

/**
 * I48. Every row fits, no text in a ledger, a state or a paper holds a character nobody sees, and each moment is written
 * in one form. (That every row has its form and no attribute besides is seen when it is read. Names keep their bytes, so
 * no normal form of Unicode is asked of them.)
 */
export const inForm: Invariant = {
  id: 'I48',
  says: 'rows fit, and their texts can be read',
  check: ({ streams, states, papers, sizes }, see) => {
    const look = (where: string, value: unknown): void => {
      const wrong = new Set<string>()
      walk(value, '', (what) => void wrong.add(what))
      see(where, ...wrong)
    }
    for (const [where, bytes] of sizes) see(where, bytes > mostBytes && `is of ${bytes} bytes`)
    for (const { entries } of streams.values()) for (const { where, event } of entries) look(where, event)
    for (const { where, state } of states.values()) look(where, state)
    for (const list of papers.values())
      for (const { where, name, text } of list) if (!raw.test(name)) look(where, JSON.parse(text))
  },
}
