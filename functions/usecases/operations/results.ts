import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { resultsOf, rowResult, withRows } from '../../application/operations/results.ts'
import { operationOf } from '../../application/operations/operation-of.ts'

const usualLimit = 50
const stepsAtOnce = 20
/** Lists the outcomes of the rows so far, those of one verdict if asked. A page may hold fewer than its limit. */
export const listImportResults =
  (deps: Dependencies): HandlerOf<Routes['listImportResults']> =>
  async ({ params: { operationId }, query: { limit = usualLimit, cursor, verdict } }, { who }) => {
    const found = await operationOf(deps, who, operationId, withRows)
    if (!found.ok) return found
    const { steps } = found.value
    const scope = `${operationId}/rows/${verdict ?? ''}`
    const opened = cursor === undefined ? '1/0' : await deps.cursors.open(scope, cursor)
    if (opened === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    const [from = 1, skip = 0] = opened.split('/').map(Number)
    const until = Math.min(steps, from + (verdict ? stepsAtOnce : Math.ceil((limit + skip) / usualLimit)) - 1)
    const items: ReturnType<typeof rowResult>[] = []
    for (let step = from; step <= until; step += 1) {
      const results = await resultsOf(deps, operationId, step, step)
      for (const [index, result] of results.entries()) {
        if ((step === from && index < skip) || (verdict && result.verdict !== verdict)) continue
        if (items.length === limit) {
          return ok({ items, nextCursor: await deps.cursors.seal(scope, `${step}/${index}`) })
        }
        items.push(rowResult(result))
      }
    }
    return ok({ items, nextCursor: until < steps ? await deps.cursors.seal(scope, `${until + 1}/0`) : null })
  }

export const costs: Costs = {
  listImportResults: { requests: 2, readUnits: 2, writeUnits: 0 },
}
