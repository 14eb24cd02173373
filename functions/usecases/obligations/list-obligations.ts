import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { obligationView } from '../../views/obligation-views.ts'

/** Lists the obligations of an implementing entity in all its cases, the earliest due day first; a case that cannot be read is named. */
export const listObligations =
  ({ directory }: Dependencies): HandlerOf<Routes['listObligations']> =>
  async ({ query: { stage } }, { who: { entityId }, today }) => {
    const cases = await directory.discontinuances(entityId)
    const items = cases.items
      .flatMap(({ state: { discontinuanceId, resellerId, obligations = [] } }) =>
        obligations.map((one) => ({ ...obligationView(one, today), discontinuanceId, resellerId })),
      )
      .filter((one) => stage === undefined || one.stage === stage)
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    return ok({ items, unreadable: [...cases.unreadable], nextCursor: null })
  }

export const costs: Costs = {
  listObligations: { requests: 1, readUnits: 1, writeUnits: 0 },
}
