import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import {
  proposeDiscontinuance as decideProposal,
  withdrawDiscontinuance as decideWithdrawal,
  type KeptDiscontinuance,
} from '../../../shared/domain/discontinuance/discontinuance.ts'
import { proposeForConcern } from '../../../shared/domain/discontinuance/concern.ts'
import { approveBy } from '../../../shared/domain/discontinuance/window.ts'
import type { DiscontinuanceId } from '../../../shared/domain/ids.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { concernClaims, openCase } from '../../ports/claims.ts'
import type { World } from '../../ports/world.ts'
import { beginning, change, versionAfter } from '../change.ts'
import { entityOf } from '../resellers/invite-reseller.ts'
import { discontinuanceView } from '../views/directory-views.ts'
import { affected } from './book.ts'
import { lapsing } from './lapse-discontinuance.ts'
import type { Costs } from '../cost.ts'

/** Proposes that a reseller cannot continue, and says what that would touch. Nothing moves yet. */
export const proposeDiscontinuance =
  (world: World): HandlerOf<Routes['proposeDiscontinuance']> =>
  async ({ body: { resellerId, ground, occurredOn, statement, concernId } }, { who, at, today, stamp }) => {
    const { entityId } = who
    const found = await world.directory.reseller(entityId, resellerId)
    if (!found) return refuse({ kind: 'not-found', what: 'reseller' })
    const { stage } = found.state
    if (stage !== 'active' && stage !== 'restricted') {
      return refuse({ kind: 'wrong-stage', what: 'reseller', stage, needs: ['active', 'restricted'] })
    }
    const discontinuanceId = world.ids.fresh('dsc')
    const concern = concernId && (await world.directory.concern(entityId, concernId))
    if (concernId && concern?.state.resellerId !== resellerId) return refuse({ kind: 'not-found', what: 'concern' })
    const claim = openCase(resellerId, discontinuanceId)
    const before = (await world.commits.holderOf(claim)) as DiscontinuanceId | null
    const other = before && (await world.directory.discontinuance(entityId, before))
    // A proposal that was waited out makes room for the next, and is written down as lapsed with it.
    const lapsed = other ? lapsing(other, at) : undefined
    // Who held the place when it was read has let it go since.
    if (other && !lapsed && isLetGo(other.state)) return refuse({ kind: 'changed-meanwhile' })
    if (before && !lapsed) return refuse({ kind: 'already-exists', what: 'discontinuance' })
    const entity = await entityOf(world, entityId)

    const paper = { name: 'statement-0001', content: { statement }, sha256: world.digest({ statement }) }
    const decision = decideProposal(
      {
        discontinuanceId,
        entityId,
        resellerId,
        ground,
        occurredOn,
        statementSha256: paper.sha256,
        proposedBy: who.sub,
        approveBy: approveBy(at, entity.approvalWindowHours),
      },
      { today },
    )
    if (!decision.ok) return decision
    const resting = concern && proposeForConcern(concern.state, discontinuanceId)
    if (resting && !resting.ok) return resting
    const marked = concern && resting ? [change('concern', concern.state.concernId, concern, resting.value, at)] : []
    const changed = beginning('discontinuance', discontinuanceId, decision.value, at, { papers: [paper] })
    const affects = await affected(world.contracts, resellerId)
    return world.commits.commit({
      stamp,
      answer: { ...discontinuanceView(changed.state as KeptDiscontinuance, 1, at), affects },
      changes: [changed, ...marked, ...(lapsed?.changes ?? [])],
      releases: concern ? concernClaims(concern.state) : [],
      claims: [before ? { ...claim, insteadOf: before } : claim],
      unfences: lapsed?.unfences ?? [],
    })
  }

/** Whether a case no longer holds its reseller's place: nothing came of it. */
const isLetGo = ({ stage }: KeptDiscontinuance): boolean => stage === 'lapsed' || stage === 'withdrawn'

/** Takes a proposal back. Gates that an interrupted approval had fenced are opened again. */
export const withdrawDiscontinuance =
  (world: World): HandlerOf<Routes['withdrawDiscontinuance']> =>
  async ({ params: { discontinuanceId } }, { who: { entityId }, at, stamp }) => {
    const found = await world.directory.discontinuance(entityId, discontinuanceId)
    if (!found) return refuse({ kind: 'not-found', what: 'discontinuance' })
    const decision = decideWithdrawal(found.state)
    if (!decision.ok) return decision
    const { resellerId } = found.state
    const changed = change('discontinuance', discontinuanceId, found, decision.value, at)
    return world.commits.commit({
      stamp,
      answer: discontinuanceView(changed.state as KeptDiscontinuance, versionAfter(changed), at),
      changes: [changed],
      releases: [openCase(resellerId, discontinuanceId)],
      unfences: [resellerId],
    })
  }

export const costs: Costs = {
  proposeDiscontinuance: { requests: 20, readUnits: 19, writeUnits: 11 },
  withdrawDiscontinuance: { requests: 2, readUnits: 1, writeUnits: 41 },
}
