import { isPlainDate, type PlainDate } from '../plain-date.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Words } from '../words.ts'
import { bare, quoted } from './characters.ts'
import { eraOf } from './eras.ts'
import { spreadsheetLeft } from './spreadsheet.ts'

type Read = Result<PlainDate, Words>

const dashes = /[\u2010-\u2015\u2212\u30fc\uff70]/g
const zeroTime =
  /^(.+?)(?:(?:\s+|T)(?:午前\s*)?0{1,2}(?::00){1,2}(?:\.0+)?(?:\+09:00)?|(?<=[日\s])\s*(?:午前\s*)?0{1,2}時(?:0{1,2}分(?:0{1,2}秒)?)?)$/
const anyTime = /\d\s*(?:時|:\d{2})/
const weekdayAtEnd = /^(.+?)\s*(?:\(([日月火水木金土])(?:曜日?)?\)|([日月火水木金土])曜日?)$/
const western = /^(?:西暦)?(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/
const packed = /^(\d{4})(\d{2})(\d{2})$/
const ofEra =
  /^(明治|大正|昭和|平成|令和|[明大昭平令㍾㍽㍼㍻㋿]|[mtshr]\.?)(元|\d{1,2})(?:([-/.])(\d{1,2})\3(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/i

const right = '2026-06-01 の形で入れてください。'
const no = (ja: string, en: string): Read => refuse({ ja: `${ja}${right}`, en: `${en} Give the day as 2026-06-01.` })

/**
 * A day as people and spreadsheets write it, where it can be one day only: 2026-06-01, 2026/6/1, 2026年6月1日,
 * 令和8年6月1日, R8.6.1, 20260601, in digits of any width, with its weekday or with a time of 0:00. What could be
 * another day, or is none, is refused as what it is.
 */
export const dayAsWritten = (text: string): Read => {
  const given = bare(text)
  if (given === '') return no('日付がありません。', 'There is no day.')
  const left = spreadsheetLeft(given)
  if (left) return refuse(left)
  const straight = given.replace(dashes, '-')
  const untimed = zeroTime.exec(straight)?.[1] ?? straight
  const [, dated = untimed, inBrackets, spelled] = weekdayAtEnd.exec(untimed) ?? []
  const joined = dated.replace(/\s*([-/.年月日])\s*/g, '$1').replace(/^(\D+)\s+/, '$1')
  const read = dayIn(joined) ?? refused(joined, given)
  const weekday = inBrackets ?? spelled
  return read.ok && weekday !== undefined && weekday !== weekdayOf(read.value)
    ? no(
        `${quoted(text)}の曜日が合いません。${read.value} は${weekdayOf(read.value)}曜日です。`,
        'The weekday is another one.',
      )
    : read
}

const weekdayOf = (day: PlainDate): string => '日月火水木金土'[new Date(`${day}T00:00:00.000Z`).getUTCDay()] ?? ''

const dayIn = (joined: string): Read | undefined => {
  const plain = western.exec(joined)
  if (plain) return existing(Number(plain[1]), Number(plain[3] ?? plain[5]), Number(plain[4] ?? plain[6]))
  const digits = packed.exec(joined)
  if (digits) return existing(Number(digits[1]), Number(digits[2]), Number(digits[3]))
  const reign = ofEra.exec(joined)
  if (!reign) return undefined
  const era = eraOf(reign[1] ?? '')
  const year = reign[2] === '元' ? 1 : Number(reign[2])
  const read = existing(era.firstYear + year - 1, Number(reign[4] ?? reign[6]), Number(reign[5] ?? reign[7]))
  if (!read.ok || (year > 0 && read.value >= era.from && read.value <= era.until)) return read
  return no(
    `${quoted(joined)}は、${era.name}の期間（${era.from} から${era.isPresent ? '' : ` ${era.until} まで`}）の日ではありません。西暦で確かめて、`,
    `No day of the era ${era.name}, which began on ${era.from}.`,
  )
}

const existing = (year: number, month: number, date: number): Read => {
  const day = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-')
  if (isPlainDate(day) && year >= 1900 && year <= 2199) return ok(day)
  if (isPlainDate(day))
    return no(`${year}年は扱えません。1900年から2199年までの日を、`, `The year ${year} is not taken: 1900 to 2199 are.`)
  if (month < 1 || month > 12) return no(`${month}月はありません。`, `There is no month ${month}.`)
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  return no(
    `${year}年${month}月${date}日はありません（${month}月は${last}日までです）。`,
    `There is no such day: that month has ${last} days.`,
  )
}

const kinds: readonly (readonly [RegExp, ja: string, en: string])[] = [
  [
    /^\d{1,2}([-/.])\d{1,2}\1\d{4}$/,
    'は、月と日のどちらが先か決まりません。',
    'Which is the month and which the day cannot be told.',
  ],
  [
    /^'?\d{1,2}([-/.])\d{1,2}\1\d{1,2}$|^'?\d{1,2}年\d{1,2}月\d{1,2}日$/,
    'は、年が4桁の西暦ではなく、どの年か決まりません。',
    'The year has no four digits, and could be any.',
  ],
  [/^\d{1,2}(?:[-/.]\d{1,2}|月\d{1,2}日)$/, 'には、年がありません。', 'There is no year.'],
  [/^\d{4}(?:[-/.]\d{1,2}|年(?:\d{1,2}月)?)$/, 'には、日がありません。', 'There is no day of the month.'],
  [
    /^\d{5}(?:\.\d+)?$/,
    'は、Excel が日付を数で表したもの（シリアル値）で、どの日か決まりません。セルの書式を「日付」にして保存し直すか、',
    'A serial number of a spreadsheet, and no day.',
  ],
]

const refused = (joined: string, given: string): Read => {
  const found = quoted(given)
  if (anyTime.test(joined)) return no(`${found}には、時刻が入っています。日付だけを、`, 'It holds a time of day.')
  const kind = kinds.find(([pattern]) => pattern.test(joined))
  return kind ? no(`${found}${kind[1]}`, kind[2]) : no(`${found}は、日付として読めません。`, 'Not readable as a day.')
}
