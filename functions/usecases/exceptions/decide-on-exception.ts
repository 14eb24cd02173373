import type { Answer } from '../../../shared/domain/command.ts'
import type { RequestContext } from '../../../shared/api/request-context.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import {
  approveException as decideApproval,
  declineException as decideDecline,
  withdrawException as decideWithdrawal,
  type ExceptionEvent,
  type ExistingException,
} from '../../../shared/domain/exception/exception.ts'
import type { ExceptionId } from '../../../shared/domain/ids.ts'
import type { Refusal, UsualRefusal } from '../../../shared/domain/refusal.ts'
import { refuse, type Result } from '../../../shared/domain/result.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Versioned, EvidenceDocument } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import type { Seller } from '../../application/contracts/contract-access.ts'
import { stillActs } from '../../application/tenants/still-acts.ts'
import { exceptionView } from '../../views/exception-view.ts'
import type { Costs } from '../../application/cost.ts'
import { exceptionSeen } from '../../application/contracts/exception-check.ts'
import { reasonForm } from '../../papers/statements.ts'

/** Reads the exception, decides, and writes one step on it, with the reason's evidence document where one is given. */
const step = async <No>(
  deps: Dependencies,
  exceptionId: ExceptionId,
  { who, at, today, metadata }: RequestContext<Seller>,
  reason: { readonly name: string; readonly reason: string } | null,
  decide: (found: Versioned<ExistingException>, reasonSha256: string) => Result<readonly ExceptionEvent[], No>,
): Promise<Answer<ReturnType<typeof exceptionView>, No | Refusal<'not-found' | 'wrong-stage' | UsualRefusal>>> => {
  const found = await exceptionSeen(deps, who, exceptionId)
  if (!found) return refuse({ kind: 'not-found', what: 'exception' })
  const acts = await stillActs(deps, who)
  if (!acts.ok) return acts
  const papers: readonly EvidenceDocument[] = reason
    ? [paperAt(deps.digest, reason.name, found.version, reasonForm.write({ reason: reason.reason, by: who.sub }))]
    : []
  const decision = decide(found, papers[0]?.sha256 ?? '')
  if (!decision.ok) return decision
  const changed = change('separateContractException', exceptionId, found, decision.value, at, { papers })
  return deps.commits.commit({
    metadata,
    answer: exceptionView(changed.state as ExistingException, versionAfter(changed), today),
    changes: [changed],
    checks: acts.value,
  })
}

/** Someone at the implementing entity, other than who asked, approves. */
export const approveException =
  (deps: Dependencies): HandlerOf<Routes['approveException']> =>
  ({ params: { exceptionId } }, call) =>
    step(deps, exceptionId, call, null, ({ state }) =>
      decideApproval(state, { approvedBy: call.who.sub, today: call.today }),
    )

export const declineException =
  (deps: Dependencies): HandlerOf<Routes['declineException']> =>
  ({ params: { exceptionId }, body: { reason } }, call) =>
    step(deps, exceptionId, call, { name: 'decline', reason }, ({ state }, sha256) => decideDecline(state, sha256))

export const withdrawException =
  (deps: Dependencies): HandlerOf<Routes['withdrawException']> =>
  ({ params: { exceptionId }, body: { reason } }, call) =>
    step(deps, exceptionId, call, { name: 'withdrawal', reason }, ({ state }, sha256) =>
      decideWithdrawal(state, sha256),
    )

/** A reseller that withdraws must still stand: one request, one read and four write units more than for the others. */
export const costs: Costs = {
  approveException: { requests: 2, readUnits: 1, writeUnits: 10 },
  declineException: { requests: 2, readUnits: 1, writeUnits: 12 },
  withdrawException: { requests: 3, readUnits: 2, writeUnits: 16 },
}
