import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { withdrawDiscontinuance as decideWithdrawal } from '../../../shared/domain/discontinuance/discontinuance.ts'
import { proposeForConcern } from '../../../shared/domain/discontinuance/concern.ts'
import { proposeDiscontinuance as decideProposal } from '../../../shared/domain/discontinuance/proposing.ts'
import { approveBy } from '../../../shared/domain/discontinuance/window.ts'
import type { DiscontinuanceId } from '../../../shared/domain/ids.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { concernClaims, openCase } from '../../ports/unique-keys.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { beginning, change, versionAfter } from '../../application/change.ts'
import { discontinuanceView } from '../../views/directory-views.ts'
import { affected } from '../../application/contracts/portfolio.ts'
import { lapsed } from '../../application/cases/lapse-discontinuance.ts'
import type { Costs } from '../../application/cost.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { entityOf } from '../../application/tenants/entity.ts'
import { asWritten, fallen, lettingGo, restrictedFor, unmoved } from '../../application/cases/restriction.ts'
import { statementForm } from '../../papers/statements.ts'

/**
 * Proposes that a reseller cannot continue, and says what that would touch. What there is stays where it is; new
 * contracts stop in the same commit where an admin proposes, and an admin is asked where a staff member does.
 */
export const proposeDiscontinuance =
  (deps: Dependencies): HandlerOf<Routes['proposeDiscontinuance']> =>
  async ({ body: { resellerId, ground, occurredOn, knownOn, statement, concernId } }, { who, at, today, metadata }) => {
    const { entityId } = who
    const found = await deps.directory.reseller(entityId, resellerId)
    if (!found) return refuse({ kind: 'not-found', what: 'reseller' })
    const { stage } = found.state
    if (stage !== 'active' && stage !== 'restricted') {
      return refuse({ kind: 'wrong-stage', what: 'reseller', stage, needs: ['active', 'restricted'] })
    }
    const discontinuanceId = deps.ids.fresh('dsc')
    const concern = concernId && (await deps.directory.concern(entityId, concernId))
    if (concernId && concern?.state.resellerId !== resellerId) return refuse({ kind: 'not-found', what: 'concern' })
    const claim = openCase(resellerId, discontinuanceId)
    const before = (await deps.commits.holderOf(claim)) as DiscontinuanceId | null
    const other = before && (await deps.directory.discontinuance(entityId, before))
    // A proposal that was waited out makes room for the next, and is written down as lapsed with it.
    const over = other ? lapsed(other, at) : undefined
    // The case that held the place when it was read has let it go since.
    if (other && !over && isLetGo(other.state)) return refuse({ kind: 'changed-meanwhile' })
    if (before && !over) return refuse({ kind: 'already-exists', what: 'discontinuance' })
    const entity = await entityOf(deps, entityId)

    const paper = paperAt(deps.digest, 'statement', 0, statementForm.write({ statement }))
    const proposal = {
      discontinuanceId,
      entityId,
      resellerId,
      ground,
      occurredOn,
      ...(knownOn ? { knownOn } : {}),
      ...(concernId ? { concernId } : {}),
      statementSha256: paper.sha256,
      proposedBy: who.sub,
      approveBy: approveBy(at, entity.approvalWindowHours),
    }
    const free = other && over ? fallen(deps, unmoved(found), other.state, 'lapsed', at) : unmoved(found)
    const stopped = who.role === 'entityAdmin' ? restrictedFor(deps, free, proposal, { by: who.sub, at }) : undefined
    const decision = decideProposal({ ...proposal, restriction: stopped ? 'standing' : 'asked' }, { today })
    if (!decision.ok) return decision
    const resting = concern && proposeForConcern(concern.state, discontinuanceId)
    if (resting && !resting.ok) return resting
    const marked = concern && resting ? [change('concern', concern.state.concernId, concern, resting.value, at)] : []
    const changed = beginning('discontinuance', discontinuanceId, decision.value, at, { papers: [paper] })
    const written = asWritten(stopped ?? free, entity, at)
    const affects = await affected(deps.contracts, resellerId)
    return deps.commits.commit({
      metadata,
      answer: { ...discontinuanceView(changed.state as ExistingDiscontinuance, 1, at), affects },
      changes: [changed, ...marked, ...(over ? [over] : []), ...written.changes],
      gates: written.gates,
      releases: concern ? concernClaims(concern.state) : [],
      claims: [before ? { ...claim, insteadOf: before } : claim],
      // Portfolio guards that are set anew have no signing lock.
      unlocksSigning: over && written.gates.length === 0 ? [resellerId] : [],
    })
  }

/** True of a case that no longer holds its reseller's place: nothing came of it. */
const isLetGo = ({ stage }: ExistingDiscontinuance): boolean => stage === 'lapsed' || stage === 'withdrawn'

/** Takes a proposal back; its restriction falls with it. Signing locks of an interrupted approval are released. */
export const withdrawDiscontinuance =
  (deps: Dependencies): HandlerOf<Routes['withdrawDiscontinuance']> =>
  async ({ params: { discontinuanceId } }, { who: { entityId }, at, metadata }) => {
    const found = await deps.directory.discontinuance(entityId, discontinuanceId)
    if (!found) return refuse({ kind: 'not-found', what: 'discontinuance' })
    const decision = decideWithdrawal(found.state)
    if (!decision.ok) return decision
    const { resellerId } = found.state
    const changed = change('discontinuance', discontinuanceId, found, decision.value, at)
    const { changes, ...gates } = await lettingGo(deps, found.state, 'withdrawn', at)
    return deps.commits.commit({
      metadata,
      answer: discontinuanceView(changed.state as ExistingDiscontinuance, versionAfter(changed), at),
      changes: [changed, ...changes],
      releases: [openCase(resellerId, discontinuanceId)],
      ...gates,
    })
  }

/**
 * Costs of a staff member's proposal, whose letter to an admin is one unit; an admin's writes the reseller, its event,
 * evidence document and guards as well. A withdrawal under which a restriction falls: without one it reads and writes
 * less.
 */
export const costs: Costs = {
  proposeDiscontinuance: { requests: 20, readUnits: 19, writeUnits: 17 },
  withdrawDiscontinuance: { requests: 4, readUnits: 3, writeUnits: 55 },
}
