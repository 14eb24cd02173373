import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import type { OperationId } from '../../../shared/domain/ids.ts'
import { done, refuse } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { World } from '../../ports/world.ts'
import type { Costs } from '../cost.ts'
import type { Result } from './import-row.ts'
import { operationOf } from './read-operations.ts'

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
export const withRows = [
  'importContracts',
  'rehearseImport',
  'workOnTakeovers',
  'moveContracts',
  'recordFormReading',
] as const

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

export const costs: Costs = {
  listImportResults: { requests: 2, readUnits: 2, writeUnits: 0 },
}
