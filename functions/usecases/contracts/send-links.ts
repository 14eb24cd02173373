import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { askConfirmation as decideAsking, sendOwnLink as decideSending } from '../../../shared/domain/contract/link.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { refuse, type Result } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { step, type Step } from '../../application/contracts/step.ts'
import type { Costs } from '../../application/cost.ts'
import { newLinkOf, unreachable, sendingLink } from '../../application/contracts/sending-link.ts'

type Refused = Refusal<'wrong-stage' | 'does-not-fit' | 'too-many-sendings'>

/** Asks the SME once more whether what was attested for it is right. */
export const askConfirmation =
  (deps: Dependencies): HandlerOf<Routes['askConfirmation']> =>
  ({ params: { contractId }, body: { validDays } }, call) =>
    step(deps, contractId, call, async ({ state }): Promise<Result<Step, Refused>> => {
      const cannot = await unreachable(deps, state.deal)
      if (cannot) return refuse(cannot)
      const decision = decideAsking(state, newLinkOf(deps, call.at, validDays))
      return decision.ok ? sendingLink(deps, state.deal, call.at, { events: decision.value }) : decision
    })

/** Sends the SME the link to its own page, where it sees its contract, its consents, and how to leave. */
export const sendOwnLink =
  (deps: Dependencies): HandlerOf<Routes['sendOwnLink']> =>
  ({ params: { contractId }, body: { validDays } }, call) =>
    step(deps, contractId, call, async ({ state }): Promise<Result<Step, Refused>> => {
      const cannot = await unreachable(deps, state.deal)
      if (cannot) return refuse(cannot)
      const decision = decideSending(state, newLinkOf(deps, call.at, validDays))
      return decision.ok ? sendingLink(deps, state.deal, call.at, { events: decision.value }) : decision
    })

export const costs: Costs = {
  askConfirmation: { requests: 4, readUnits: 4, writeUnits: 17 },
  sendOwnLink: { requests: 4, readUnits: 4, writeUnits: 17 },
}
