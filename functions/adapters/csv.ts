import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { Refusal } from '../../shared/domain/refusal.ts'
import { done, refuse } from '../../shared/domain/result.ts'
import type { Words } from '../../shared/domain/words.ts'
import type { Documents, ReadCsv } from '../ports/world.ts'
import { decoded, shiftJisOf } from './charsets.ts'

const maxColumns = 100

const no = (
  why: Words,
  line: number | null = null,
): { readonly ok: false; readonly refusal: Refusal<'not-readable'> } =>
  refuse({ kind: 'not-readable', what: 'content', line, byte: null, why })

// csv-parse says what it stumbled over in English and quotes the file; a person gets our own words instead.
const stumbles: Readonly<Record<string, Words>> = {
  CSV_RECORD_INCONSISTENT_COLUMNS: {
    ja: 'この行の欄の数が、見出しの欄の数と違います。',
    en: 'This line has another number of cells than the header.',
  },
  CSV_QUOTE_NOT_CLOSED: { ja: '引用符が閉じられていません。', en: 'A quote is not closed.' },
  CSV_INVALID_CLOSING_QUOTE: {
    ja: '閉じた引用符のあとに、区切りでない文字があります。',
    en: 'Something other than a comma follows a closing quote.',
  },
  INVALID_OPENING_QUOTE: {
    ja: '引用符で始まらない欄の途中に、引用符があります。',
    en: 'A quote stands inside a cell that did not begin with one.',
  },
  CSV_MAX_RECORD_SIZE: { ja: 'この行は長すぎます。', en: 'This line is too long.' },
}
const unknownStumble: Words = { ja: 'CSV として読み取れません。', en: 'Not readable as a CSV.' }

/** A CSV as Excel saves it: in UTF-8 or Shift_JIS, with or without BOM, quoted where needed, any line ends. */
export const readCsv: ReadCsv = (source) => {
  const text =
    'text' in source ? decoded(source.text, null) : decoded(Buffer.from(source.base64, 'base64'), source.charset)
  if (!text.ok) return text
  try {
    const records: string[][] = parse(text.value.text, {
      bom: true,
      columns: false,
      skip_empty_lines: true,
      relax_column_count: false,
      max_record_size: 20_000,
    })
    const [columns = [], ...cells] = records
    if (columns.length > maxColumns)
      return no({ ja: `見出しの欄は${maxColumns}までです。`, en: `A header has at most ${maxColumns} cells.` }, 1)
    const twice = columns.find((column, index) => columns.indexOf(column) !== index)
    if (twice !== undefined)
      return no({ ja: '見出しに同じ名前の欄が二つあります。', en: 'Two columns have the same name.' }, 1)
    const rows = cells.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ''])))
    return done({ charset: text.value.charset, columns, rows })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return no(stumbles[error.code] ?? unknownStumble, typeof error['lines'] === 'number' ? error['lines'] : null)
  }
}

// A spreadsheet looks past leading spaces and at full-width signs too, so the test is made on what it would see.
const wouldRun = (cell: string): boolean =>
  /^[=+\-@\t\r]/.test(cell) || /^[=+\-@]/.test(cell.normalize('NFKC').trimStart())

type Table = Parameters<Documents['csv']>

const tableOf = ([header, rows]: Table, bom: boolean): string =>
  stringify([[...header], ...rows.map((row) => [...row])], {
    bom,
    record_delimiter: 'windows',
    cast: { string: (cell) => (wouldRun(cell) ? `'${cell}` : cell) },
  })

/** UTF-8 with BOM and CRLF, as Excel wants it; a cell that a spreadsheet would run gets a leading apostrophe. */
export const writeCsv: Documents['csv'] = (...table) => tableOf(table, true)

/** The same in Shift_JIS, which has no BOM. */
export const writeCsvInShiftJis: Documents['csvInShiftJis'] = (...table) => shiftJisOf(tableOf(table, false))
