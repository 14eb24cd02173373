import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { World } from '../../ports/world.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'

/** The tenant's own years. They count for contracts that end from now on, and where they are more for those before. */
export const setRetentionYears =
  (world: World): HandlerOf<Routes['setRetentionYears']> =>
  async ({ body: { years } }, { who, at, stamp }) => {
    const entity = await world.directory.entity(who.entityId)
    if (!entity) return refuse({ kind: 'not-found', what: 'entity' })
    const changed = change('entity', who.entityId, entity, [{ type: 'retention-years-set', years }], at)
    return world.commits.commit({
      stamp,
      answer: { version: versionAfter(changed), retentionYears: years },
      changes: [changed],
    })
  }

export const costs: Costs = {
  setRetentionYears: { requests: 2, readUnits: 1, writeUnits: 6 },
}
