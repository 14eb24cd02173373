import { ok, refuse, type Result } from '../result.ts'
import type { Words } from '../words.ts'
import { bare, quoted } from './characters.ts'
import { spreadsheetLeft } from './spreadsheet.ts'

/** Signs that may stand beside a number of some kind, and the way it is best written. */
export type Measure = { readonly before: string; readonly after: readonly string[]; readonly like: string }

// In Shift_JIS a yen sign and a backslash are one byte, and Excel writes amounts with it.
export const inYen: Measure = { before: '¥\\', after: ['円'], like: '100000' }

/** An amount in whole yen as people and spreadsheets write it: 100000, 100,000, ¥100,000, １００，０００円. */
export const amountAsWritten = (text: string): Result<number, Words> => numberAsWritten(text, inYen)

/**
 * A whole number that is not negative, as people and spreadsheets write it, where it can be one number only: in digits
 * of any width, in groups of three, with its unit. What could be another number, or is none, is refused as what it is.
 */
export const numberAsWritten = (text: string, { before, after, like }: Measure): Result<number, Words> => {
  const no = (ja: string, en: string): Result<never, Words> =>
    refuse({
      ja: `${ja}${like} のように、0 以上の整数を数字だけで入れてください。`,
      en: `${en} Give a whole number in digits, as ${like}.`,
    })
  const given = bare(text)
  if (given === '') return no('数がありません。', 'There is no number.')
  const left = spreadsheetLeft(given)
  if (left) return refuse(left)
  const found = quoted(text)
  const signless = before.includes(given.slice(0, 1)) ? given.slice(1).trimStart() : given
  const unit = after.find((one) => signless.endsWith(one)) ?? ''
  const number = (unit === '' ? signless : signless.slice(0, -unit.length).trimEnd()).replace(/[、､]/g, ',')
  const whole = /^(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.0{1,2})?$/.exec(number)?.[1]
  if (whole !== undefined) return ok(Number(whole.replaceAll(',', '')))

  if (/^[-\u2010-\u2015\u2212△▲].*\d|^\(.*\d.*\)$|\d-$/.test(number) || /^[-\u2212△▲].*\d/.test(given))
    return no(`${found}は、負の数です。`, 'A negative number.')
  if (/^\d[\d,]*\.\d*$/.test(number))
    return /\.\d{3}$/.test(number)
      ? no(`${found}の「.」は、小数点か桁の区切りか決まりません。`, 'A point or a separator: it cannot be told.')
      : no(`${found}には、1 に満たない端数があります。`, 'It has a fraction.')
  if (/^[\d,]*\d[\d,]*$/.test(number))
    return number.includes(',')
      ? no(`${found}のコンマは、3桁ごとの区切りではありません。`, 'Its commas do not part it by threes.')
      : no(`${found}は、桁が多すぎます。`, 'It has too many digits.')
  if (/\d\s*[十百千万億兆]/.test(number))
    return no(`${found}の「万」などの位は読めません。`, 'It is not in digits alone.')
  return no(`${found}は、数として読めません。`, 'Not readable as a number.')
}
