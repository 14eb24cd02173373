import { quoted } from '../../../shared/domain/as-written/characters.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { CsvRow, ReadCsv } from '../../ports/dependencies.ts'
import { decoded } from './charsets.ts'
import { unprotectedCell } from './formulas.ts'
import { beginsAsAwaited, headerOf, type Header } from './header.ts'
import { columnLetters } from './lines.ts'
import { allLines, type Line } from './records.ts'

const maxColumns = 100

const no = (line: number, ja: string, en: string): Refusal<'not-readable'> => ({
  kind: 'not-readable',
  what: 'content',
  line,
  byte: null,
  why: { ja, en },
})

const remains = /[\0\u001a\s]/

/**
 * Removes what DOS and fixed blocks leave behind the last line, and the marks that joining files leaves at lines'
 * beginnings.
 */
const withoutRemains = (text: string): string => {
  let end = text.length
  while (end > 0 && remains.test(text[end - 1] ?? '')) end -= 1
  const tail = /[\0\u001a]/.test(text.slice(end)) ? text.slice(0, end) : text
  return tail.replace(/(^|[\r\n])[\ufeff\u001a]+/g, '$1')
}

/** A table as people have it, read by the columns that are wanted of it. */
export const readCsv: ReadCsv = (source, wanted) => {
  const isAwaited = (text: string) => beginsAsAwaited(withoutRemains(text), wanted)
  const given =
    'text' in source
      ? decoded(source.text, null, isAwaited)
      : decoded(Buffer.from(source.base64, 'base64'), source.charset, isAwaited)
  if (!given.ok) return given
  const text = withoutRemains(given.value.text)
  const header = headerOf(text, wanted)
  if (!header.ok) return header
  if (header.value.names.length > maxColumns)
    return refuse(
      no(header.value.line.line, `見出しの欄は${maxColumns}までです。`, `A header has at most ${maxColumns} cells.`),
    )
  const lines = allLines(text, header.value.separator)
  if (!lines.ok) return refuse(no(lines.refusal.line, lines.refusal.why.ja, lines.refusal.why.en))
  const rows = rowsBelow(header.value, lines.value)
  return rows.ok
    ? ok({
        charset: given.value.charset,
        columns: header.value.names.flatMap((name) => (name === undefined ? [] : [name])),
        rows: rows.value,
      })
    : rows
}

const isBlank = (cell: string): boolean => cell.trim() === ''

/** The rows below a header, by its names; a header that comes again, as in files put together, is none. */
const rowsBelow = (header: Header, lines: readonly Line[]): Result<readonly CsvRow[], Refusal<'not-readable'>> => {
  const rows: CsvRow[] = []
  const { cells: titles } = header.line
  for (const one of lines.slice(header.line.row)) {
    const { cells, line } = one
    if (cells.every(isBlank) || cells.join('\n') === titles.join('\n')) continue
    const wrong = outside(header, one)
    if (wrong) return refuse(wrong)
    rows.push({
      line,
      cells: Object.fromEntries(
        header.names.flatMap((name, index) =>
          name === undefined ? [] : [[name, unprotectedCell(cells[index] ?? '')]],
        ),
      ),
    })
  }
  return ok(rows)
}

/** Refusal of a row with cells that belong to no column, or with so few that it must be the half of one. */
const outside = (
  { line: { cells: titles } }: Header,
  { cells, line, row }: Line,
): Refusal<'not-readable'> | undefined => {
  const place = row === line ? '' : `（Excel では${row}行目）`
  const at = cells.findIndex((cell, index) => !isBlank(cell) && isBlank(titles[index] ?? ''))
  const found = quoted(cells[at] ?? '')
  if (at >= 0 && at < titles.length)
    return no(
      line,
      `${columnLetters(at)}列には見出しがありませんが、${found}と入っています${place}。見出しを付けるか、この欄を消してください。`,
      `Column ${columnLetters(at)} has no name, and holds ${found}.`,
    )
  if (at >= 0)
    return no(
      line,
      `この行の欄の数（${cells.length}）が、見出しの欄の数（${titles.length}）と違います${place}。${columnLetters(at)}列の${found}は、どの欄のものか分かりません。コンマを含む値は引用符（"）で囲んでください。`,
      `This line has another number of cells (${cells.length}) than the header (${titles.length}); ${found} belongs to no column.`,
    )
  return cells.length * 2 < titles.length
    ? no(
        line,
        `この行の欄の数（${cells.length}）が、見出しの欄の数（${titles.length}）と違います${place}。値の途中で行が切れていないか、ご確認ください。`,
        `This line has another number of cells (${cells.length}) than the header (${titles.length}); a line end may stand in a value.`,
      )
    : undefined
}
