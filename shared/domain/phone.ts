import { ok, refuse, type Result } from './result.ts'

/**
 * Kind of line a number leads to. By the numbering plan of Japan (総務省 電気通信番号計画), by how a number begins: whether it is
 * in use is not asked, and 03-0000-0001 is a land line.
 */
type PhoneKind =
  /** 060, 070, 080, 090. */
  | 'mobile'
  | 'landline'
  /** 050. */
  | 'ip'
  /** 0120, 0800. */
  | 'tollFree'
  /** 0570, 0990, 0180, 0170: one number for many, or one that charges. */
  | 'sharedNumber'
  /** 020: machines and pagers. */
  | 'machine'
  | 'abroad'

/** A number, read: its kind, and what a network is given to reach it (E.164: +819012345678). */
export type Phone = { readonly kind: PhoneKind; readonly international: string }

/** Reason why a number is none. Carries what the right one has, never what was given. */
export type PhoneTrouble =
  | { readonly why: 'otherCharacters' }
  /** Of a length that only its missing 0 explains: 312345678 is 03-1234-5678 after a spreadsheet. */
  | { readonly why: 'zeroLost' }
  | { readonly why: 'beginsWithNeither' }
  | { readonly why: 'noSuchBeginning' }
  | { readonly why: 'digits'; readonly given: number; readonly wanted: number }
  | { readonly why: 'abroadLength' }

/** Blanks, hyphens and dashes of every kind, the long vowel mark and 一 typed for them, dots and brackets. */
const separators = /[\s\p{Pd}\u2212\u30fc\u4e00.()]/gu

/** Area codes of two digits: the only ones a group of two stands for. */
const shortAreaCode = /^0[346]$/

/**
 * Reads a number as people write it: in full width or half, with +81, +81(0) or 0081, with any blanks and dashes. Only
 * what can be read in one way is read. The number itself is kept as it was given; this is what it means.
 */
export const readPhone = (given: string): Result<Phone, PhoneTrouble> => {
  const narrow = given.normalize('NFKC').trim()
  const digits = narrow.replace(separators, '')
  if (!/^\+?[0-9]+$/.test(digits)) return refuse({ why: 'otherCharacters' })
  const fromAbroad = /^(?:\+|010|00(?=81))/.exec(digits)?.[0]
  if (fromAbroad !== undefined) {
    const rest = digits.slice(fromAbroad.length)
    if (rest.startsWith('81')) return ofJapan(`0${rest.slice(2).replace(/^0/, '')}`, '')
    return /^[1-9][0-9]{6,14}$/.test(rest)
      ? ok({ kind: 'abroad', international: `+${rest}` })
      : refuse({ why: 'abroadLength' })
  }
  if (digits.startsWith('0')) return ofJapan(digits, narrow.split(separators)[0] ?? '')
  return refuse({ why: ofJapan(`0${digits}`, '').ok ? 'zeroLost' : 'beginsWithNeither' })
}

const plan: readonly (readonly [beginning: RegExp, kind: PhoneKind, digits: number])[] = [
  [/^0800/, 'tollFree', 11],
  [/^0120/, 'tollFree', 10],
  [/^0(?:570|990|180|170)/, 'sharedNumber', 10],
  [/^0[6789]0/, 'mobile', 11],
  [/^050/, 'ip', 11],
  [/^0200/, 'machine', 14],
  [/^020/, 'machine', 11],
  [/^0[1-9]/, 'landline', 10],
]

/** A number with its 0. Where its first group is an area code of two digits, it says so: 06-0000-0000 is no mobile. */
const ofJapan = (digits: string, firstGroup: string): Result<Phone, PhoneTrouble> => {
  const found = shortAreaCode.test(firstGroup) ? plan.at(-1) : plan.find(([beginning]) => beginning.test(digits))
  if (!found) return refuse({ why: 'noSuchBeginning' })
  const [, kind, wanted] = found
  if (digits.length !== wanted) return refuse({ why: 'digits', given: digits.length, wanted })
  return ok({ kind, international: `+81${digits.slice(1)}` })
}

/** Ways a code goes to a telephone: as a short message, or read aloud in a call. */
export const codeWays = ['sms', 'voice'] as const
export type CodeWay = (typeof codeWays)[number]

/**
 * The way a code goes to each kind of line; null where none does. A number that is free for its caller, or charges it,
 * belongs to no one person, and abroad nobody here knows what arrives.
 */
const wayOfKind: Readonly<Record<PhoneKind, CodeWay | null>> = {
  mobile: 'sms',
  landline: 'voice',
  ip: 'voice',
  tollFree: null,
  sharedNumber: null,
  machine: null,
  abroad: null,
}

/** Number on record; null where it is none. One put there while a lost 0 was still taken is read with it. */
const phoneOnRecord = (given: string): Phone | null => {
  const phone = readPhone(given)
  if (phone.ok) return phone.value
  return phone.refusal.why === 'zeroLost' ? phoneOnRecord(`0${given.normalize('NFKC').trim()}`) : null
}

/** The way a code goes to a number on record; null where it cannot go there, or where it is no number. */
export const codeWayOf = (given: string): CodeWay | null => {
  const phone = phoneOnRecord(given)
  return phone && wayOfKind[phone.kind]
}

/** Form of a number on record that a network is given to reach it, E.164; null where it is none. */
export const internationalForm = (given: string): string | null => phoneOnRecord(given)?.international ?? null
