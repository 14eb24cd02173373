import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { bookOf } from '../../application/book/book-of.ts'
import { countsOf } from '../../application/book/counts-of.ts'
import type { Costs } from '../../application/cost.ts'

/** Numbers of contracts in a book, as far as it has followed the contracts. */
export const countContracts =
  (deps: Dependencies): HandlerOf<Routes['countContracts']> =>
  async ({ query: { resellerId } }, { who, at }) => {
    const scope = await bookOf(deps, who, resellerId)
    if (scope === undefined) return refuse({ kind: 'not-found', what: 'reseller' })
    return ok(await countsOf(deps, scope, who.entityId, at))
  }

/** The rows that count: sixteen for each portfolio. A reseller's book is a request and a unit more. */
export const costs: Costs = {
  countContracts: { requests: 1, readUnits: 0.5, writeUnits: 0 },
}
