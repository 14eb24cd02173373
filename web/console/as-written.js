// @ts-check
/**
 * Days and amounts as people write them, for the console's forms and searches. What is read, and what is said of that
 * which cannot be, is the same as in books (shared/domain/as-written); a test holds both to one table.
 *
 * @template Value
 * @typedef {{ ok: true, value: Value } | { ok: false, why: string }} Read
 */

/** @param {string} text */
const onKeys = (text) =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replaceAll('\uffe5', '¥')

const bare = (/** @type {string} */ text) => onKeys(text).trim()

/** A character's code point as tables of characters have it: U+FEFF. @param {string} sign */
export const codePointOf = (sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** True for a sign that shows nothing where it stands alone. @param {string} sign */
export const showsNothing = (sign) => /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{M}\ufffd]/u.test(sign)

/** @param {string} text */
const quoted = (text) => {
  const all = Array.from(text)
  const shown = all
    .slice(0, 40)
    .map((sign) => (/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\ufffd]/u.test(sign) ? codePointOf(sign) : sign))
    .join('')
  return `「${shown}${all.length > 40 ? '…' : ''}」`
}

/** @template Value @param {Value} value @returns {Read<Value>} */
const done = (value) => ({ ok: true, value })
/** @param {string} why @returns {{ ok: false, why: string }} */
const no = (why) => ({ ok: false, why })

