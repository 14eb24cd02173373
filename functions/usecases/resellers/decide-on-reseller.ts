import type { Answer } from '../../../shared/domain/command.ts'
import type { Call } from '../../../shared/api/call.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { ResellerId } from '../../../shared/domain/ids.ts'
import type { PrincipalOf } from '../../../shared/domain/people.ts'
import type { Refusal, UsualRefusal } from '../../../shared/domain/refusal.ts'
import { done, refuse, type Result } from '../../../shared/domain/result.ts'
import { gateOfReseller } from '../../../shared/domain/reseller/gate.ts'
import {
  approveReseller as decideApproval,
  authorizeResale as decideAuthorization,
  endAuthorization as decideEnd,
} from '../../../shared/domain/reseller/reseller.ts'
import {
  liftRestriction as decideLifting,
  restrictReseller as decideRestriction,
} from '../../../shared/domain/reseller/restriction.ts'
import { editionOfResale, judge } from '../../../shared/standard/index.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Paper } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change, versionAfter } from '../../application/change.ts'
import { editionOf, factsOfReseller } from '../../../shared/policy/judging.ts'
import { resellerView } from '../../views/directory-views.ts'
import { restrictionPaper } from '../../application/tenants/restriction-paper.ts'
import type { Costs } from '../../application/cost.ts'
import type { KeptReseller, ResellerEvent } from '../../../shared/domain/reseller/states.ts'
import { entityOf } from '../../application/tenants/entity.ts'

type Decided = { readonly events: readonly ResellerEvent[]; readonly papers?: readonly Paper[] }

const bare = <No>(decision: Result<readonly ResellerEvent[], No>): Result<Decided, No> =>
  decision.ok ? done({ events: decision.value }) : decision

/** Reads the reseller, decides, and writes it with its gates, all shards in the same transaction. */
const decideOn = async <No>(
  world: World,
  resellerId: ResellerId,
  { who, at, today, stamp }: Call<PrincipalOf<'entityAdmin'>>,
  decide: (reseller: KeptReseller, version: number) => Result<Decided, No>,
): Promise<Answer<ReturnType<typeof resellerView>, No | Refusal<'not-found' | UsualRefusal>>> => {
  const found = await world.directory.reseller(who.entityId, resellerId)
  if (!found) return refuse({ kind: 'not-found', what: 'reseller' })
  const decision = decide(found.state, found.version)
  if (!decision.ok) return decision
  const { events, papers = [] } = decision.value
  const changed = change('reseller', resellerId, found, events, at, { papers })
  const after = changed.state as KeptReseller
  return world.commits.commit({
    stamp,
    answer: resellerView(after, versionAfter(changed), today),
    changes: [changed],
    gates: [gateOfReseller(after, await entityOf(world, who.entityId), versionAfter(changed))],
  })
}

export const approveReseller =
  (world: World): HandlerOf<Routes['approveReseller']> =>
  ({ params: { resellerId } }, call) =>
    decideOn(world, resellerId, call, (reseller) => bare(decideApproval(reseller)))

export const authorizeResale =
  (world: World): HandlerOf<Routes['authorizeResale']> =>
  async ({ params: { resellerId }, body: { serviceId, from, until } }, call) => {
    const service = await world.directory.service(call.who.entityId, serviceId)
    if (!service) return refuse({ kind: 'not-found', what: 'service' })
    const edition = editionOf(editionOfResale(service.state.versions) ?? '')
    return decideOn(world, resellerId, call, (reseller) =>
      bare(
        decideAuthorization(
          reseller,
          { serviceId, period: { from, until } },
          { breaches: judge(edition, 'reseller', factsOfReseller(reseller)) },
        ),
      ),
    )
  }

export const endAuthorization =
  (world: World): HandlerOf<Routes['endAuthorization']> =>
  ({ params: { resellerId, serviceId }, body: { lastDay } }, call) =>
    decideOn(world, resellerId, call, (reseller) => bare(decideEnd(reseller, { serviceId, lastDay })))

/** Stops new contracts through a reseller. A signing that is under way loses against it: its gate has moved. */
export const restrictReseller =
  (world: World): HandlerOf<Routes['restrictReseller']> =>
  ({ params: { resellerId }, body: { reason } }, call) =>
    decideOn(world, resellerId, call, (reseller, version) => {
      const paper = paperAt(world.digest, restrictionPaper, version, { reason })
      const decision = decideRestriction(reseller, paper.sha256)
      return decision.ok ? done({ events: decision.value, papers: [paper] }) : decision
    })

export const liftRestriction =
  (world: World): HandlerOf<Routes['liftRestriction']> =>
  ({ params: { resellerId }, body: { reason } }, call) =>
    decideOn(world, resellerId, call, (reseller, version) => {
      const paper = paperAt(world.digest, restrictionPaper, version, { reason })
      const decision = decideLifting(reseller, paper.sha256)
      return decision.ok ? done({ events: decision.value, papers: [paper] }) : decision
    })

export const costs: Costs = {
  restrictReseller: { requests: 3, readUnits: 2, writeUnits: 43 },
  liftRestriction: { requests: 3, readUnits: 2, writeUnits: 43 },
  authorizeResale: { requests: 4, readUnits: 3, writeUnits: 40 },
  endAuthorization: { requests: 3, readUnits: 2, writeUnits: 40 },
  approveReseller: { requests: 3, readUnits: 2, writeUnits: 40 },
}
