import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { approvalWindow } from '../../../shared/domain/discontinuance/window.ts'
import { done, refuse } from '../../../shared/domain/result.ts'
import type { World } from '../../ports/world.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'

/** The hours a second person has, and those it has where nothing is set: ours, since the standard has none. */
export const getApprovalWindow =
  (world: World): HandlerOf<Routes['getApprovalWindow']> =>
  async (_, { who }) => {
    const entity = await world.directory.entity(who.entityId)
    if (!entity) return refuse({ kind: 'not-found', what: 'entity' })
    const { usualHours } = approvalWindow
    const approvalWindowHours = entity.state.approvalWindowHours ?? usualHours
    return done({ version: entity.version, approvalWindowHours, usualHours })
  }

/** The hours a second person has from now on; a proposal that waits already keeps what it was made with. */
export const setApprovalWindow =
  (world: World): HandlerOf<Routes['setApprovalWindow']> =>
  async ({ body: { hours } }, { who, at, stamp }) => {
    const entity = await world.directory.entity(who.entityId)
    if (!entity) return refuse({ kind: 'not-found', what: 'entity' })
    const changed = change('entity', who.entityId, entity, [{ type: 'approval-window-set', hours }], at)
    return world.commits.commit({
      stamp,
      answer: { version: versionAfter(changed), approvalWindowHours: hours },
      changes: [changed],
    })
  }

export const costs: Costs = {
  getApprovalWindow: { requests: 1, readUnits: 1, writeUnits: 0 },
  setApprovalWindow: { requests: 2, readUnits: 1, writeUnits: 6 },
}
