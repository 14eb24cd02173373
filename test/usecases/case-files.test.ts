import { describe } from 'vitest'
import { caseFile, judgedBook, outcomeOf, type FileOutcome } from '../support/case-files.ts'
import { marketplace } from '../support/marketplace.ts'
import { testOutcomes } from '../support/outcome-cases.ts'

const { parties, net } = await marketplace()
await parties.reseller('R1', [net])

const all = (...rows: readonly number[]): FileOutcome => Object.fromEntries(rows.map((row) => [row, 'taken']))
const day = (says: string) => ({ 契約日: says, 説明日: says })
const mail = { 通知先メール: '電話番号だけを入れてもかまいません' }

/** Files as clerks have them (test/fixtures/cases), and what becomes of each. */
const outcomes: Readonly<Record<string, FileOutcome>> = {
  'C01a-header-lf-rows-crlf.csv': all(1, 2, 3),
  'C01b-crlf-one-row-lf.csv': all(1, 2, 3),
  'C01c-cr-only.csv': all(1, 2),
  'C01d-cr-only-with-a-bad-row.csv': {
    refused: 'not-readable',
    line: 3,
    says: ['欄の数（19）', '見出しの欄の数（18）', 'S列の「余り」'],
  },
  'C02a-two-empty-columns.csv': all(1, 2),
  'C02b-one-empty-column.csv': all(1),
  'C02c-two-empty-columns-cp932.csv': all(1),
  'C04a-excel-slash-days-cp932.csv': all(1, 2),
  'C04b-era-serial-dots.csv': {
    1: 'taken',
    2: 'taken',
    3: day('シリアル値'),
    4: 'taken',
    5: 'taken',
    6: 'taken',
    7: day('年がありません'),
    8: 'taken',
    9: 'taken',
  },
  'C05-corporate-number-forms.csv': {
    1: { 法人番号: '桁を落として' },
    2: { 法人番号: '小数点' },
    3: { 法人番号: '登録番号' },
    4: { 法人番号: '数字のほかの記号' },
    5: 'taken',
    6: { 法人番号: "「'」" },
    7: { 法人番号: '末尾が 0 の並び' },
  },
  'C06-phones-without-their-zero.csv': {
    1: { 通知先電話: '先頭の 0 が落ちています' },
    2: { 通知先電話: '09012345678' },
    3: { 通知先電話: '0120000000' },
    4: { 通知先電話: '05012345678' },
    5: 'taken',
  },
  'C07-amounts.csv': {
    1: 'taken',
    2: 'taken',
    3: 'taken',
    4: 'taken',
    5: { '初期費用(税抜)': '「万」' },
    6: 'taken',
    7: 'taken',
    8: { '初期費用(税抜)': '負の数' },
    9: { '初期費用(税抜)': '数がありません' },
    10: { '初期費用(税抜)': '指数' },
  },
  'C08-line-end-in-a-name.csv': {
    1: { 会社名: '改行です' },
    2: { 会社名: '改行です' },
    3: { 会社名: '改行です' },
    4: 'taken',
  },
  'C09a-ctrl-z-after-the-last-line-cp932.csv': all(1, 2),
  'C09b-nul-padded-to-a-block-cp932.csv': all(1),
  'C10a-title-rows-above.csv': all(1),
  'C10b-sep-line.csv': all(1),
  // No font of the papers draws an overline.
  'C12a-as-a-mac-writes-utf8.csv': {
    ...all(1, 2, 3, 4, 5, 6, 8, 9, 10, 11),
    7: {
      会社名:
        '「‾」（U+203E）は書面に印刷できません。印刷できる字に替えてください（例 常用漢字、かな）。署名のあとでは直せません。',
    },
  },
  'C12b-as-windows-writes-cp932.csv': all(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
  'C13a-decomposed-kana.csv': all(1, 2, 3, 4),
  'C13b-the-same-composed.csv': all(1, 2),
  'C15-dashes-and-small-kana.csv': all(1, 2, 3, 4, 5, 6, 7, 8),
  // Neither capitals nor a blank behind it make another address.
  'C16-mail-forms.csv': {
    ...Object.fromEntries([1, 2, 3, 5, 6, 7, 9, 11, 12, 13].map((row) => [row, mail])),
    // Before the @ stand / and ?, too (RFC 5321).
    4: 'taken',
    8: 'taken',
    10: 'taken',
  },
  'C17a-a-workbook-named.csv': { refused: 'not-readable', says: ['Excel ブック（.xlsx）', 'CSV UTF-8'] },
  'C17b-euc-jp.csv': all(1),
  'C17c-iso-2022-jp.csv': all(1),
  'C17d-tabs.csv': all(1),
  'C17e-semicolons.csv': all(1),
  'C17f-utf16le-without-bom.csv': all(1),
}

const inWords = (expected: FileOutcome): string => {
  if ('refused' in expected) return `refused as a whole: ${expected.says.join(', ')}`
  const rows = Object.entries(expected)
  const refused = rows.filter(([, outcome]) => outcome !== 'taken')
  if (refused.length === 0) return 'every row taken'
  const why = refused.map(([row, outcome]) => `${row} (${Object.values(outcome).join(', ')})`)
  return `${rows.length - refused.length} of ${rows.length} rows taken; refused: ${why.join('; ')}`
}

describe('a file as a clerk has it', () => {
  testOutcomes(
    Object.entries(outcomes).map(([name, expected]) => ({
      item: name.slice(0, 3),
      given: name,
      by: '実施主体の担当者',
      outcome: inWords(expected),
      came: async () => outcomeOf(await judgedBook(parties.staff, caseFile(name)), expected),
      is: expected,
    })),
  )
})
