import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { tellSme as decideTelling } from '../../../shared/domain/contract/takeover.ts'
import { evidenceAlone, paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import { governingGuardCheck } from '../../application/contracts/contract-access.ts'
import { contractView } from '../../views/contract-view.ts'
import type { Costs } from '../../application/cost.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import { takenOver } from '../../application/cases/in-case.ts'

/** Records that a person told the SME, and how. */
export const tellSme =
  (deps: Dependencies): HandlerOf<Routes['tellSme']> =>
  async ({ params: { discontinuanceId, contractId }, body }, { who, at, metadata }) => {
    const found = await takenOver(deps, who.entityId, discontinuanceId, contractId, at)
    if (!found.ok) return found
    const { read, now } = found.value
    const paper = paperAt(deps.digest, 'told', read.kept.version + now.events.length, evidenceAlone(body))
    const decision = decideTelling(now.state, { by: body.by, toldSha256: paper.sha256 })
    if (!decision.ok) return decision
    const events = [...now.events, ...decision.value]
    const changed = change('contract', contractId, read.kept, events, at, { papers: [paper], name: read.name })
    return deps.commits.commit({
      metadata,
      answer: contractView(changed.state as ExistingContract, versionAfter(changed), read.name, read.gate),
      changes: [changed],
      checks: [governingGuardCheck(read)],
    })
  }

export const costs: Costs = {
  tellSme: { requests: 2, readUnits: 2, writeUnits: 16 },
}
