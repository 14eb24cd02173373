import { corporateNumber, nextNumber } from './parties.ts'
import { sampleBook } from './sample-books.ts'

export const bookHeader = sampleBook.split('\r\n')[0]?.replace('\ufeff', '') ?? ''
export const attestedBy = { name: '青木 誠', title: '契約管理課' }

/** A line of a book of paper contracts that conforms, for an SME of its own unless one is named. */
export const bookRow = (more: Partial<Record<string, string>> = {}, n = nextNumber()): string => {
  const cells: Record<string, string> = {
    行番号: String(n),
    再販協力会社コード: 'R1',
    法人番号: corporateNumber(n),
    会社名: '架空商店',
    都道府県: '東京都',
    従業員数: '5',
    業種: '小売業',
    サービスコード: 'NET',
    '初期費用(税抜)': '100000',
    '月額(税抜)': '9800',
    端末数: '0',
    契約日: '2026-06-01',
    契約年数: '1',
    通知先メール: 'it@example.jp',
    通知先電話: '03-0000-0000',
    リモート支援の同意: '有',
    説明方法: '口頭',
    説明日: '2026-06-01',
    ...more,
  }
  return bookHeader
    .split(',')
    .map((column) => `"${(cells[column] ?? '').replaceAll('"', '""')}"`)
    .join(',')
}

/** A book of these lines, as Excel saves it. */
export const bookOfRows = (...rows: readonly string[]): string => [bookHeader, ...rows].join('\r\n')
