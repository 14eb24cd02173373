import type { HandlerOf } from '../../../shared/api/route.ts'
import { maxRowsAtOnce } from '../../../shared/api/views/operation.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { OperationKind } from '../../../shared/domain/platform/operation.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import {
  bookColumns,
  furtherColumns,
  otherColumnNames,
  rowNumberColumn,
  type BookRow,
} from '../../application/import/book-columns.ts'
import { bookRowsOf, type GivenRow } from '../../application/import/book-rows.ts'
import type { Costs } from '../../application/cost.ts'
import { acceptOperation, judgedRows, papersFor } from '../../application/operations/accept-operation.ts'
import { rehearse } from '../../application/import/rows-of-step.ts'
import { maxRows, maxCharacters } from '../../application/import/limits.ts'
import { type ImportInput, importInputForm } from '../../papers/books.ts'

const maxRowsOnPaper = 500
// A row of the table holds 400 KB, and text never grows by being packed.
const maxCharactersOnPaper = 90_000
const no = (given: string, needs: string) => refuse({ kind: 'does-not-fit' as const, what: 'content', given, needs })

/**
 * Takes a book in. Its rows are safe in this one transaction; the work on them follows, and can be watched. A dry run
 * judges every row and writes nothing of them: a short book's at once, a longer one's as an operation of its own.
 */
export const importContracts =
  (deps: Dependencies): HandlerOf<Routes['importContracts']> =>
  async ({ body }, { who: { entityId }, at, metadata }) => {
    const source =
      'content' in body ? { text: body.content } : { base64: body.contentBase64, charset: body.charset ?? null }
    const also = [rowNumberColumn, ...furtherColumns]
    const read = deps.readCsv(source, { needed: bookColumns, also, otherNames: otherColumnNames })
    if (!read.ok) return read
    const { rows: given } = read.value
    if (given.length === 0) return no('0 rows', 'at least one row')
    if (given.length > maxRows) return no(`${given.length} rows`, `at most ${maxRows} rows`)

    const rows = given.map(({ cells, line }) => ({ cells: inOrder(cells), line }))
    if (rows.reduce((sum, { cells }) => sum + sizeOf(cells), 0) > maxCharacters + 200 * rows.length)
      return no('more', `at most ${maxCharacters} characters`)
    const { attestedBy } = body
    if (metadata.dryRun && rows.length <= maxRowsAtOnce) {
      const results = await rehearse(deps, bookRowsOf(deps, rows), attestedBy, metadata.actor)
      return ok(judgedRows({ operationId: deps.ids.fresh('opr'), entityId, kind: 'rehearseImport', at }, results))
    }

    const kind: OperationKind = metadata.dryRun ? 'rehearseImport' : 'importContracts'
    const asked = { entityId, owner: entityId, kind, total: rows.length }
    const input = papersFor(deps, inputsOf(rows, attestedBy).map(importInputForm.write))
    const { changes, answer } = acceptOperation(deps, asked, input, at)
    return deps.commits.commit({
      // A rehearsal writes itself down, and nothing of the book: it is a command of its own.
      metadata: metadata.dryRun ? { ...metadata, route: 'rehearseImport', dryRun: false } : metadata,
      answer: { ...answer, rows: null },
      changes,
    })
  }

/** A row in the order of a book's columns, in whichever order its file has them. */
const inOrder = (row: BookRow): BookRow => {
  const number = row[rowNumberColumn]
  const own = [
    ...bookColumns.map((column) => [column, row[column] ?? '']),
    ...furtherColumns.flatMap((column) => (row[column] ? [[column, row[column]]] : [])),
  ]
  return Object.fromEntries(number === undefined ? own : [[rowNumberColumn, number], ...own])
}

const sizeOf = (row: BookRow): number =>
  Object.entries(row).reduce((sum, [name, cell]) => sum + name.length + cell.length + 6, 0)

/** The rows, so many to an evidence document as it holds. */
const inputsOf = (rows: readonly GivenRow[], attestedBy: ImportInput['attestedBy']): readonly ImportInput[] => {
  const chunks: GivenRow[][] = []
  let characters = 0
  for (const row of rows) {
    const last = chunks.at(-1)
    const size = sizeOf(row.cells)
    if (!last || last.length === maxRowsOnPaper || characters + size > maxCharactersOnPaper) {
      chunks.push([row])
      characters = size
    } else {
      last.push(row)
      characters += size
    }
  }
  return chunks.map((chunk) => ({
    attestedBy,
    papers: chunks.length,
    rows: chunk.map(({ cells }) => cells),
    lines: chunk.map(({ line }) => line),
  }))
}

export const costs: Costs = {
  importContracts: { requests: 1, readUnits: 0, writeUnits: 12 },
}
