import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { closeDiscontinuance as decideClosing } from '../../../shared/domain/discontinuance/discontinuance.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { World } from '../../ports/world.ts'
import { change, versionAfter } from '../../application/change.ts'
import { discontinuanceView } from '../../views/directory-views.ts'
import { breachesOf, progressOf } from '../../application/cases/progress.ts'
import type { Costs } from '../../application/cost.ts'
import type { KeptDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'

/** Closes a case when nobody is left to serve and both authorities have acknowledged; else says what is missing. */
export const closeDiscontinuance =
  (world: World): HandlerOf<Routes['closeDiscontinuance']> =>
  async ({ params: { discontinuanceId } }, { who: { entityId }, at, stamp }) => {
    const found = await world.directory.discontinuance(entityId, discontinuanceId)
    if (!found) return refuse({ kind: 'not-found', what: 'discontinuance' })
    const { missing, facts } = await progressOf(world, found.state, at)
    const breaches = await breachesOf(world, found.state, facts)
    const decision = decideClosing(found.state, { missing, breaches })
    if (!decision.ok) return decision
    const changed = change('discontinuance', discontinuanceId, found, decision.value, at)
    return world.commits.commit({
      stamp,
      answer: discontinuanceView(changed.state as KeptDiscontinuance, versionAfter(changed), at),
      changes: [changed],
    })
  }

export const costs: Costs = {
  closeDiscontinuance: { requests: 22, readUnits: 21, writeUnits: 11 },
}
