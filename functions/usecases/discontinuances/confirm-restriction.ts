import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { confirmRestriction as decideConfirmation } from '../../../shared/domain/discontinuance/proposing.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Costs } from '../../application/cost.ts'
import { discontinuanceView } from '../../views/directory-views.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { entityOf } from '../../application/tenants/entity.ts'
import { unmoved, restrictedFor, asWritten } from '../../application/cases/restriction.ts'

/** An admin stops new contracts for a proposal that waits: a staff member's, or one on facts they were stopped for before. */
export const confirmRestriction =
  (deps: Dependencies): HandlerOf<Routes['confirmRestriction']> =>
  async ({ params: { discontinuanceId } }, { who: { entityId, sub }, at, metadata }) => {
    const found = await deps.directory.discontinuance(entityId, discontinuanceId)
    if (!found) return refuse({ kind: 'not-found', what: 'discontinuance' })
    const decision = decideConfirmation(found.state, { by: sub, at })
    if (!decision.ok) return decision
    const { resellerId } = found.state
    const [reseller, entity] = await Promise.all([
      deps.directory.reseller(entityId, resellerId),
      entityOf(deps, entityId),
    ])
    if (!reseller) throw new Error(`no ${resellerId}`)
    const moving = restrictedFor(deps, unmoved(reseller), found.state, { by: sub, at })
    if (!moving) return refuse({ kind: 'second-person-needed' })
    const changed = change('discontinuance', discontinuanceId, found, decision.value, at)
    const { changes, gates } = asWritten(moving, entity, at)
    return deps.commits.commit({
      metadata,
      answer: discontinuanceView(changed.state as ExistingDiscontinuance, versionAfter(changed), at),
      changes: [changed, ...changes],
      gates,
    })
  }

/** Costs as of a person's restriction, with the case and its event on top. */
export const costs: Costs = {
  confirmRestriction: { requests: 4, readUnits: 3, writeUnits: 54 },
}
