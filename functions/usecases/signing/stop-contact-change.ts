import type { HandlerOf, OutputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { stopContactChange as decideStop } from '../../../shared/domain/contract/contact-change.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { waitingOn } from '../../application/contracts/contact-made.ts'
import { firstAnswer, named, unknown, written } from '../../application/contracts/through-link.ts'
import type { Costs } from '../../application/cost.ts'

type Stopped = OutputOf<Routes['stopContactChange']>

/**
 * Stops a change of where an SME is reached, from where it was reached until then: its link alone does, without a code, for
 * one of the two may be lost, and all it does is to leave things as they are.
 */
export const stopContactChange =
  (deps: Dependencies): HandlerOf<Routes['stopContactChange']> =>
  async ({ body }, { at, metadata }) => {
    const found = await named(deps, body.link)
    if (!found) return unknown
    const { read, nonce } = found
    const { state } = read.kept
    const { contractId } = state.deal
    const { waiting } = await waitingOn(deps, contractId)
    const decision = decideStop(state, waiting, nonce)
    if (decision.ok) return written(deps, read, decision.value, metadata, at, { stopped: true } satisfies Stopped)
    const first = await firstAnswer<Stopped>(deps, metadata, contractId)
    return first ? { ...ok(first), replayed: true } : decision
  }

export const costs: Costs = {
  stopContactChange: { requests: 3, readUnits: 3, writeUnits: 13 },
}
