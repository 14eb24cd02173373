import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'

/** The tenant's own years. They count for contracts that end from now on, and where they are more for those before. */
export const setRetentionYears =
  (deps: Dependencies): HandlerOf<Routes['setRetentionYears']> =>
  async ({ body: { years } }, { who, at, metadata }) => {
    const entity = await deps.directory.entity(who.entityId)
    if (!entity) return refuse({ kind: 'not-found', what: 'entity' })
    const changed = change('entity', who.entityId, entity, [{ type: 'retention-years-set', years }], at)
    return deps.commits.commit({
      metadata,
      answer: { version: versionAfter(changed), retentionYears: years },
      changes: [changed],
    })
  }

export const costs: Costs = {
  setRetentionYears: { requests: 2, readUnits: 1, writeUnits: 9 },
}
