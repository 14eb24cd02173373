import { bookOfRows, bookRow } from '../support/books.ts'
import { corporateNumber } from '../support/parties.ts'

const maxInitialExTaxYen = 500_000
// Further back than a step of an import goes: what meets there was done in another step.
const rowsBack = 60

/** What one row says, or what became of it. A refusal stands under its clause; one of form has none. */
export type Verdict = {
  readonly row: number
  readonly name: string
  readonly verdict: 'accepted' | 'refused'
  readonly why: string | null
}

/**
 * A book of so many rows, three of every twenty-five of them wrong: no prefecture, too high a fee, and an SME that an
 * earlier row has under another day. Its names can be written in Shift_JIS, as Windows has it, and in no older one.
 */
export const bookWithFaults = (rows: number): string =>
  bookOfRows(
    ...Array.from({ length: rows }, (_, index) => {
      const faults: Readonly<Record<number, Partial<Record<string, string>>>> = {
        7: { 都道府県: '東京' },
        13: { '初期費用(税抜)': String(maxInitialExTaxYen + 1) },
        19: index < rowsBack ? {} : { 法人番号: corporateNumber(index + 1 - rowsBack), 契約日: '2026-07-01' },
      }
      return bookRow({ 会社名: `髙﨑商店${index + 1}号`, ...faults[index % 25] }, index + 1)
    }),
  )

/** What must become of each row of such a book, read line by line and with nothing of the platform. */
export const readPlainly = (book: string): readonly Verdict[] => {
  const [header = '', ...lines] = book.split('\r\n')
  const columns = header.split(',')
  const taken = new Set<string>()
  return lines.map((line) => {
    const cells = line.slice(1, -1).split('","')
    const of = (column: string): string => cells[columns.indexOf(column)] ?? ''
    const why = (): string | null => {
      if (!/[都道府県]$/.test(of('都道府県'))) return ''
      if (Number(of('初期費用(税抜)')) > maxInitialExTaxYen) return '第2章1.(7)エ'
      return taken.has(of('法人番号')) ? '第2章1.(6)' : null
    }
    const reason = why()
    if (reason === null) taken.add(of('法人番号'))
    return {
      row: Number(of('行番号')),
      name: of('会社名'),
      verdict: reason === null ? 'accepted' : 'refused',
      why: reason,
    }
  })
}
