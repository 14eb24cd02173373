import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import {
  dismissConcern as decideDismissal,
  type ExistingConcern,
} from '../../../shared/domain/discontinuance/concern.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { concernClaims } from '../../ports/unique-keys.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import { concernView } from '../../views/concern-view.ts'
import type { Costs } from '../../application/cost.ts'
import { reasonForm } from '../../papers/statements.ts'

/** A person has looked into it, and says why there is nothing to it. */
export const dismissConcern =
  (deps: Dependencies): HandlerOf<Routes['dismissConcern']> =>
  async ({ params: { concernId }, body: { reason } }, { who: { entityId }, at, metadata }) => {
    const found = await deps.directory.concern(entityId, concernId)
    if (!found) return refuse({ kind: 'not-found', what: 'concern' })
    const paper = paperAt(deps.digest, 'dismissal', found.version, reasonForm.write({ reason }))
    const decision = decideDismissal(found.state, paper.sha256)
    if (!decision.ok) return decision
    const changed = change('concern', concernId, found, decision.value, at, { papers: [paper] })
    return deps.commits.commit({
      metadata,
      answer: concernView(changed.state as ExistingConcern, versionAfter(changed)),
      changes: [changed],
      releases: concernClaims(found.state),
    })
  }

export const costs: Costs = {
  dismissConcern: { requests: 2, readUnits: 1, writeUnits: 12 },
}
