import type { OperationId } from '../../../shared/domain/ids.ts'
import { numbered } from '../../ports/papers.ts'
import type { World } from '../../ports/world.ts'
import { rowNumberColumn, type BookRow } from './contract-book.ts'

/** What a paper of an import holds: some of the book's rows, how many papers there are, and who attests the rows. */
export type ImportInput = {
  readonly attestedBy: { readonly name: string; readonly title: string }
  readonly papers: number
  readonly rows: readonly BookRow[]
}

/** A row in its book. */
export type RowOfBook = {
  readonly index: number
  readonly number: number
  readonly row: BookRow
  /** The hash of what it says, its number apart: the same row is the same command wherever it stands. */
  readonly key: string
  /** The SME and the service it is about: only one contract can be there. */
  readonly place: string
  /** The first row of the book that says the very same; null for that row itself. */
  readonly sameAs: RowOfBook | null
}

const numberIn = (row: BookRow): number =>
  /^[1-9]\d{0,8}$/.test(row[rowNumberColumn] ?? '') ? Number(row[rowNumberColumn]) : 0

/** The number of each row: as its own column says it, where every row has a number of its own; else its place. */
export const rowNumbers = (rows: readonly BookRow[]): readonly number[] => {
  const numbers = rows.map(numberIn)
  return !numbers.includes(0) && new Set(numbers).size === numbers.length ? numbers : rows.map((_, index) => index + 1)
}

/** The rows of a book, each knowing its number, and whether another said the same before it. */
export const bookRowsOf = ({ digest }: Pick<World, 'digest'>, rows: readonly BookRow[]): readonly RowOfBook[] => {
  const numbers = rowNumbers(rows)
  const first = new Map<string, RowOfBook>()
  return rows.map((row, index) => {
    const { [rowNumberColumn]: _, ...content } = row
    const key = digest(content)
    const place = `${row['サービスコード']}/${row['法人番号']}`
    const number = numbers[index] ?? index + 1
    const one: RowOfBook = { index, number, row, key, place, sameAs: first.get(key) ?? null }
    if (!first.has(key)) first.set(key, one)
    return one
  })
}

/** A book as it was taken in, read from its papers. */
export const bookOf = async (
  { ledger, digest }: Pick<World, 'ledger' | 'digest'>,
  operationId: OperationId,
): Promise<{ readonly rows: readonly RowOfBook[]; readonly attestedBy: ImportInput['attestedBy'] }> => {
  const first = (await ledger.paper(operationId, numbered('input', 1))) as ImportInput
  const others = Array.from({ length: first.papers - 1 }, (_, index) => numbered('input', index + 2))
  const rest = (await ledger.papers(operationId, others)) as readonly ImportInput[]
  const rows = [first, ...rest].flatMap((paper) => paper.rows)
  return { rows: bookRowsOf({ digest }, rows), attestedBy: first.attestedBy }
}

/** The columns in which two rows differ, their number apart. */
export const differingColumns = (one: BookRow, other: BookRow): readonly string[] =>
  Object.keys(one).filter((column) => column !== rowNumberColumn && one[column] !== other[column])
