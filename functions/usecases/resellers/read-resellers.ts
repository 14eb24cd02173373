import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { resellerView } from '../../views/directory-views.ts'
import type { Costs } from '../../application/cost.ts'
import { isItsOwn } from '../../application/tenants/still-acts.ts'

export const listResellers =
  ({ directory }: Dependencies): HandlerOf<Routes['listResellers']> =>
  async ({ query: { stage } }, { who: { entityId }, today }) => {
    const resellers = await directory.resellers(entityId)
    const items = resellers.items
      .filter(({ state }) => stage === undefined || state.stage === stage)
      .map(({ state, version }) => resellerView(state, version, today))
    return ok({ items, unreadable: [...resellers.unreadable], nextCursor: null })
  }

export const getReseller =
  ({ directory }: Dependencies): HandlerOf<Routes['getReseller']> =>
  async ({ params: { resellerId } }, { who, today }) => {
    const found = isItsOwn(who, resellerId) ? await directory.reseller(who.entityId, resellerId) : undefined
    return found ? ok(resellerView(found.state, found.version, today)) : refuse({ kind: 'not-found', what: 'reseller' })
  }

export const costs: Costs = {
  getReseller: { requests: 1, readUnits: 1, writeUnits: 0 },
  listResellers: { requests: 1, readUnits: 1, writeUnits: 0 },
}
