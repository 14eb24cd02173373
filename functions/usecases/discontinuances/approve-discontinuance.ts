import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { approveDiscontinuance as decideApproval } from '../../../shared/domain/discontinuance/discontinuance.ts'
import { knownOnOf } from '../../../shared/domain/discontinuance/proposing.ts'
import { obligationsFrom } from '../../../shared/domain/discontinuance/obligation.ts'
import { later, type Instant } from '../../../shared/domain/plain-date.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { addresseesOf } from '../../../shared/domain/submission/addressees.ts'
import { difficultyReport } from '../../../shared/domain/submission/kinds/difficulty-report.ts'
import { gateOfReseller } from '../../../shared/domain/reseller/guard.ts'
import { discontinueReseller } from '../../../shared/domain/reseller/reseller.ts'
import { attemptMs } from '../../ports/signing-locks.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import { drafted } from '../../application/submissions/drafting.ts'
import { discontinuanceView } from '../../views/directory-views.ts'
import { lapse } from '../../application/cases/lapse-discontinuance.ts'
import type { Costs } from '../../application/cost.ts'
import type { ExistingReseller } from '../../../shared/domain/reseller/states.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { obligationDaysOf } from '../../application/tenants/entity.ts'
import { caseWithParties } from '../../application/cases/case-with-parties.ts'

/**
 * 第2章1.(10): the second person approves. Each shard of the reseller's portfolio is first closed to signings on its
 * own; then one transaction moves all of them, and that commit is the instant, whatever the number of contracts.
 * From it every read says the implementing entity answers, and nothing is signed through the reseller.
 */
export const approveDiscontinuance =
  (deps: Dependencies): HandlerOf<Routes['approveDiscontinuance']> =>
  async ({ params: { discontinuanceId } }, { who: { entityId, sub }, at, metadata }) => {
    const about = await caseWithParties(deps, entityId, discontinuanceId)
    if (!about) return refuse({ kind: 'not-found', what: 'discontinuance' })
    const { found, entity, reseller, services } = about
    const { resellerId, proposedBy } = found.state
    const days = obligationDaysOf(entity)
    const owedFrom = (since: Instant) =>
      obligationsFrom(since, proposedBy, { days, isHoliday: deps.calendar.isHoliday })
    const sold = services.filter(({ serviceId }) => serviceId in reseller.state.authorizations)
    const reports = addresseesOf(difficultyReport, sold).map((to) => ({ submissionId: deps.ids.fresh('sbm'), to }))
    const approvalAt = (since: Instant) => ({ approvedBy: sub, since, reports, obligations: owedFrom(since) })
    const allowed = decideApproval(found.state, approvalAt(at))
    if (!allowed.ok) return allowed
    if (metadata.ifMatch !== null && metadata.ifMatch !== found.version) return refuse({ kind: 'changed-since-read' })
    const attempt = { id: deps.ids.nonce(), until: later(deps.clock.now(), attemptMs) }
    if (!metadata.dryRun) {
      if (!(await deps.commits.isStillMember(metadata))) return refuse({ kind: 'no-longer-member' })
      const standing = { state: 'discontinuance', id: discontinuanceId, entityId, version: found.version } as const
      const fenced = await deps.commits.lockSigning(resellerId, standing, attempt)
      if (!fenced.ok) return fenced
    }

    // The instant is taken behind the signing lock: whatever was signed before it bears an earlier one.
    const since = latest(deps.clock.now(), found.at, reseller.at)
    const approved = decideApproval(found.state, approvalAt(since))
    const stopped = discontinueReseller(reseller.state, { since, discontinuanceId, knownOn: knownOnOf(found.state) })
    if (!approved.ok) {
      // A proposal waited out behind the signing locks: they are released at once.
      if (!metadata.dryRun) await lapse(deps, entityId, discontinuanceId)
      return approved
    }
    if (!stopped.ok) return stopped
    const changed = change('discontinuance', discontinuanceId, found, approved.value, since)
    const changedReseller = change('reseller', resellerId, reseller, stopped.value, since)
    const state = changed.state as ExistingDiscontinuance
    const content = difficultyReport.draft({ ...about, state, since, reseller: reseller.state })
    return deps.commits.commit({
      metadata: { ...metadata, at: since },
      answer: discontinuanceView(state, versionAfter(changed), since),
      changes: [
        changed,
        changedReseller,
        ...reports.map((report) =>
          drafted(deps, { kind: 'difficultyReport', entityId, discontinuanceId, ...report }, content, since),
        ),
      ],
      gates: [gateOfReseller(changedReseller.state as ExistingReseller, entity, versionAfter(changedReseller))],
      behind: attempt.id,
    })
  }

const latest = (now: Instant, ...others: readonly (Instant | null)[]): Instant =>
  others.reduce<Instant>((last, other) => (other && other > last ? other : last), now)

/**
 * Costs the same for one contract and for a million: sixteen signing locks (16 requests, 66 units: the first bears a
 * mark for the calendar), then one transaction on all guards.
 */
export const costs: Costs = {
  approveDiscontinuance: { requests: 23, readUnits: 6, writeUnits: 138 },
}
