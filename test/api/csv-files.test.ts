import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from '../../functions/adapters/csv/read-csv.ts'
import { writeCsv, writeCsvInShiftJis } from '../../functions/adapters/csv/write-csv.ts'

const columns = ['番号', '会社名', '理由']
const wanted = { needed: columns, also: [] }
const readAs = (source: Parameters<typeof readCsv>[0]) => {
  const read = readCsv(source, wanted)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value.rows.map(({ cells }) => columns.map((column) => cells[column]))
}

// Line ends of every kind, signs that begin a formula, our own mark, and what a spreadsheet looks past.
const odd = fc
  .array(
    fc.constantFrom(
      '\r',
      '\n',
      '\r\n',
      '\u2028',
      '\u0085',
      '\v',
      '\f',
      '\u001e',
      '=',
      '+',
      '-',
      '@',
      '＝',
      '−',
      '\t',
      ' ',
      '　',
      '\u200b',
      "'",
      '"',
      ',',
      ';',
      '架空',
      'a',
      '1',
      '=cmd',
      '@SUM(1+1)',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

describe('a CSV that is written', () => {
  const linesSeen = (text: string): readonly string[] => text.split(/[\r\n\v\f\u001c-\u001e\u0085\u2028\u2029]+/)
  const startsFormula = (cell: string) =>
    /^\t|^[=+\-@−]/.test(cell) || /^[=+\-@−]/.test(cell.normalize('NFKC').replace(/^[\s\p{Cc}\p{Cf}]+/u, ''))

  test('has no cell of which any line would run in a spreadsheet, whatever ends its lines (C08)', () => {
    fc.assert(
      fc.property(odd, (cell) => {
        const [, row = ''] = writeCsv(columns, [['1', 'x', cell]]).split(/\r\n1,x,/)
        const written = row.replace(/\r\n$/, '')
        const inside = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written
        for (const line of linesSeen(inside)) expect(startsFormula(line), JSON.stringify(inside)).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  test('has every cell with a line end in quotes, of whichever kind it is (C08)', () => {
    for (const end of ['\n', '\r', '\r\n', '\u2028', '\u0085', '\v'])
      expect(writeCsv(columns, [['1', `架空${end}本店`, '']])).toContain(`"架空${end}本店"`)
  })

  test('is read again as it was, its own apostrophes off (C08)', () => {
    fc.assert(
      fc.property(odd, odd, (one, other) => {
        const cells = ['1', one, other]
        expect(readAs({ text: writeCsv(columns, [cells]) })).toEqual([cells])
      }),
      { numRuns: 2_000 },
    )
  })

  test('is read again in Shift_JIS too', () => {
    const rows = [
      ['1', '架空\n=1+1', "'=本物の印"],
      ['2', '+81-90', '−5'],
    ]
    const written = writeCsvInShiftJis(columns, rows)
    if (!written.ok) throw new Error('not written')
    const base64 = Buffer.from(written.value).toString('base64')
    expect(readAs({ base64, charset: null })).toEqual([rows[0], ['2', '+81-90', '－5']])
  })

  test('an apostrophe that is not ours stays (C05)', () => {
    expect(readAs({ text: "番号,会社名,理由\n'7000000990506,'架空,''\n" })).toEqual([["'7000000990506", "'架空", "''"]])
  })
})
