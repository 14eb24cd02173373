import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { ExistingConcern } from '../../../shared/domain/discontinuance/concern.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { beginning } from '../../application/change.ts'
import { stopped } from '../../application/tenants/still-acts.ts'
import { concernView } from '../../views/concern-view.ts'
import type { Costs } from '../../application/cost.ts'
import { statementForm } from '../../papers/statements.ts'

/** A person says that a reseller may not be able to go on: its own people, or the implementing entity's. */
export const raiseConcern =
  (deps: Dependencies): HandlerOf<Routes['raiseConcern']> =>
  async ({ body: { resellerId: named, ground, statement } }, { who, at, metadata }) => {
    const { entityId } = who
    const resellerId = 'resellerId' in who ? who.resellerId : named
    if (!resellerId) return refuse({ kind: 'does-not-fit', what: 'resellerId', given: '', needs: 'a reseller' })
    if (named && named !== resellerId) return refuse({ kind: 'not-found', what: 'reseller' })
    const found = await deps.directory.reseller(entityId, resellerId)
    if (!found) return refuse({ kind: 'not-found', what: 'reseller' })
    const over = stopped(found.state)
    if (over) return refuse(over)
    const concernId = deps.ids.fresh('cnc')
    const paper = paperAt(deps.digest, 'statement', 0, statementForm.write({ statement }))
    const cause = 'resellerId' in who ? 'told' : 'noticed'
    const raised = { concernId, entityId, resellerId, cause, ground, statementSha256: paper.sha256 } as const
    const changed = beginning('concern', concernId, [{ type: 'concern-raised', ...raised }], at, { papers: [paper] })
    return deps.commits.commit({
      metadata,
      answer: concernView(changed.state as ExistingConcern, 1),
      changes: [changed],
      checks: [{ state: 'reseller', id: resellerId, entityId, version: found.version }],
    })
  }

export const costs: Costs = {
  raiseConcern: { requests: 2, readUnits: 1, writeUnits: 19 },
}
