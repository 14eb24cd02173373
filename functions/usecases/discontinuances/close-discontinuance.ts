import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { closeDiscontinuance as decideClosing } from '../../../shared/domain/discontinuance/discontinuance.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import { discontinuanceView } from '../../views/directory-views.ts'
import { breachesOf, progressOf } from '../../application/cases/progress.ts'
import type { Costs } from '../../application/cost.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'

/** Closes a case when nobody is left to serve and both authorities have acknowledged; else says what is missing. */
export const closeDiscontinuance =
  (deps: Dependencies): HandlerOf<Routes['closeDiscontinuance']> =>
  async ({ params: { discontinuanceId } }, { who: { entityId }, at, metadata }) => {
    const found = await deps.directory.discontinuance(entityId, discontinuanceId)
    if (!found) return refuse({ kind: 'not-found', what: 'discontinuance' })
    const { missing, facts } = await progressOf(deps, found.state, at)
    const breaches = await breachesOf(deps, found.state, facts)
    const decision = decideClosing(found.state, { missing, breaches })
    if (!decision.ok) return decision
    const changed = change('discontinuance', discontinuanceId, found, decision.value, at)
    return deps.commits.commit({
      metadata,
      answer: discontinuanceView(changed.state as ExistingDiscontinuance, versionAfter(changed), at),
      changes: [changed],
    })
  }

export const costs: Costs = {
  closeDiscontinuance: { requests: 22, readUnits: 21, writeUnits: 15 },
}
