import { stringify } from 'csv-stringify/sync'
import type { Documents } from '../../ports/dependencies.ts'
import { protectedCell } from './formulas.ts'
import { shiftJisOf } from './shift-jis.ts'

type Table = Parameters<Documents['csv']>

// Whatever some reader takes for the end of a line stands in quotes.
const anyLineEnd = /[\r\n\v\f\u001c-\u001e\u0085\u2028\u2029]/

const tableOf = ([header, rows]: Table, bom: boolean): string =>
  stringify([[...header], ...rows.map((row) => [...row])], {
    bom,
    record_delimiter: 'windows',
    quoted_match: anyLineEnd,
    cast: { string: protectedCell },
  })

/** UTF-8 with BOM and CRLF, as Excel wants it; a line of a cell that a spreadsheet would run gets an apostrophe. */
export const writeCsv: Documents['csv'] = (...table) => tableOf(table, true)

/** The same in Shift_JIS, which has no BOM. */
export const writeCsvInShiftJis: Documents['csvInShiftJis'] = (...table) => shiftJisOf(tableOf(table, false))
