import type { Answer } from '../../../shared/domain/command.ts'
import type { RequestContext } from '../../../shared/api/request-context.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { ResellerId } from '../../../shared/domain/ids.ts'
import type { PrincipalOf } from '../../../shared/domain/people.ts'
import type { Refusal, UsualRefusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { gateOfReseller } from '../../../shared/domain/reseller/guard.ts'
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
import type { EvidenceDocument } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import { editionOf, factsOfReseller } from '../../../shared/policy/judging.ts'
import { resellerView } from '../../views/directory-views.ts'
import { restrictionPaper } from '../../application/tenants/restriction-paper.ts'
import type { Costs } from '../../application/cost.ts'
import type { ExistingReseller, ResellerEvent } from '../../../shared/domain/reseller/states.ts'
import { entityOf } from '../../application/tenants/entity.ts'
import { restrictionForm } from '../../papers/resellers.ts'

type Decided = { readonly events: readonly ResellerEvent[]; readonly papers?: readonly EvidenceDocument[] }

const bare = <No>(decision: Result<readonly ResellerEvent[], No>): Result<Decided, No> =>
  decision.ok ? ok({ events: decision.value }) : decision

/** Reads the reseller, decides, and writes it with its portfolio guards, all shards in the same transaction. */
const decideOn = async <No>(
  deps: Dependencies,
  resellerId: ResellerId,
  { who, at, today, metadata }: RequestContext<PrincipalOf<'entityAdmin'>>,
  decide: (reseller: ExistingReseller, version: number) => Result<Decided, No>,
): Promise<Answer<ReturnType<typeof resellerView>, No | Refusal<'not-found' | UsualRefusal>>> => {
  const found = await deps.directory.reseller(who.entityId, resellerId)
  if (!found) return refuse({ kind: 'not-found', what: 'reseller' })
  const decision = decide(found.state, found.version)
  if (!decision.ok) return decision
  const { events, papers = [] } = decision.value
  const changed = change('reseller', resellerId, found, events, at, { papers })
  const after = changed.state as ExistingReseller
  return deps.commits.commit({
    metadata,
    answer: resellerView(after, versionAfter(changed), today),
    changes: [changed],
    gates: [gateOfReseller(after, await entityOf(deps, who.entityId), versionAfter(changed))],
  })
}

export const approveReseller =
  (deps: Dependencies): HandlerOf<Routes['approveReseller']> =>
  ({ params: { resellerId } }, call) =>
    decideOn(deps, resellerId, call, (reseller) => bare(decideApproval(reseller)))

export const authorizeResale =
  (deps: Dependencies): HandlerOf<Routes['authorizeResale']> =>
  async ({ params: { resellerId }, body: { serviceId, from, until } }, call) => {
    const service = await deps.directory.service(call.who.entityId, serviceId)
    if (!service) return refuse({ kind: 'not-found', what: 'service' })
    const edition = editionOf(editionOfResale(service.state.versions) ?? '')
    return decideOn(deps, resellerId, call, (reseller) =>
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
  (deps: Dependencies): HandlerOf<Routes['endAuthorization']> =>
  ({ params: { resellerId, serviceId }, body: { lastDay } }, call) =>
    decideOn(deps, resellerId, call, (reseller) => bare(decideEnd(reseller, { serviceId, lastDay })))

/** Stops new contracts through a reseller. A signing that is under way loses against it: its guard has moved. */
export const restrictReseller =
  (deps: Dependencies): HandlerOf<Routes['restrictReseller']> =>
  ({ params: { resellerId }, body: { reason } }, call) =>
    decideOn(deps, resellerId, call, (reseller, version) => {
      const paper = paperAt(deps.digest, restrictionPaper, version, restrictionForm.write({ reason }))
      const decision = decideRestriction(reseller, paper.sha256)
      return decision.ok ? ok({ events: decision.value, papers: [paper] }) : decision
    })

export const liftRestriction =
  (deps: Dependencies): HandlerOf<Routes['liftRestriction']> =>
  ({ params: { resellerId }, body: { reason } }, call) =>
    decideOn(deps, resellerId, call, (reseller, version) => {
      const paper = paperAt(deps.digest, restrictionPaper, version, restrictionForm.write({ reason }))
      const decision = decideLifting(reseller, paper.sha256)
      return decision.ok ? ok({ events: decision.value, papers: [paper] }) : decision
    })

export const costs: Costs = {
  restrictReseller: { requests: 3, readUnits: 2, writeUnits: 47 },
  liftRestriction: { requests: 3, readUnits: 2, writeUnits: 47 },
  authorizeResale: { requests: 4, readUnits: 3, writeUnits: 44 },
  endAuthorization: { requests: 3, readUnits: 2, writeUnits: 45 },
  approveReseller: { requests: 3, readUnits: 2, writeUnits: 44 },
}
