import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { noteCoverage as decideNoting } from '../../../shared/domain/contract/coverage.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { evidenceAlone, paperAt } from '../../ports/papers.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import { governingGuardCheck } from '../../application/contracts/contract-access.ts'
import { contractView } from '../../views/contract-view.ts'
import type { Costs } from '../../application/cost.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { takenOver } from '../../application/cases/in-case.ts'

/** Records what a person found out about one facet of a coverage. The case must stay open until it is on record. */
export const noteCoverage =
  (deps: Dependencies): HandlerOf<Routes['noteCoverage']> =>
  async ({ params: { discontinuanceId, contractId }, body }, { who: { entityId }, at, metadata }) => {
    const about = await deps.directory.discontinuance(entityId, discontinuanceId)
    if (!about) return refuse({ kind: 'not-found', what: 'takeover' })
    const found = await takenOver(deps, entityId, discontinuanceId, contractId, at)
    if (!found.ok) return found
    const { read, now } = found.value
    const paper = paperAt(deps.digest, 'coverage', read.kept.version + now.events.length, evidenceAlone(body))
    const { facet, finding } = body
    const decision = decideNoting(
      now.state,
      { facet, finding, statedAt: body.at ?? at, evidenceSha256: paper.sha256, operationId: null },
      { now: at, caseClosed: about.state.stage === 'closed' },
    )
    if (!decision.ok) return decision
    const events = [...now.events, ...decision.value]
    const changed = change('contract', contractId, read.kept, events, at, { papers: [paper], name: read.name })
    return deps.commits.commit({
      metadata,
      answer: contractView(changed.state as ExistingContract, versionAfter(changed), read.name, read.gate),
      ...(finding === 'lost'
        ? { changes: [changed, setBack(about, contractId, at)], checks: [governingGuardCheck(read)] }
        : {
            changes: [changed],
            checks: [
              governingGuardCheck(read),
              { state: 'discontinuance' as const, id: discontinuanceId, entityId, version: about.version },
            ],
          }),
    })
  }

/**
 * Sets the case back where something done for an SME is undone: any earlier tally is void, and a closing has to look
 * again.
 */
const setBack = (about: Versioned<ExistingDiscontinuance>, contractId: ContractId, at: Instant) =>
  change('discontinuance', about.state.discontinuanceId, about, [{ type: 'takeover-set-back', contractId }], at)

/** Two units of it check that the case, its obligations with it, is still as it was read. */
export const costs: Costs = {
  noteCoverage: { requests: 3, readUnits: 3, writeUnits: 19 },
}
