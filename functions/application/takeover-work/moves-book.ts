import { formErrors } from '../../../shared/api/form-errors.ts'
import { ContractAsked } from '../../../shared/api/fields.ts'
import { MoveRow } from '../../../shared/api/routes/takeover-work.ts'
import { bare, quoted, saysNothing } from '../../../shared/domain/as-written/characters.ts'
import { dayAsWritten } from '../../../shared/domain/as-written/days.ts'
import { readShortNumber, shortNumberOf } from '../../../shared/domain/short-number.ts'
import type { Words } from '../../../shared/domain/words.ts'
import type { CsvRow } from '../../ports/dependencies.ts'
import { notAmong } from '../import/cell-words.ts'
import { type WorkRow } from '../../papers/takeover-work.ts'

/** The columns of a book of moves, and where each value goes. */
const placeOfColumn = {
  契約番号: 'contractId',
  承諾した人: 'consent.givenBy',
  承諾した日: 'consent.on',
  承諾の方法: 'consent.how',
} as const
type MoveColumn = keyof typeof placeOfColumn
export const moveColumns = Object.keys(placeOfColumn) as readonly MoveColumn[]

const ways: Readonly<Record<string, string>> = { 書面: 'written', メール: 'mail', 電話: 'phone', 訪問: 'visit' }

/** Reads a row of a book of moves. Cells on the consent that all say nothing say that there is none. */
export const readMove = ({ cells, line }: CsvRow, row: number): WorkRow => {
  const of = (column: MoveColumn): string => cells[column] ?? ''
  const [givenBy, on, how] = [of('承諾した人'), of('承諾した日'), bare(of('承諾の方法'))]
  const day = dayAsWritten(on)
  const isSilent = [givenBy, on, how].every(saysNothing)
  const contractId = bare(of('契約番号'))
  const read = MoveRow.safeParse({
    contractId,
    ...(isSilent ? {} : { consent: { givenBy, on: day.ok ? day.value : on, how: ways[how] ?? null } }),
  })
  if (read.success) return { row, line, ...read.data }
  const errors = formErrors(read.error).map(({ where, why }) => {
    const column = moveColumns.find((one) => placeOfColumn[one] === where)
    return { where: column ?? where, why: (column && whyOf(column, of(column))) ?? why }
  })
  const about = ContractAsked.safeParse(contractId)
  return {
    row,
    line,
    cells: Object.fromEntries(moveColumns.map((column) => [column, shortened(of(column))])),
    errors,
    ...(about.success ? { about: about.data } : {}),
  }
}

const whyOf = (column: MoveColumn, cell: string): Words | undefined => {
  switch (column) {
    case '契約番号':
      return saysNothing(cell) || readShortNumber(cell).as === 'miswritten'
        ? undefined
        : {
            ja: `${quoted(cell)}は、契約番号の形ではありません。契約の画面や一覧にある12文字の番号（例: K7Q4-9XTM-2RHD）か、「ctr_」で始まる契約IDを入れてください。`,
            en: `${quoted(cell)} is no contract number: they have 12 characters, as K7Q4-9XTM-2RHD; an id begins with ctr_.`,
          }
    case '承諾した日': {
      const read = dayAsWritten(cell)
      return read.ok ? undefined : read.refusal
    }
    case '承諾の方法':
      return notAmong(cell, Object.keys(ways))
    case '承諾した人':
      return saysNothing(cell)
        ? { ja: '空欄です。承諾した人の氏名を入れてください。', en: 'Empty. Give the name of whoever consented.' }
        : undefined
  }
}

/** Cells of a row of moves, in the columns of its book: as it was given, or as it was read. */
export const cellsOfMove = (row: WorkRow): readonly string[] => {
  if ('cells' in row) return moveColumns.map((column) => row.cells[column] ?? '')
  const { contractId, consent } = row
  const way = Object.entries(ways).find(([, how]) => how === consent?.how)?.[0]
  return [shortNumberOf(contractId), consent?.givenBy ?? '', consent?.on ?? '', way ?? '']
}

// Number of characters shown: longer than any cell accepted, and enough to see what is wrong with it.
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