/** @param {string} given */
const spreadsheetLeft = (given) => {
  if (/^#{3,}$/.test(given))
    return `「${given.slice(0, 10)}」は、Excel の列の幅が足りずに値が隠れたものです。列を広げてから保存し直してください。`
  if (/^#(?:n\/a|ref!|value!|name\?|div\/0!|null!|num!|spill!|calc!)$/i.test(given))
    return `「${given}」は、Excel の計算の誤りです。値そのものを入れてください。`
  if (/^[-+]?\d+(?:\.\d+)?e[-+]?\d+$/i.test(given))
    return `「${given}」は、Excel が桁を落として書いた指数の表示です。元の数は分かりません。セルの書式を「文字列」か「数値」にし、元の値を入れ直してから保存してください。`
  return undefined
}

const right = '2026-06-01 の形で入れてください。'
const noDay = (/** @type {string} */ why) => no(`${why}${right}`)

/** @type {Readonly<Record<string, readonly [name: string, firstYear: number, from: string, until: string]>>} */
const eras = {
  m: ['明治', 1868, '1873-01-01', '1912-07-29'],
  t: ['大正', 1912, '1912-07-30', '1926-12-24'],
  s: ['昭和', 1926, '1926-12-25', '1989-01-07'],
  h: ['平成', 1989, '1989-01-08', '2019-04-30'],
  r: ['令和', 2019, '2019-05-01', '2082-12-31'],
}
/** @type {Readonly<Record<string, string>>} */
const letters = { 明: 'm', 大: 't', 昭: 's', 平: 'h', 令: 'r', '㍾': 'm', '㍽': 't', '㍼': 's', '㍻': 'h', '㋿': 'r' }

const dashes = /[\u2010-\u2015\u2212\u30fc\uff70]/g
const zeroTime =
  /^(.+?)(?:(?:\s+|T)(?:午前\s*)?0{1,2}(?::00){1,2}(?:\.0+)?(?:\+09:00)?|(?<=[日\s])\s*(?:午前\s*)?0{1,2}時(?:0{1,2}分(?:0{1,2}秒)?)?)$/
const anyTime = /\d\s*(?:時|:\d{2})/
const weekdayAtEnd = /^(.+?)\s*(?:\(([日月火水木金土])(?:曜日?)?\)|([日月火水木金土])曜日?)$/
const western = /^(?:西暦)?(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/
const packed = /^(\d{4})(\d{2})(\d{2})$/
const ofEra =
  /^(明治|大正|昭和|平成|令和|[明大昭平令㍾㍽㍼㍻㋿]|[mtshr]\.?)(元|\d{1,2})(?:([-/.])(\d{1,2})\3(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/i

/** @param {number} year @param {number} month @param {number} date @returns {Read<string>} */
const existing = (year, month, date) => {
  if (month < 1 || month > 12) return noDay(`${month}月はありません。`)
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  if (date < 1 || date > last)
    return noDay(`${year}年${month}月${date}日はありません（${month}月は${last}日までです）。`)
  if (year < 1900 || year > 2199) return noDay(`${year}年は扱えません。1900年から2199年までの日を、`)
  return done([String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-'))
}

/** @param {string} joined @returns {Read<string> | undefined} */
const dayIn = (joined) => {
  const plain = western.exec(joined)
  if (plain) return existing(Number(plain[1]), Number(plain[3] ?? plain[5]), Number(plain[4] ?? plain[6]))
  const digits = packed.exec(joined)
  if (digits) return existing(Number(digits[1]), Number(digits[2]), Number(digits[3]))
  const reign = ofEra.exec(joined)
  if (!reign) return undefined
  const sign = (reign[1] ?? '').slice(0, 1).toLowerCase()
  const [name, firstYear, from, until] = eras[letters[sign] ?? sign] ?? ['', 0, '', '']
  const year = reign[2] === '元' ? 1 : Number(reign[2])
  const read = existing(firstYear + year - 1, Number(reign[4] ?? reign[6]), Number(reign[5] ?? reign[7]))
  if (!read.ok || (year > 0 && read.value >= from && read.value <= until)) return read
  return noDay(
    `${quoted(joined)}は、${name}の期間（${from} から${name === '令和' ? '' : ` ${until} まで`}）の日ではありません。西暦で確かめて、`,
  )
}

/** @type {readonly (readonly [RegExp, string])[]} */
const kinds = [
  [/^\d{1,2}([-/.])\d{1,2}\1\d{4}$/, 'は、月と日のどちらが先か決まりません。'],
  [
    /^'?\d{1,2}([-/.])\d{1,2}\1\d{1,2}$|^'?\d{1,2}年\d{1,2}月\d{1,2}日$/,
    'は、年が4桁の西暦ではなく、どの年か決まりません。',
  ],
  [/^\d{1,2}(?:[-/.]\d{1,2}|月\d{1,2}日)$/, 'には、年がありません。'],
  [/^\d{4}(?:[-/.]\d{1,2}|年(?:\d{1,2}月)?)$/, 'には、日がありません。'],
  [
    /^\d{5}(?:\.\d+)?$/,
    'は、Excel が日付を数で表したもの（シリアル値）で、どの日か決まりません。セルの書式を「日付」にして保存し直すか、',
  ],
]

const weekdayOf = (/** @type {string} */ day) => '日月火水木金土'[new Date(`${day}T00:00:00.000Z`).getUTCDay()] ?? ''

/** A day as people write it, where it can be one day only. @param {string} text @returns {Read<string>} */
export const dayAsWritten = (text) => {
  const given = bare(text)
  if (given === '') return noDay('日付がありません。')
  const left = spreadsheetLeft(given)
  if (left) return no(left)
  const straight = given.replace(dashes, '-')
  const untimed = zeroTime.exec(straight)?.[1] ?? straight
  const [, dated = untimed, inBrackets, spelled] = weekdayAtEnd.exec(untimed) ?? []
  const joined = dated.replace(/\s*([-/.年月日])\s*/g, '$1').replace(/^(\D+)\s+/, '$1')
  const read = dayIn(joined) ?? refusedDay(joined, given)
  const weekday = inBrackets ?? spelled
  return read.ok && weekday !== undefined && weekday !== weekdayOf(read.value)
    ? noDay(`${quoted(text)}の曜日が合いません。${read.value} は${weekdayOf(read.value)}曜日です。`)
    : read
}

/** @param {string} joined @param {string} given */
const refusedDay = (joined, given) => {
  const found = quoted(given)
  if (anyTime.test(joined)) return noDay(`${found}には、時刻が入っています。日付だけを、`)
  const kind = kinds.find(([pattern]) => pattern.test(joined))
  return noDay(kind ? `${found}${kind[1]}` : `${found}は、日付として読めません。`)
}

/** An amount in whole yen as people write it, where it can be one only. @param {string} text @returns {Read<number>} */
export const amountAsWritten = (text) => {
  const noAmount = (/** @type {string} */ why) => no(`${why}100000 のように、0 以上の整数を数字だけで入れてください。`)
  const given = bare(text)
  if (given === '') return noAmount('数がありません。')
  const left = spreadsheetLeft(given)
  if (left) return no(left)
  const found = quoted(text)
  const signless = /^[¥\\]/.test(given) ? given.slice(1).trimStart() : given
  const number = (signless.endsWith('円') ? signless.slice(0, -1).trimEnd() : signless).replace(/[、､]/g, ',')
  const whole = /^(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.0{1,2})?$/.exec(number)?.[1]
  if (whole !== undefined) return done(Number(whole.replaceAll(',', '')))

  if (/^[-\u2010-\u2015\u2212△▲].*\d|^\(.*\d.*\)$|\d-$/.test(number) || /^[-\u2212△▲].*\d/.test(given))
    return noAmount(`${found}は、負の数です。`)
  if (/^\d[\d,]*\.\d*$/.test(number))
    return noAmount(
      /\.\d{3}$/.test(number)
        ? `${found}の「.」は、小数点か桁の区切りか決まりません。`
        : `${found}には、1 に満たない端数があります。`,
    )
  if (/^[\d,]*\d[\d,]*$/.test(number))
    return noAmount(
      number.includes(',') ? `${found}のコンマは、3桁ごとの区切りではありません。` : `${found}は、桁が多すぎます。`,
    )
  if (/\d\s*[十百千万億兆]/.test(number)) return noAmount(`${found}の「万」などの位は読めません。`)
  return noAmount(`${found}は、数として読めません。`)
}
