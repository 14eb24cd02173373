import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { approvalWindow } from '../../../shared/domain/discontinuance/window.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'

/** The hours a second person has, and those it has where nothing is set: ours, since the standard has none. */
export const getApprovalWindow =
  (deps: Dependencies): HandlerOf<Routes['getApprovalWindow']> =>
  async (_, { who }) => {
    const entity = await deps.directory.entity(who.entityId)
    if (!entity) return refuse({ kind: 'not-found', what: 'entity' })
    const { usualHours } = approvalWindow
    const approvalWindowHours = entity.state.approvalWindowHours ?? usualHours
    return ok({ version: entity.version, approvalWindowHours, usualHours })
  }

/** The hours a second person has from now on; a proposal that waits already keeps what it was made with. */
export const setApprovalWindow =
  (deps: Dependencies): HandlerOf<Routes['setApprovalWindow']> =>
  async ({ body: { hours } }, { who, at, metadata }) => {
    const entity = await deps.directory.entity(who.entityId)
    if (!entity) return refuse({ kind: 'not-found', what: 'entity' })
    const changed = change('entity', who.entityId, entity, [{ type: 'approval-window-set', hours }], at)
    return deps.commits.commit({
      metadata,
      answer: { version: versionAfter(changed), approvalWindowHours: hours },
      changes: [changed],
    })
  }

export const costs: Costs = {
  getApprovalWindow: { requests: 1, readUnits: 1, writeUnits: 0 },
  setApprovalWindow: { requests: 2, readUnits: 1, writeUnits: 9 },
}
