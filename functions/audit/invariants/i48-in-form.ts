import type { Invariant } from './invariant.ts'

const mostBytes = 400_000
// Characters that are none, are one machine's own, or show nothing, but line breaks: never part of what people write.
// A variation selector behind its character is a way of writing it.
const unseen = /(?![\n\r])(?:\u034f|[\p{C}\u2028\u2029\ufffc\ufffd\u2800\u115f\u1160\u17b4\u17b5\u3164\uffa0])/u
// Texts of a book of rows are kept as they came, and judged row by row.
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
 * I48. Every row fits, no text in a ledger, a state or an evidence document holds a character nobody sees, and each
 * moment is written in one form. (That every row has its form and no attribute besides is seen when it is read. Names
 * keep their bytes, so no normal form of Unicode is asked of them.)
 */
export const inForm: Invariant = {
  id: 'I48',
  says: { ja: '行は大きさの範囲に収まり、文字が読める', en: 'rows fit, and their texts can be read' },
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
