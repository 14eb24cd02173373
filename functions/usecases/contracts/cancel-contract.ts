import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import { cancelContract as decideCancellation } from '../../../shared/domain/contract/conclude.ts'
import type { KeptContract } from '../../../shared/domain/contract/contract.ts'
import { smePlace } from '../../ports/claims.ts'
import { paperAt } from '../../ports/papers.ts'
import type { World } from '../../ports/world.ts'
import { change, versionAfter } from '../change.ts'
import { caughtUp } from '../discontinuances/catch-up.ts'
import { contractView } from '../views/contract-view.ts'
import { actable, governingCheck } from './act-on-contract.ts'
import type { Costs } from '../cost.ts'

/** The SME leaves: its word is kept, the contract ends, and its place is free in the same transaction. */
export const cancelContract =
  (world: World): HandlerOf<Routes['cancelContract']> =>
  async ({ params: { contractId }, body }, { who, at, today, stamp }) => {
    const found = await actable(world.contracts, who, contractId)
    if (!found.ok) return found
    const { kept, name, gate } = found.value
    const now = caughtUp(found.value, at)
    const paper = paperAt(world.digest, 'cancellation', kept.version + now.events.length, body)
    const decision = decideCancellation(now.state, { on: body.on, wordSha256: paper.sha256 }, { today })
    if (!decision.ok) return decision
    const changed = change('contract', contractId, kept, [...now.events, ...decision.value], at, {
      papers: [paper],
      name,
    })
    const { serviceId, smeId } = kept.state.deal
    return world.commits.commit({
      stamp,
      answer: contractView(changed.state as KeptContract, versionAfter(changed), name, gate),
      changes: [changed],
      releases: [smePlace(serviceId, smeId, contractId)],
      checks: [governingCheck(found.value)],
    })
  }

export const costs: Costs = {
  cancelContract: { requests: 2, readUnits: 2, writeUnits: 13 },
}
