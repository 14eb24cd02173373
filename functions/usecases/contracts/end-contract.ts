import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import {
  annulContract as decideAnnulment,
  confirmCancellation,
  terminateContract as decideTermination,
  withdrawCancellation as decideWithdrawal,
} from '../../../shared/domain/contract/ending.ts'
import { ok } from '../../../shared/domain/result.ts'
import { evidenceAlone, paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Seller } from '../../application/contracts/contract-access.ts'
import { step } from '../../application/contracts/step.ts'
import type { Costs } from '../../application/cost.ts'
import { wishToLeave } from '../../application/contracts/leaving.ts'
import { annulmentForm } from '../../papers/words-of-sellers.ts'

/** True where an admin of the implementing entity decided on a day that is past: nobody else can. */
const decidesEarlier = ({ role }: Seller, { earlier }: { readonly earlier?: unknown }): boolean =>
  role === 'entityAdmin' && Boolean(earlier)

/** Puts the SME's wish to leave on record, with what it costs. Nothing ends before it is confirmed. */
export const requestCancellation =
  (deps: Dependencies): HandlerOf<Routes['requestCancellation']> =>
  ({ params: { contractId }, body }, call) =>
    step(deps, contractId, call, (now) =>
      wishToLeave(deps, now, body, { today: call.today, earlierDecided: decidesEarlier(call.who, body) }),
    )

export const withdrawCancellation =
  (deps: Dependencies): HandlerOf<Routes['withdrawCancellation']> =>
  ({ params: { contractId } }, call) =>
    step(deps, contractId, call, ({ state }) => {
      const decision = decideWithdrawal(state)
      return decision.ok ? ok({ events: decision.value }) : decision
    })

/** The SME leaves: where its last day has come the contract ends, and its place is free in the same transaction. */
export const cancelContract =
  (deps: Dependencies): HandlerOf<Routes['cancelContract']> =>
  ({ params: { contractId }, body }, call) =>
    step(deps, contractId, call, ({ state }) => {
      const decision = confirmCancellation(state, body, call)
      return decision.ok ? ok({ events: decision.value }) : decision
    })

/** A seller ends a contract for cause; the ground and the warning are kept in an evidence document. */
export const terminateContract =
  (deps: Dependencies): HandlerOf<Routes['terminateContract']> =>
  ({ params: { contractId }, body }, call) =>
    step(deps, contractId, call, ({ state, version }) => {
      const paper = paperAt(deps.digest, 'termination', version, evidenceAlone(body))
      const { ground, on, warned } = body
      const decision = decideTermination(
        state,
        { ground, on, warned, wordSha256: paper.sha256 },
        { today: call.today, earlierDecided: decidesEarlier(call.who, body) },
      )
      return decision.ok ? ok({ events: decision.value, papers: [paper] }) : decision
    })

export const annulContract =
  (deps: Dependencies): HandlerOf<Routes['annulContract']> =>
  ({ params: { contractId }, body }, call) =>
    step(deps, contractId, call, ({ state, version }) => {
      const paper = paperAt(deps.digest, 'annulment', version, annulmentForm.write(body))
      const decision = decideAnnulment(state, paper.sha256, call)
      return decision.ok ? ok({ events: decision.value, papers: [paper] }) : decision
    })

export const costs: Costs = {
  requestCancellation: { requests: 2, readUnits: 2, writeUnits: 19 },
  withdrawCancellation: { requests: 2, readUnits: 2, writeUnits: 15 },
  cancelContract: { requests: 2, readUnits: 2, writeUnits: 21 },
  terminateContract: { requests: 2, readUnits: 2, writeUnits: 23 },
  annulContract: { requests: 2, readUnits: 2, writeUnits: 23 },
}
