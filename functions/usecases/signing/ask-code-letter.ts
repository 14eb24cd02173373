import type { HandlerOf, OutputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { askCodeLetter as decideAsking } from '../../../shared/domain/contract/code-letter.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { countSending } from '../../application/contracts/count-sending.ts'
import { dead, firstAnswer, named, unknown, written } from '../../application/contracts/through-link.ts'
import type { Costs } from '../../application/cost.ts'

type Asked = OutputOf<Routes['askCodeLetter']>

/**
 * Whoever has the link, and no telephone that a code reaches, asks for a letter with one. It goes to the address on
 * record, which is not said here; a letter by mail tells the SME that one was asked for.
 */
export const askCodeLetter =
  (deps: Dependencies): HandlerOf<Routes['askCodeLetter']> =>
  async ({ body }, { at, metadata }) => {
    const found = await named(deps, body.link)
    if (!found) return unknown
    const { state } = found.read.kept
    const decision = decideAsking(state, found.nonce, at)
    const counted = decision.ok ? await countSending(deps, 'codes', state.deal, at) : decision
    if (!decision.ok || !counted.ok) {
      const first = await firstAnswer<Asked>(deps, metadata, state.deal.contractId)
      if (first) return ok(first)
      if (!counted.ok && counted.refusal.kind === 'too-many-sendings') return refuse(counted.refusal)
      return dead(deps, found, at)
    }
    const asked = decision.value.find(({ type }) => type === 'code-letter-asked')
    if (!asked) throw new Error('a letter was asked for, and no event says so')
    const answer: Asked = { expiresAt: asked.expiresAt }
    const landed = await written(deps, found.read, decision.value, metadata, at, answer, [counted.value.claim])
    return landed.ok ? ok(landed.value) : landed
  }

export const costs: Costs = {
  askCodeLetter: { requests: 3, readUnits: 3, writeUnits: 13 },
}
