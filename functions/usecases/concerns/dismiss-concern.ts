import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { dismissConcern as decideDismissal, type KeptConcern } from '../../../shared/domain/discontinuance/concern.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { concernClaims } from '../../ports/claims.ts'
import { paperAt } from '../../ports/papers.ts'
import type { World } from '../../ports/world.ts'
import { change, versionAfter } from '../../application/change.ts'
import { concernView } from '../../views/concern-view.ts'
import type { Costs } from '../../application/cost.ts'

/** A person has looked into it, and says why there is nothing to it. */
export const dismissConcern =
  (world: World): HandlerOf<Routes['dismissConcern']> =>
  async ({ params: { concernId }, body: { reason } }, { who: { entityId }, at, stamp }) => {
    const found = await world.directory.concern(entityId, concernId)
    if (!found) return refuse({ kind: 'not-found', what: 'concern' })
    const paper = paperAt(world.digest, 'dismissal', found.version, { reason })
    const decision = decideDismissal(found.state, paper.sha256)
    if (!decision.ok) return decision
    const changed = change('concern', concernId, found, decision.value, at, { papers: [paper] })
    return world.commits.commit({
      stamp,
      answer: concernView(changed.state as KeptConcern, versionAfter(changed)),
      changes: [changed],
      releases: concernClaims(found.state),
    })
  }

export const costs: Costs = {
  dismissConcern: { requests: 2, readUnits: 1, writeUnits: 8 },
}
