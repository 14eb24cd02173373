import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { Documents, ReadCsv } from '../ports/world.ts'

const maxColumns = 100

/** A CSV as Excel saves it in UTF-8: with or without BOM, quoted where needed, any line ends. */
export const readCsv: ReadCsv = (content) => {
  try {
    const rows = parse(content, {
      bom: true,
      columns: (header: string[]) => (header.length <= maxColumns ? header : []),
      skip_empty_lines: true,
      relax_column_count: false,
      max_record_size: 20_000,
    })
    return rows as Record<string, string>[]
  } catch {
    // csv-parse says what it stumbled over, in English and with positions; a person gets our own words instead.
    return undefined
  }
}

// A spreadsheet looks past leading spaces and at full-width signs too, so the test is made on what it would see.
const wouldRun = (cell: string): boolean =>
  /^[=+\-@\t\r]/.test(cell) || /^[=+\-@]/.test(cell.normalize('NFKC').trimStart())

/** UTF-8 with BOM and CRLF, as Excel wants it; a cell that a spreadsheet would run gets a leading apostrophe. */
export const writeCsv: Documents['csv'] = (header, rows) =>
  stringify([[...header], ...rows.map((row) => [...row])], {
    bom: true,
    record_delimiter: 'windows',
    cast: { string: (cell) => (wouldRun(cell) ? `'${cell}` : cell) },
  })
