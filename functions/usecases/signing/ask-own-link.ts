import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { factorsReach } from '../../../shared/domain/contract/contact.ts'
import { askForLink } from '../../../shared/domain/contract/link.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { papersKeptOf, papersOverAt } from '../../application/archive/retention.ts'
import { countSending } from '../../application/contracts/count-sending.ts'
import { newLinkOf } from '../../application/contracts/sending-link.ts'
import { written } from '../../application/contracts/through-link.ts'
import type { Costs } from '../../application/cost.ts'

const asked = { asked: true } as const

/**
 * Whoever has the address of "who serves me now" asks for a link to the SME's own page. It goes to the mail on record,
 * and the answer is one and the same whatever came of it: also where the contract has no mail, or was asked for too often,
 * and there as many requests are made. Of a contract that has ended it is the link to its papers, until their day of
 * retention. An address that is none of ours says nothing of any contract.
 */
export const askOwnLink =
  (deps: Dependencies): HandlerOf<Routes['askOwnLink']> =>
  async ({ body: { link } }, { at, metadata }) => {
    const contractId = await deps.links.readServing(link)
    const read = contractId && (await deps.contracts.find(contractId))
    if (!read) return ok(asked)
    const { state } = read.kept
    const [{ sme }, counted, { day }] = await Promise.all([
      deps.contracts.document(contractId, state.deal.revision),
      countSending(deps, 'askedLinks', state.deal, at),
      papersKeptOf(deps, state),
    ])
    const decision = askForLink(state, newLinkOf(deps, at), at, papersOverAt(day))
    const reached = factorsReach(sme).mail !== null
    if (!decision.ok || !counted.ok || !reached) {
      await deps.commits.answerTo(metadata)
      return ok(asked)
    }
    const landed = await written(deps, read, decision.value, metadata, at, asked, [counted.value.claim])
    return landed.ok ? ok(asked) : landed
  }

/** Costs outside of a takeover: within one, its case is read too. */
export const costs: Costs = {
  askOwnLink: { requests: 6, readUnits: 6, writeUnits: 13 },
}
