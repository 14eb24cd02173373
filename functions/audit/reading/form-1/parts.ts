import { serviceFunctions, disclosureItemCodes } from '../fields/word-lists.ts'
import { moment, orNull, word, words } from '../fields/head-words.ts'

/** Items of the disclosure, one character each: their place in the list, in base 36. */
export const itemsOf = (packed: unknown): readonly string[] =>
  [...(packed as string)].map((place) => word(disclosureItemCodes, Number.parseInt(place, 36)))

export const linkOf = (packed: unknown) => {
  const [nonce, expiresAt, codesSent, codeSentAt, wrongCodes, passedAt] = packed as readonly unknown[]
  const moments = {
    expiresAt: moment(expiresAt),
    codeSentAt: orNull(codeSentAt, moment),
    passedAt: orNull(passedAt, moment),
  }
  return { nonce, codesSent, wrongCodes, ...moments }
}

export const explanationOf = (packed: unknown) => {
  const [method, on, items] = packed as readonly unknown[]
  return { method: word(words.method, method), on, items: itemsOf(items) }
}

/** Renewal when a term is over: so many months more, with so many days to say no; 0 where it ends. */
export const renewalOf = (packed: unknown) => {
  if (packed === 0) return null
  const [months, noticeDays] = packed as readonly unknown[]
  return { months, noticeDays }
}

/** The functions bound together; 0 stands for all of them, and nothing else may. */
export const functionsOf = (packed: unknown): readonly string[] => {
  if (packed === 0) return serviceFunctions
  const functions = (packed as unknown[]).map((place) => word(serviceFunctions, place))
  if (functions.join() === serviceFunctions.join()) throw new Error('all functions, spelt out')
  return functions
}
