import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { done, refuse } from '../../../shared/domain/result.ts'
import type { World } from '../../ports/world.ts'
import { resellerView } from '../../views/directory-views.ts'
import type { Costs } from '../../application/cost.ts'
import { isItsOwn } from '../../application/tenants/still-acts.ts'

export const listResellers =
  ({ directory }: World): HandlerOf<Routes['listResellers']> =>
  async ({ query: { stage } }, { who: { entityId }, today }) => {
    const resellers = await directory.resellers(entityId)
    const items = resellers
      .filter(({ state }) => stage === undefined || state.stage === stage)
      .map(({ state, version }) => resellerView(state, version, today))
    return done({ items, nextCursor: null })
  }

export const getReseller =
  ({ directory }: World): HandlerOf<Routes['getReseller']> =>
  async ({ params: { resellerId } }, { who, today }) => {
    const found = isItsOwn(who, resellerId) ? await directory.reseller(who.entityId, resellerId) : undefined
    return found
      ? done(resellerView(found.state, found.version, today))
      : refuse({ kind: 'not-found', what: 'reseller' })
  }

export const costs: Costs = {
  getReseller: { requests: 1, readUnits: 1, writeUnits: 0 },
  listResellers: { requests: 1, readUnits: 1, writeUnits: 0 },
}
