import { shortNumberOf } from '../../../shared/domain/short-number.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { OperationId } from '../../../shared/domain/ids.ts'
import type { OperationKind } from '../../../shared/domain/platform/operation.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { cellsOfMove, moveColumns } from '../../application/takeover-work/moves-book.ts'
import { bookColumns, furtherColumns, rowNumberColumn } from '../../application/import/book-columns.ts'
import { rowsOnPaper } from '../../application/import/book-rows.ts'
import { reasonsIn } from '../../application/operations/reasons.ts'
import { resultsOf, withRows, rowsPerStep } from '../../application/operations/results.ts'
import type { RowOutcome } from '../../papers/results.ts'
import { operationOf } from '../../application/operations/operation-of.ts'
import { moveInputForm } from '../../papers/takeover-work.ts'

const stepsPerPart = 40
/** Number of characters one answer holds on AWS, less what its wrapping takes. */
const maxCharacters = 1_600_000

/** The columns of what was given, and what a row of the results said in them, by its number and place among all. */
type Given = {
  readonly columns: readonly string[]
  readonly cellsOf: (row: number, index: number) => readonly string[]
}

const givenTo = async (deps: Dependencies, kind: OperationKind, operationId: OperationId): Promise<Given> => {
  if (kind === 'importContracts' || kind === 'rehearseImport') {
    const { rows } = await rowsOnPaper(deps, operationId)
    const used = furtherColumns.filter((column) => rows.some(({ row }) => row[column]))
    const own = [...bookColumns, ...used]
    const cellsOf = (number: number, index: number) => {
      const cells = rows[index]?.row ?? {}
      const said = cells[rowNumberColumn] ?? ''
      return [said.trim() === '' ? String(number) : said, ...own.map((column) => cells[column] ?? '')]
    }
    return { columns: [rowNumberColumn, ...own], cellsOf }
  }
  if (kind !== 'moveContracts') return { columns: [rowNumberColumn], cellsOf: (number) => [String(number)] }
  const first = moveInputForm.read(await deps.ledger.paper(operationId, numbered('input', 1)))
  const others = Array.from({ length: first.papers - 1 }, (_, index) => numbered('input', index + 2))
  const rest = (await deps.ledger.papers(operationId, others)).map(moveInputForm.read)
  const rows = [first, ...rest].flatMap((paper) => paper.rows)
  return {
    columns: [rowNumberColumn, ...moveColumns],
    cellsOf: (number, index) => [
      String(number),
      ...(rows[index] ? cellsOfMove(rows[index]) : moveColumns.map(() => '')),
    ],
  }
}

/** Outcome of a row, in columns of its own: those the row itself has are not said twice. */
const outcomeOf = (kind: OperationKind) => {
  const all = [
    ['会社名', (one: RowOutcome) => one.name],
    [
      '結果',
      (one: RowOutcome) =>
        one.verdict === 'refused' ? '不受理' : kind === 'rehearseImport' ? '記録できる' : '記録済み',
    ],
    ['契約番号', (one: RowOutcome) => (one.contractId ? shortNumberOf(one.contractId) : '')],
    ['条項', (one: RowOutcome) => reasonsIn(one)[0]],
    ['理由', (one: RowOutcome) => reasonsIn(one)[1]],
    ['契約ID', (one: RowOutcome) => one.contractId ?? ''],
  ] as const
  return (columns: readonly string[]) => all.filter(([column]) => !columns.includes(column))
}

/**
 * Gives the outcome of each row, beside the row as it was given, for the clerk who has to correct those that were
 * refused and can send the file again as it is: whole, or forty steps to a part where one answer would not hold it.
 */
export const downloadImportResults =
  (deps: Dependencies): HandlerOf<Routes['downloadImportResults']> =>
  async ({ params: { operationId }, query: { verdict, charset = 'utf-8', part } }, { who }) => {
    const found = await operationOf(deps, who, operationId, withRows)
    if (!found.ok) return found
    const { steps, kind } = found.value
    const parts = Math.max(Math.ceil(steps / stepsPerPart), 1)
    if (part !== undefined && part > parts) return refuse({ kind: 'not-found', what: 'part' })
    const from = part === undefined ? 1 : (part - 1) * stepsPerPart + 1
    const until = part === undefined ? steps : Math.min(steps, part * stepsPerPart)
    const isBook = kind === 'importContracts' || kind === 'rehearseImport'
    // Steps of a book are of one length; of other work the earlier ones must be counted.
    const [before, results, { columns, cellsOf }] = await Promise.all([
      isBook ? (from - 1) * rowsPerStep : resultsOf(deps, operationId, 1, from - 1).then(({ length }) => length),
      resultsOf(deps, operationId, from, until),
      givenTo(deps, kind, operationId),
    ])
    const outcome = outcomeOf(kind)(columns)
    const header = [...columns, ...outcome.map(([column]) => column)]
    const rows = results
      .map((one, index) => ({ one, given: cellsOf(one.row, before + index) }))
      .filter(({ one }) => verdict === undefined || one.verdict === verdict)
      .map(({ one, given }) => [...given, ...outcome.map(([, cell]) => cell(one))])
    const characters = rows.reduce((sum, row) => sum + row.join(',').length, 0)
    if (part === undefined && characters > maxCharacters)
      return refuse({ kind: 'does-not-fit', what: 'part', given: 'none', needs: `a part from 1 to ${parts}` })
    if (charset === 'utf-8') return ok({ type: 'text/csv; charset=utf-8', body: deps.documents.csv(header, rows) })
    const written = deps.documents.csvInShiftJis(header, rows)
    return written.ok ? ok({ type: 'text/csv; charset=shift_jis', body: written.value }) : written
  }

/**
 * Costs of a short book: operation, its results, and the evidence document of its rows. Each 500 rows more are one
 * more.
 */
export const costs: Costs = {
  downloadImportResults: { requests: 3, readUnits: 3, writeUnits: 0 },
}
