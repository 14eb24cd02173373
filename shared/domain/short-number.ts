import type { ContractId } from './ids.ts'

/*
 * A contract's short number: twelve characters that a person can read aloud, write down and type. Eleven follow from
 * the contract's id, the twelfth checks them. It is no secret, and gives nobody anything.
 */

/** A short number as people see it: `K7Q4-9XTM-2RHD`. */
export type ShortNumber = string & { readonly shortNumber: never }

/** Neither of two that are taken for each other stands here but the first: 0 O, 1 I L, 2 Z, 5 S, 8 B, V U. */
const alphabet = '0123456789ACDEFGHJKMNPQRTVWXY'
const base = BigInt(alphabet.length)

const meant: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', Z: '2', S: '5', B: '8', U: 'V' }

const length = 12
const idAlphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const idBits = 5n
const none = `ctr_${'0'.repeat(26)}` as const
/** Of a contract's own characters the last twelve hold nothing but chance. */
const byChance = 12

/**
 * Check character of eleven others. Each place has a weight of its own, and 29 is a prime: so every single wrong
 * character shows, and every two that changed places.
 */
const checkOf = (characters: string): string => {
  const sum = Array.from(characters).reduce((total, one, place) => total + (place + 1) * alphabet.indexOf(one), 0)
  // Its own weight is 12, and 12 × 12 is -1 modulo 29: with it the whole sum is 0.
  return alphabet[(sum * length) % alphabet.length] as string
}

const grouped = (characters: string): ShortNumber =>
  [characters.slice(0, 4), characters.slice(4, 8), characters.slice(8)].join('-') as ShortNumber

/** The short number of a contract. It follows from the id, so a contract of any age has one. */
export const shortNumberOf = (id: ContractId): ShortNumber => {
  if (id.startsWith(none)) return grouped(id.slice(none.length).toUpperCase())
  let left = Array.from(id.slice(-byChance)).reduce((sum, one) => (sum << idBits) + BigInt(idAlphabet.indexOf(one)), 0n)
  let characters = ''
  for (let place = 1; place < length; place += 1) {
    characters = `${alphabet[Number(left % base)] as string}${characters}`
    left /= base
  }
  return grouped(characters + checkOf(characters))
}

/** Result of reading what may be a short number: one, one that was miswritten, or something else. */
type ReadShortNumber =
  | { readonly as: 'number'; readonly number: ShortNumber }
  | { readonly as: 'miswritten' }
  | { readonly as: 'other' }

/**
 * Reads a short number as people write it: in lower case or full width, with or without hyphens and blanks, and with
 * letters that are taken for a digit.
 */
export const readShortNumber = (given: string): ReadShortNumber => {
  const written = given
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}\u2212\u30fc_.・]/gu, '')
    .replaceAll(/[OILZSBU]/g, (letter) => meant[letter] as string)
  if (written.length !== length || Array.from(written).some((one) => !alphabet.includes(one))) return { as: 'other' }
  const body = written.slice(0, -1)
  return checkOf(body) === written.slice(-1) ? { as: 'number', number: grouped(written) } : { as: 'miswritten' }
}

/** A short number without its hyphens, as its row is found. */
export const plainNumber = (number: ShortNumber): string => number.replaceAll('-', '')

/** The id that stands for a number no contract has: whoever asks for it is answered as for any that is not there. */
export const idOfNone = (number: ShortNumber): ContractId => `${none}${plainNumber(number).toLowerCase()}`

/** A contract by its id and its short number, as views name it. */
export const numbersOf = (contractId: ContractId) => ({ contractId, shortNumber: shortNumberOf(contractId) })
