import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { proposalOf, signAmendment as decideSigning } from '../../../shared/domain/contract/amendment.ts'
import { contactChanges } from '../../../shared/domain/contract/contact.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import { passedLink } from '../../../shared/domain/contract/link.ts'
import { done, refuse } from '../../../shared/domain/result.ts'
import { numbered, paperAt } from '../../ports/papers.ts'
import type { World } from '../../ports/world.ts'
import { differencesOf, liveChecks, groundOfLive } from '../../application/contracts/revisions.ts'
import { breachesOn } from '../../../shared/policy/conclude.ts'
import { versionOnOffer } from '../../../shared/policy/judging.ts'
import { noLink, own, written } from '../../application/contracts/as-sme.ts'
import type { Costs } from '../../application/cost.ts'
import type { Deal, LiveContract } from '../../../shared/domain/contract/states.ts'

/** What the change that waits for this person's signature would alter. */
export const readSigningDifferences =
  (world: World): HandlerOf<Routes['readSigningDifferences']> =>
  async (_, call) => {
    const now = await own(world, call)
    if (!now) return noLink
    const { state } = now
    const link = passedLink(state, call.who.nonce, call.at, 'amend')
    if (!link.ok) return link
    const { proposal } = state as LiveContract
    return proposal ? done(await differencesOf(world, state as LiveContract, proposal)) : noLink
  }

/** The SME signs a new revision of its contract: judged as on the first day, while both gates stand as read. */
export const signAmendment =
  (world: World): HandlerOf<Routes['signAmendment']> =>
  async ({ body: { signer, documentSha256, acknowledged } }, call) => {
    const { who, at, today } = call
    const now = await own(world, call)
    if (!now) return noLink
    const { state } = now
    const proposal = proposalOf(state)
    if (!proposal.ok) return proposal
    const { deal, kind, explanation } = proposal.value
    const ground = await groundOfLive(world, state as LiveContract, deal)
    const onOffer = versionOnOffer(ground.serviceGate, today)
    if (!onOffer.ok) return onOffer
    // What was compiled under a version that has been overtaken since must be shown anew.
    const asSigned = kind === 'amendment' && deal.serviceVersion === state.deal.serviceVersion
    if (!asSigned && onOffer.value.number !== deal.serviceVersion) return refuse({ kind: 'document-changed' })

    const [before, after] = await smeInTexts(world, state.deal, deal)
    const paper = paperAt(world.digest, 'signature', now.version, { signer, documentSha256, acknowledged })
    const decision = decideSigning(
      state,
      { nonce: who.nonce, documentSha256, signatureSha256: paper.sha256 },
      {
        at,
        today,
        changesContact: contactChanges(before, after).length > 0,
        breaches: breachesOn('signAmendment', deal, ground, { day: today, explanation, acknowledged }),
      },
    )
    if (!decision.ok) return decision
    const checks = liveChecks(now.read, ground)
    return written(world, now, { checks, events: decision.value, papers: [paper], name: after.name }, call)
  }

/** The SME as the text in force and the new one name it: its name, who signs, and where it is reached. */
const smeInTexts = async (
  { ledger }: World,
  { contractId, revision }: Deal,
  then: Deal,
): Promise<readonly [before: Disclosure['sme'], after: Disclosure['sme']]> => {
  const names = [numbered('document', revision), numbered('document', then.revision)]
  const [before, after] = (await ledger.papers(contractId, names)) as [Disclosure, Disclosure]
  return [before.sme, after.sme]
}

/**
 * Signing a change reads both texts, in one request: whoever was reached before is told where that changes,
 * and the contract goes by the name the new one brings.
 */
export const costs: Costs = {
  readSigningDifferences: { requests: 3, readUnits: 4, writeUnits: 0 },
  signAmendment: { requests: 4, readUnits: 7, writeUnits: 16 },
}
