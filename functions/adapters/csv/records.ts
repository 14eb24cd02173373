import { CsvError, parse } from 'csv-parse/sync'
import type { Words } from '../../../shared/domain/words.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { columnLetters, lineEnds, lineEndsIn } from './lines.ts'

/** Cells as they stand between two line ends, the line on which they begin, and their place among such, from 1. */
export type Line = { readonly cells: readonly string[]; readonly line: number; readonly row: number }

type Stumble = { readonly line: number; readonly why: Words }

// csv-parse says what it stumbled over in English and quotes the file; a person gets our own words instead.
const stumbles: Readonly<Record<string, Words>> = {
  CSV_QUOTE_NOT_CLOSED: {
    ja: 'この行で始まる引用符（"）が、閉じられていません。',
    en: 'A quote that begins in this line is not closed.',
  },
  CSV_INVALID_CLOSING_QUOTE: {
    ja: '閉じた引用符（"）のあとに、区切りでない文字があります。値の中の引用符は「""」と二つ重ねてください。',
    en: 'Something other than a separator follows a closing quote; a quote in a value is written twice.',
  },
  INVALID_OPENING_QUOTE: {
    ja: '引用符（"）で始まらない欄の途中に、引用符があります。欄の全体を引用符で囲み、中の引用符は「""」と二つ重ねてください。',
    en: 'A quote stands inside a cell that did not begin with one; put the cell in quotes and write its quote twice.',
  },
  CSV_MAX_RECORD_SIZE: {
    ja: 'この行は長すぎます。引用符（"）の閉じ忘れがないか、ご確認ください。',
    en: 'This line is too long; a quote may not be closed.',
  },
}
const unknownStumble: Words = { ja: 'CSV として読み取れません。', en: 'Not readable as a CSV.' }

const mostCharacters = 20_000

/** Parts a text into lines of cells. Stops at the first thing that cannot be read, having given what came before. */
const parted = (
  text: string,
  separator: string,
  most?: number,
): { readonly lines: readonly Line[]; readonly error?: CsvError; readonly next: number } => {
  const bytes = Buffer.from(text)
  const lines: Line[] = []
  let [from, line] = [0, 1]
  try {
    parse(bytes, {
      delimiter: separator,
      record_delimiter: [...lineEnds],
      relax_column_count: true,
      // Cells copied out of a spreadsheet have their quotes as they are.
      relax_quotes: separator === '\t',
      max_record_size: mostCharacters,
      ...(most === undefined ? {} : { to: most }),
      on_record: (cells: string[], { bytes: until }) => {
        lines.push({ cells, line, row: lines.length + 1 })
        line += lineEndsIn(bytes.subarray(from, until).toString())
        from = until
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { lines, error, next: line }
  }
  return { lines, next: line }
}

/** The first lines of a text, for its header to be found; whatever cannot be read ends them. */
export const firstLines = (text: string, separator: string, most: number): readonly Line[] =>
  parted(text.slice(0, mostCharacters * 4), separator, most).lines

/** All lines of a text, or the first that cannot be read, with its column. */
export const allLines = (text: string, separator: string): Result<readonly Line[], Stumble> => {
  const { lines, error, next } = parted(text, separator)
  if (!error) return ok(lines)
  const why = stumbles[error.code] ?? unknownStumble
  const column = typeof error['column'] === 'number' ? columnLetters(error['column']) : null
  return refuse({
    line: next,
    why: column === null ? why : { ja: `${column}列: ${why.ja}`, en: `Column ${column}: ${why.en}` },
  })
}
