import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import type { OperationId } from '../../../shared/domain/ids.ts'
import { done, refuse } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { World } from '../../ports/world.ts'
import type { Costs } from '../cost.ts'
import type { Result } from './import-row.ts'
import { operationOf } from './read-operations.ts'
import { reasonsIn } from './reasons.ts'

/** Results of some steps of an operation, in the order of its rows. What steps before this version left out is null. */
export const resultsOf = async (
  { ledger }: Pick<World, 'ledger'>,
  operationId: OperationId,
  fromStep: number,
  toStep: number,
): Promise<readonly Result[]> => {
  const names = Array.from({ length: Math.max(toStep - fromStep + 1, 0) }, (_, index) =>
    numbered('results', fromStep + index),
  )
  const papers = names.length > 0 ? ((await ledger.papers(operationId, names)) as readonly Result[][]) : []
  return papers.flat()
}

const usualLimit = 50
const stepsAtOnce = 20
const withRows = ['importContracts', 'rehearseImport', 'workOnTakeovers', 'moveContracts'] as const

/** What became of the rows so far, those of one verdict if asked. A page may hold fewer than its limit. */
export const listImportResults =
  (world: World): HandlerOf<Routes['listImportResults']> =>
  async ({ params: { operationId }, query: { limit = usualLimit, cursor, verdict } }, { who }) => {
    const found = await operationOf(world, who, operationId, withRows)
    if (!found.ok) return found
    const { steps } = found.value
    const scope = `${operationId}/rows/${verdict ?? ''}`
    const opened = cursor === undefined ? '1/0' : await world.cursors.open(scope, cursor)
    if (opened === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    const [from = 1, skip = 0] = opened.split('/').map(Number)
    const until = Math.min(steps, from + (verdict ? stepsAtOnce : Math.ceil((limit + skip) / usualLimit)) - 1)
    const items: Result[] = []
    for (let step = from; step <= until; step += 1) {
      const results = await resultsOf(world, operationId, step, step)
      for (const [index, result] of results.entries()) {
        if ((step === from && index < skip) || (verdict && result.verdict !== verdict)) continue
        if (items.length === limit) {
          return done({ items, nextCursor: await world.cursors.seal(scope, `${step}/${index}`) })
        }
        items.push(result)
      }
    }
    return done({ items, nextCursor: until < steps ? await world.cursors.seal(scope, `${until + 1}/0`) : null })
  }

const header = ['行番号', '会社名', '結果', '契約番号', '条項', '理由']
const stepsPerPart = 40
/** What one answer holds on AWS, less what its wrapping takes. */
const maxCharacters = 1_600_000

/**
 * The same as a table for the clerk who has to correct the rows that were refused: whole, or forty steps to a part where
 * one answer would not hold it.
 */
export const downloadImportResults =
  (world: World): HandlerOf<Routes['downloadImportResults']> =>
  async ({ params: { operationId }, query: { verdict, charset = 'utf-8', part } }, { who }) => {
    const found = await operationOf(world, who, operationId, withRows)
    if (!found.ok) return found
    const { steps, kind } = found.value
    const parts = Math.max(Math.ceil(steps / stepsPerPart), 1)
    if (part !== undefined && part > parts) return refuse({ kind: 'not-found', what: 'part' })
    const from = part === undefined ? 1 : (part - 1) * stepsPerPart + 1
    const results = await resultsOf(
      world,
      operationId,
      from,
      part === undefined ? steps : Math.min(steps, part * stepsPerPart),
    )
    const rows = results
      .filter((one) => verdict === undefined || one.verdict === verdict)
      .map((one) => [
        String(one.row),
        one.name,
        one.verdict === 'refused' ? '不受理' : kind === 'rehearseImport' ? '記録できる' : '記録済み',
        one.contractId ?? '',
        ...reasonsIn(one),
      ])
    const characters = rows.reduce((sum, row) => sum + row.join(',').length, 0)
    if (part === undefined && characters > maxCharacters)
      return refuse({ kind: 'does-not-fit', what: 'part', given: 'none', needs: `a part from 1 to ${parts}` })
    if (charset === 'utf-8') return done({ type: 'text/csv; charset=utf-8', body: world.documents.csv(header, rows) })
    const written = world.documents.csvInShiftJis(header, rows)
    return written.ok ? done({ type: 'text/csv; charset=shift_jis', body: written.value }) : written
  }

export const costs: Costs = {
  listImportResults: { requests: 2, readUnits: 2, writeUnits: 0 },
  downloadImportResults: { requests: 2, readUnits: 2, writeUnits: 0 },
}
