import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { maxRowsAtOnce } from '../../../shared/api/views/operation.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { hasFallen } from '../../../shared/domain/reseller/restriction.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Cost, Costs } from '../../application/cost.ts'
import { withContractIds } from '../../application/contracts/named-by-number.ts'
import { acceptOperation, judgedRows, papersFor } from '../../application/operations/accept-operation.ts'
import { rowNumbers } from '../../application/import/book-rows.ts'
import { judgeMoves } from '../../application/takeover-work/judge-moves.ts'
import { rowNumberColumn } from '../../application/import/book-columns.ts'
import { moveColumns, readMove } from '../../application/takeover-work/moves-book.ts'
import { maxCharacters, maxRows } from '../../application/import/limits.ts'
import { caseAtWork, oneRowEach } from '../../application/takeover-work/work-input.ts'
import { moveInputForm, type WorkRow } from '../../papers/takeover-work.ts'

// A row of the table holds 400 KB, and a row of a book a few hundred characters at most.
const rowsOnPaper = 200

/**
 * Takes in a move of many contracts to another reseller of the implementing entity. Whether each may move is decided row
 * by row when its turn comes; a reseller that signs nobody new now is refused at once. A dry run of a short list judges
 * every row; of a longer one it says no more than that it can be read.
 */
export const moveContracts =
  (deps: Dependencies): HandlerOf<Routes['moveContracts']> =>
  async ({ params: { discontinuanceId }, body }, { who: { entityId }, at, metadata }) => {
    const { resellerId } = body
    const [about, reseller] = await Promise.all([
      caseAtWork(deps, entityId, discontinuanceId),
      deps.directory.reseller(entityId, resellerId),
    ])
    if (!about.ok) return about
    if (!reseller) return refuse({ kind: 'not-found', what: 'reseller' })
    const { stage } = reseller.state
    if (stage !== 'active' && !hasFallen(reseller.state, at))
      return refuse({ kind: 'wrong-stage', what: 'reseller', stage, needs: ['active'] })
    const read = rowsIn(deps, body)
    if (!read.ok) return read
    const rows = ok(await withContractIds(deps.contracts, read.value))
    const twice = oneRowEach(rows.value, 'rows' in body ? 'rows' : 'content')
    if (twice) return refuse(twice)
    if (JSON.stringify(rows.value).length > maxCharacters) return no('more', `at most ${maxCharacters} characters`)

    const chunks = Array.from({ length: Math.ceil(rows.value.length / rowsOnPaper) }, (_, index) =>
      rows.value.slice(index * rowsOnPaper, (index + 1) * rowsOnPaper),
    )
    if (metadata.dryRun && rows.value.length <= maxRowsAtOnce) {
      const judged = {
        operationId: deps.ids.fresh('opr'),
        entityId,
        kind: 'moveContracts',
        discontinuanceId,
        at,
      } as const
      return ok(judgedRows(judged, await judgeMoves(deps, judged, resellerId, rows.value)))
    }
    const input = chunks.map((rows) => moveInputForm.write({ resellerId, papers: chunks.length, rows }))
    const total = rows.value.length
    const asked = { entityId, owner: entityId, kind: 'moveContracts', discontinuanceId, total } as const
    const { changes, answer } = acceptOperation(deps, asked, papersFor(deps, input), at)
    return deps.commits.commit({ metadata, answer: { ...answer, rows: null }, changes })
  }

const no = (given: string, needs: string) => refuse({ kind: 'does-not-fit' as const, what: 'content', given, needs })

const rowsIn = (
  { readCsv }: Dependencies,
  body: InputOf<Routes['moveContracts']>['body'],
): Result<readonly WorkRow[], Refusal<'does-not-fit' | 'not-readable'>> => {
  if ('rows' in body) return ok(body.rows.map((row, index) => ({ row: index + 1, ...row })))
  const read = readCsv(
    'content' in body ? { text: body.content } : { base64: body.contentBase64, charset: body.charset ?? null },
    { needed: moveColumns, also: [rowNumberColumn] },
  )
  if (!read.ok) return read
  const { rows } = read.value
  if (rows.length === 0) return no('0 rows', 'at least one row')
  if (rows.length > maxRows) return no(`${rows.length} rows`, `at most ${maxRows} rows`)
  const numbers = rowNumbers(rows.map(({ cells }) => cells))
  return ok(rows.map((row, index) => readMove(row, numbers[index] ?? index + 1)))
}

/**
 * Cost to the worker of each contract of a list of 80, shard by shard; in another order, more portfolio guards are
 * checked.
 */
export const costPerMove = { requests: 0.31, readUnits: 2.2, writeUnits: 17.2 } as const satisfies Cost

export const costs: Costs = {
  moveContracts: { requests: 3, readUnits: 2, writeUnits: 12 },
}
