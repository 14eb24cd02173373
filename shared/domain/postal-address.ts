import { prefectures, type Prefecture } from './places.ts'

/** Postal address in Japan, written as it stands on an envelope: full width, the postal code in digits with its hyphen. */
export type PostalAddress = {
  /** 〒 in digits, 100-0001; null where nobody knows it. */
  readonly postalCode: string | null
  readonly prefecture: Prefecture
  /** City, town and number, without the prefecture. */
  readonly rest: string
  readonly building: string | null
}

/** Place where a service is used, where that is not the SME's own address. */
export type PlaceOfService = PostalAddress & { readonly name: string | null }

const dashes = /[\p{Pd}\u2212\u2043\u02d7\u2500\u2501\u30fc\uff70]/gu

/** A postal code as 100-0001, however it was written: with 〒 or without, full width, with any dash or none. */
export const readPostalCode = (given: string): string | null => {
  const plain = given
    .normalize('NFKC')
    .replace(dashes, '-')
    .replace(/[〒\s]/gu, '')
  const read = /^([0-9]{3})-?([0-9]{4})$/.exec(plain)
  return read ? `${read[1]}-${read[2]}` : null
}

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).replace(/ /g, '\u3000')

/** Characters of a compatibility block are left alone: only narrow kana are made wide, with their dakuten. */
const narrowKana = /[\uff61-\uff9f]+/g

/**
 * Part of an address in full width: digits, letters and kana wide, a dash between numbers －, one blank for many. Kanji
 * stay as given, to the byte: which of two shapes a place writes is not ours to say.
 */
export const wideAddress = (given: string): string =>
  wide(given.trim().replace(narrowKana, (kana) => kana.normalize('NFKC')))
    .replace(/(?<=[０-９Ａ-Ｚａ-ｚ])[\p{Pd}\u2212\u2043\u2500\u2501\u30fc](?=[０-９Ａ-Ｚａ-ｚ])/gu, '－')
    .replace(/\u3000+/g, '\u3000')

/** The prefecture an address begins with, and what follows it. */
export const splitPrefecture = (given: string): readonly [Prefecture | null, string] => {
  const found = prefectures.find((one) => given.startsWith(one))
  return found ? [found, given.slice(found.length).replace(/^\u3000/, '')] : [null, given]
}

/** Lines of an address as they stand on an envelope. */
export const linesOfAddress = ({ postalCode, prefecture, rest, building }: PostalAddress): readonly string[] => [
  ...(postalCode ? [`〒${postalCode}`] : []),
  `${prefecture}${rest}`,
  ...(building ? [building] : []),
]

/** An address in one line. */
export const addressInWords = (address: PostalAddress): string => linesOfAddress(address).join('　')

/** Address in the form in which two are compared: 一丁目2番3号 and 1-2-3 are one, and a building says nothing. */
export const addressKeyOf = ({ prefecture, rest }: Pick<PostalAddress, 'prefecture' | 'rest'>): string => {
  const narrow = rest
    .normalize('NFKC')
    .replace(dashes, '-')
    .replace(/\s/g, '')
    .replace(/大字|字/g, '')
  const counted = narrow.replace(/[一二三四五六七八九十]+(?=丁目|番|号)/g, kanjiNumber)
  return `${prefecture}${counted
    .replace(/丁目|番地の?|番|号|の(?=[0-9])/g, '-')
    .replace(/-+/g, '-')
    .replace(/-$/, '')}`
}

const kanjiDigits = '〇一二三四五六七八九'
const digitOf = (one: string | undefined): number => Math.max(0, kanjiDigits.indexOf(one ?? ''))

/** A number below a hundred, as addresses count. */
const kanjiNumber = (text: string): string => {
  const [tens, ones] = text.includes('十') ? text.split('十') : [null, text]
  const ten = tens === null ? 0 : tens === '' ? 1 : digitOf(tens)
  return String(ten * 10 + digitOf(ones || undefined))
}
