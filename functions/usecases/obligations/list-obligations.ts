import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { namedObligationView, peopleOfObligations } from '../../views/obligation-views.ts'

/** Lists the obligations of an implementing entity in all its cases, the earliest due day first; a case that cannot be read is named. */
export const listObligations =
  ({ directory, people }: Dependencies): HandlerOf<Routes['listObligations']> =>
  async ({ query: { stage } }, { who, today }) => {
    const cases = await directory.discontinuances(who.entityId)
    const all = cases.items.flatMap(({ state }) => state.obligations ?? [])
    const names = await people.namesOf(peopleOfObligations(all), who)
    const items = cases.items
      .flatMap(({ state: { discontinuanceId, resellerId, obligations = [] } }) =>
        obligations.map((one) => ({ ...namedObligationView(one, today, names), discontinuanceId, resellerId })),
      )
      .filter((one) => stage === undefined || one.stage === stage)
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    return ok({ items, unreadable: [...cases.unreadable], nextCursor: null })
  }

export const costs: Costs = {
  listObligations: { requests: 4, readUnits: 5, writeUnits: 0 },
}
