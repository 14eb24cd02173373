import { validate } from 'stdnum/lib/cjs/jp/cn.js'
import * as z from 'zod'
import type { Words } from '../domain/words.ts'

const right: Words = {
  ja: '法人番号は13桁の半角数字です（先頭は1〜9）。',
  en: 'A corporate number (法人番号) has 13 digits, the first of them 1 to 9.',
}
const soleProprietors: Words = {
  ja: '法人番号のない方（個人事業主など）には、実施主体が本人を確かめて付けた番号（sme_ で始まる）を入れてください。',
  en: 'For those who have none, such as sole proprietors, give the id that the implementing entity gave them (sme_…).',
}
const notAnOwnId: Words = {
  ja: '実施主体が付けた番号の形ではありません。sme_ の後の26字を、抜けなく入れてください。',
  en: 'Not in the form of an id given by the implementing entity: sme_ and 26 characters.',
}
const before = (first: Words, then: Words): Words => ({ ja: first.ja + then.ja, en: `${first.en} ${then.en}` })

/** Trouble with a corporate number, and what the right one is. It is never mended: another firm's is one digit off. */
const troubleIn = (given: string): Words | null => {
  const narrow = given.normalize('NFKC').trim()
  if (/^[1-9][0-9]{12}$/.test(given))
    return validate(given).isValid
      ? null
      : {
          ja: '法人番号の検査用数字（先頭の1桁）が合いません。桁の写し違いや、表計算ソフトによる末尾の丸めがないか、お確かめください。',
          en: 'The check digit of the corporate number, its first, is wrong: look for a digit mistyped, or lost in a spreadsheet.',
        }
  if (/^[0-9]+(?:[.,][0-9]+)?e\+?[0-9]+$/i.test(narrow))
    return before(
      {
        ja: '表計算ソフトが法人番号を指数の形に変え、下の桁が失われています。元の番号を、書式を「文字列」にした欄に入れ直してください。',
        en: 'A spreadsheet wrote the number with an exponent, and digits are lost: give the number itself, in a cell formatted as text.',
      },
      right,
    )
  if (/^[0-9]{13}\.0+$/.test(narrow))
    return before({ ja: '小数点と、その後の0を消してください。', en: 'Remove the decimal point and the zeros.' }, right)
  if (/^t[0-9]{13}$/i.test(narrow))
    return before(
      {
        ja: 'インボイスの登録番号のようです。法人であれば、先頭の T を除いた13桁が法人番号です。',
        en: 'This looks like an invoice registration number: of a corporation, the 13 digits behind the T are its number.',
      },
      before(right, soleProprietors),
    )
  if (/^[0-9]{12}$/.test(narrow))
    return before(
      {
        ja: '12桁しかありません。会社法人等番号でしたら、その前に検査用数字が付きます。個人番号（マイナンバー）は入れないでください。',
        en: 'Only 12 digits: a 会社法人等番号 lacks its check digit. Never give a personal number.',
      },
      right,
    )
  if (/[0-9]/.test(narrow) && !/^0+$/.test(narrow))
    return before(right, {
      ja: '空白・ハイフン・引用符・全角の数字は入れられません。',
      en: 'No blanks, hyphens, quotes or full-width digits.',
    })
  return before(right, soleProprietors)
}

/** 法人番号: thirteen digits, the first of them the check digit. */
export const CorporateNumber = z
  .string()
  .max(100)
  .superRefine((given, context) => {
    const words = troubleIn(given)
    if (words) context.addIssue({ code: 'custom', params: { words } })
  })
  .meta({ description: '法人番号（13桁、先頭は検査用数字）' })

/** Trouble with the number of an SME: its 法人番号, or the id its implementing entity gave it. */
const troubleInSme = (given: string): Words | null => {
  if (/^sme_[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(given)) return null
  return given.startsWith('sme_') ? notAnOwnId : troubleIn(given)
}

const description = '法人番号（13桁）、又は、法人番号のない方に実施主体が付けた番号（sme_ で始まる）'

/** Number of an SME: its 法人番号, or the id that its implementing entity gave it where it has none. */
export const SmeNumber = z
  .string()
  .max(100)
  .superRefine((given, context) => {
    const words = troubleInSme(given)
    if (words) context.addIssue({ code: 'custom', params: { words } })
  })
  .meta({ description })

/** The same as people write it, for what is asked of a list: with hyphens or blanks, in wide digits, behind a T. */
export const SmeNumberAsked = z
  .string()
  .max(100)
  .transform((given, context): string => {
    const plain = given.normalize('NFKC').replaceAll(/[\s\p{Pd}\u2212\u30fc]/gu, '')
    const number = /^T?[0-9]{13}$/i.test(plain) ? plain.slice(-13) : given
    const words = troubleInSme(number)
    if (!words) return number
    context.addIssue({ code: 'custom', params: { words } })
    return z.NEVER
  })
  .meta({ description })
