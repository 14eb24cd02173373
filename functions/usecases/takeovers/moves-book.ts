import type * as z from 'zod'
import { formErrors } from '../../../shared/api/form-errors.ts'
import type { FormError } from '../../../shared/api/problem.ts'
import { MoveRow } from '../../../shared/api/routes/takeover-work.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { BookRow } from '../operations/contract-book.ts'

/** The columns of a book of moves, and where each value goes. */
const placeOfColumn = {
  契約番号: 'contractId',
  承諾した人: 'consent.givenBy',
  承諾した日: 'consent.on',
  承諾の方法: 'consent.how',
} as const
export const moveColumns = Object.keys(placeOfColumn) as readonly (keyof typeof placeOfColumn)[]

const ways: Readonly<Record<string, string>> = { 書面: 'written', メール: 'mail', 電話: 'phone', 訪問: 'visit' }

type Given = z.output<typeof MoveRow>

/** One contract of some work, by its row: as it can be worked on, or with everything that is wrong with the row's form. */
export type WorkRow = { readonly row: number } & (
  | { readonly contractId: ContractId; readonly consent?: Given['consent'] }
  | { readonly cells: BookRow; readonly errors: readonly FormError[] }
)

/** Reads a row of a book of moves. Cells on the consent that are all empty say that there is none. */
export const readMove = (cells: BookRow, row: number): WorkRow => {
  const of = (column: keyof typeof placeOfColumn): string => cells[column] ?? ''
  const [givenBy, on, how] = [of('承諾した人'), of('承諾した日'), of('承諾の方法')]
  const read = MoveRow.safeParse({
    contractId: of('契約番号'),
    ...(givenBy + on + how === '' ? {} : { consent: { givenBy, on, how: ways[how] ?? how } }),
  })
  if (read.success) return { row, ...read.data }
  const errors = formErrors(read.error).map(({ where, why }) => ({
    where: Object.entries(placeOfColumn).find(([, place]) => place === where)?.[0] ?? where,
    why,
  }))
  return { row, cells: Object.fromEntries(moveColumns.map((column) => [column, shortened(of(column))])), errors }
}

// Longer than anything that is accepted: enough to see what is wrong with it.
const shown = 100
const shortened = (cell: string): string => Array.from(cell).slice(0, shown).join('')

/** The first contract that stands in more than one row, with two of them. */
export const namedTwice = (
  rows: readonly WorkRow[],
): { readonly contractId: string; readonly rows: readonly number[] } | undefined => {
  const seen = new Map<string, number>()
  for (const one of rows) {
    if (!('contractId' in one)) continue
    const before = seen.get(one.contractId)
    if (before !== undefined) return { contractId: one.contractId, rows: [before, one.row] }
    seen.set(one.contractId, one.row)
  }
  return undefined
}
