import type { OperationId } from '../../../shared/domain/ids.ts'
import { onKeys } from '../../../shared/domain/as-written/characters.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { type ImportInput, importInputForm } from '../../papers/books.ts'
import { allColumns, plainRow, rowNumberColumn, type BookRow } from './book-columns.ts'

/** A row as it was given, and the line of its file; null where that is not known. */
export type GivenRow = { readonly cells: BookRow; readonly line: number | null }

/** A row in its book. */
export type RowOfBook = {
  readonly index: number
  readonly number: number
  readonly line: number | null
  readonly row: BookRow
  /** The hash of what it means, its number apart: the same row is the same command wherever and however it is written. */
  readonly key: string
  /** The SME and the service it is about: only one contract can be there. */
  readonly place: string
  /** The first row of the book that says the very same; null for that row itself. */
  readonly sameAs: RowOfBook | null
}

const numberIn = (row: BookRow): number => {
  const [, digits] = /^\s*([1-9]\d{0,8})\s*$/.exec(onKeys(row[rowNumberColumn] ?? '')) ?? []
  return Number(digits ?? 0)
}

/**
 * The number of each row: the one its own column says, where no other row has the same; else its place among the rows,
 * or the first number above all where that is another row's own.
 */
export const rowNumbers = (rows: readonly BookRow[]): readonly number[] => {
  const own = rows.map(numberIn)
  const times = new Map<number, number>()
  for (const number of own) times.set(number, (times.get(number) ?? 0) + 1)
  const isOwn = (number: number): boolean => number > 0 && times.get(number) === 1
  const taken = new Set(own.filter(isOwn))
  let free = rows.length
  for (const number of taken) free = Math.max(free, number)
  return own.map((number, index) => {
    if (isOwn(number)) return number
    if (!taken.has(index + 1)) return index + 1
    free += 1
    return free
  })
}

/** The rows of a book, each knowing its number, and whether another said the same before it. */
export const bookRowsOf = (
  { digest }: Pick<Dependencies, 'digest'>,
  given: readonly GivenRow[],
): readonly RowOfBook[] => {
  const numbers = rowNumbers(given.map(({ cells }) => cells))
  const first = new Map<string, RowOfBook>()
  return given.map(({ cells: row, line }, index) => {
    const content = plainRow(row)
    const key = digest(content)
    const place = `${content['サービスコード']}/${content['法人番号']}`
    const number = numbers[index] ?? index + 1
    const one: RowOfBook = { index, number, line, row, key, place, sameAs: first.get(key) ?? null }
    if (!first.has(key)) first.set(key, one)
    return one
  })
}

/** A book as it was taken in, read from its evidence documents. */
export const rowsOnPaper = async (
  { ledger, digest }: Pick<Dependencies, 'ledger' | 'digest'>,
  operationId: OperationId,
): Promise<{ readonly rows: readonly RowOfBook[]; readonly attestedBy: ImportInput['attestedBy'] }> => {
  const first = importInputForm.read(await ledger.paper(operationId, numbered('input', 1)))
  const others = Array.from({ length: first.papers - 1 }, (_, index) => numbered('input', index + 2))
  const rest = (await ledger.papers(operationId, others)).map(importInputForm.read)
  const rows = [first, ...rest].flatMap((paper) =>
    paper.rows.map((cells, index) => ({ cells, line: paper.lines?.[index] ?? null })),
  )
  return { rows: bookRowsOf({ digest }, rows), attestedBy: first.attestedBy }
}

/** The columns in which two rows differ, their number apart. */
export const differingColumns = (one: BookRow, other: BookRow): readonly string[] => {
  const [mine, its] = [plainRow(one), plainRow(other)]
  return allColumns.filter((column) => mine[column] !== its[column])
}
