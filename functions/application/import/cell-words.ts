import { bare, quoted } from '../../../shared/domain/as-written/characters.ts'
import { spreadsheetLeft } from '../../../shared/domain/as-written/spreadsheet.ts'
import { nearestOf } from '../../../shared/domain/as-written/nearest.ts'
import type { Words } from '../../../shared/domain/words.ts'

/** Words for a cell that gives none of some values: what was found, the nearest of them, and all of them. */
export const notAmong = (cell: string, values: readonly string[]): Words => {
  const all = values.join('、')
  if (bare(cell) === '')
    return { ja: `空欄です。次のどれかを入れてください: ${all}。`, en: `Empty. Give one of: ${all}.` }
  const near = nearestOf(cell, values)
  return {
    ja: `${quoted(cell)}は選べません。${near ? `「${near}」のことでしょうか。` : ''}次のどれかを入れてください: ${all}。`,
    en: `${quoted(cell)} is not one of: ${all}.${near ? ` Is it ${near}?` : ''}`,
  }
}

const mostListed = 20

/** A code that does not exist here: what was found, the nearest that does, and those that do. */
export const noSuchCode = (cell: string, what: Words, codes: readonly string[], orElse: Words): Words => {
  const near = nearestOf(cell, codes) ?? codes.find((code) => withoutZeros(code) === withoutZeros(bare(cell)))
  const more = codes.length - mostListed
  const known = `${codes.slice(0, mostListed).join('、')}${more > 0 ? `（ほか${more}件）` : ''}`
  const found = bare(cell) === '' ? { ja: '空欄です。', en: 'Empty.' } : undefined
  return {
    ja: [
      found?.ja ?? `${what.ja}${quoted(cell)}はありません。`,
      near ? `「${near}」のことでしょうか。` : '',
      codes.length > 0 ? `登録されているコード: ${known}。` : `${what.ja}は、まだ一つも登録されていません。`,
      orElse.ja,
    ].join(''),
    en: [
      found?.en ?? `There is no such code: ${quoted(cell)}.`,
      near ? ` Is it ${near}?` : '',
      ` Known: ${known || 'none'}.`,
      orElse.en === '' ? '' : ` ${orElse.en}`,
    ].join(''),
  }
}

const withoutZeros = (code: string): string => code.replace(/^0+(?=.)/, '')

const thirteen = { ja: '13桁の数字で入れてください。', en: 'Give its thirteen digits.' }
const inWords = (ja: string, en: string): Words => ({ ja: `${ja}${thirteen.ja}`, en: `${en} ${thirteen.en}` })

/** Words for a cell that is no corporate number, where it can be told why. */
export const notACorporateNumber = (cell: string): Words | undefined => {
  const given = bare(cell)
  const found = quoted(cell)
  const left = spreadsheetLeft(given)
  if (left) return left
  if (/^\d{12}$/.test(given))
    return inWords(
      `${found}は12桁です。一桁落ちています（法人番号は 0 では始まらないので、先頭の 0 ではありません）。`,
      'It has twelve digits: one was lost.',
    )
  if (/^\d+$/.test(given) && given.length !== 13)
    return inWords(`${found}は${given.length}桁です。`, `It has ${given.length} digits.`)
  if (/^[1-9]\d{9,}0{3}$/.test(given))
    return {
      ja: `${found}は、法人番号の検査用数字が合いません。末尾が 0 の並びなので、Excel が桁を落としたものかもしれません。元の番号をご確認ください。`,
      en: 'The check digit is wrong; its last zeros may be digits that a spreadsheet lost.',
    }
  if (/^\d{13}\.0*$/.test(given)) return inWords(`${found}には、小数点が付いています。`, 'It has a decimal point.')
  // The form itself answers a firm that has none, by an id of its own or without, and anyone who gives an invoice number.
  if (given.startsWith('sme_')) return undefined
  if (/^T\d{13}$/i.test(given) || /^0*$/.test(given) || !/\d/.test(given)) return undefined
  if (/^['’]\d/.test(given)) return inWords(`${found}の先頭に「'」が付いています。`, 'It begins with an apostrophe.')
  // Thirteen digits and nothing else: what is wrong is the check digit, and the form itself says so.
  if (/^\d{13}$/.test(given)) return undefined
  if (/^[\d\s\u2010-\u2015\u2212ー-]+$/.test(given) && given.replace(/\D/g, '').length === 13)
    return inWords(`${found}には、数字のほかの記号か空白が入っています。`, 'It holds signs other than digits.')
  return inWords(`${found}は、法人番号の形ではありません。`, 'Not in the form of a corporate number.')
}

/** Words for a cell that is no phone number, where it can be told why: most often its first zero was lost. */
export const notAPhone = (cell: string): Words | undefined => {
  const given = bare(cell)
  const left = spreadsheetLeft(given)
  if (left) return left
  const digits = given.replace(/[-\s]/g, '')
  return /^[1-9]\d{8,9}$/.test(digits)
    ? {
        ja: `${quoted(cell)}は、先頭の 0 が落ちています（Excel で数として保存すると落ちます）。0${digits} のように、0 から入れてください。`,
        en: `Its first zero was lost, as a spreadsheet does to numbers: 0${digits}?`,
      }
    : undefined
}

/** Words for an address that is none: a phone alone is enough. */
export const mailOrPhone = (cell: string, why: Words): Words => ({
  ja: `${quoted(cell)}は、届くメールアドレスの形ではありません。${why.ja}`,
  en: `Not a mail address that can be delivered to. ${why.en}`,
})
