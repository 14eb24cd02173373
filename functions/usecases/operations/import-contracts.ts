import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import type { KeptOperation } from '../../../shared/domain/platform/operation.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { World } from '../../ports/world.ts'
import { beginning } from '../change.ts'
import { operationView } from '../views/directory-views.ts'
import { bookColumns, type BookRow } from './contract-book.ts'
import type { Costs } from '../cost.ts'

export const maxRows = 10_000
/** Rows of a book are kept and done so many at a time: one step, one paper of results. */
export const rowsPerStep = 50
const rowsPerPaper = 500

/** What an import works from: the book's rows, and who attests them. */
export type ImportInput = {
  readonly attestedBy: { readonly name: string; readonly title: string }
  readonly rows: readonly BookRow[]
}

const no = (given: string, needs: string) => refuse({ kind: 'does-not-fit' as const, what: 'content', given, needs })

/** Takes a book in. Its rows are safe in this one transaction; the work on them follows, and can be watched. */
export const importContracts =
  ({ readCsv, ids, digest, commits }: World): HandlerOf<Routes['importContracts']> =>
  async ({ body: { content, attestedBy } }, { who: { entityId }, at, stamp }) => {
    const rows = readCsv(content)
    if (!rows) return no('not readable', 'a CSV in UTF-8 whose rows have as many cells as its header')
    const missing = bookColumns.filter((column) => rows[0] !== undefined && !(column in rows[0]))
    if (rows.length === 0 || missing.length > 0)
      return no(
        `${rows.length} rows`,
        `the columns ${[...missing, ...(rows.length === 0 ? bookColumns : [])].join('、')}`,
      )
    if (rows.length > maxRows) return no(`${rows.length} rows`, `at most ${maxRows} rows`)

    const operationId = ids.fresh('opr')
    const papers = []
    for (let from = 0; from < rows.length; from += rowsPerPaper) {
      const input: ImportInput = { attestedBy, rows: rows.slice(from, from + rowsPerPaper) }
      papers.push({ name: numbered('input', papers.length + 1), content: input, sha256: digest(input) })
    }
    const inputSha256 = digest(papers.map(({ sha256 }) => sha256))
    const accepted = {
      type: 'operation-accepted' as const,
      operationId,
      entityId,
      kind: 'importContracts' as const,
      total: rows.length,
      inputSha256,
    }
    const changed = beginning('operation', operationId, [accepted], at, { papers })
    return commits.commit({ stamp, answer: operationView(changed.state as KeptOperation), changes: [changed] })
  }

/** The paper a row of an import lies on, and its place there. */
export const paperOfRow = (index: number): { readonly name: string; readonly at: number } => ({
  name: numbered('input', Math.floor(index / rowsPerPaper) + 1),
  at: index % rowsPerPaper,
})

export const costs: Costs = {
  importContracts: { requests: 1, readUnits: 0, writeUnits: 9 },
}
