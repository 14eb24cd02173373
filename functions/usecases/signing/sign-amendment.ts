import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { proposalOf, signAmendment as decideSigning } from '../../../shared/domain/contract/amendment.ts'
import { contactChanges } from '../../../shared/domain/contract/contact.ts'
import type { Disclosure } from '../../../shared/domain/contract/disclosure.ts'
import { passedLink } from '../../../shared/domain/contract/link.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { numbered, paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { differencesOf, liveChecks, groundOfLive } from '../../application/contracts/revisions.ts'
import { breachesOn } from '../../../shared/policy/conclude.ts'
import { versionOnOffer } from '../../../shared/policy/judging.ts'
import { noLink, own, written } from '../../application/contracts/as-sme.ts'
import type { Costs } from '../../application/cost.ts'
import type { ContractRevision, LiveContract } from '../../../shared/domain/contract/states.ts'
import { disclosureForm } from '../../papers/texts.ts'
import { signatureForm } from '../../papers/words-of-smes.ts'

/** Reads the differences that the change waiting for this person's signature would make. */
export const readSigningDifferences =
  (deps: Dependencies): HandlerOf<Routes['readSigningDifferences']> =>
  async (_, call) => {
    const now = await own(deps, call)
    if (!now) return noLink
    const { state } = now
    const link = passedLink(state, call.who.nonce, call.at, 'amend')
    if (!link.ok) return link
    const { proposal } = state as LiveContract
    return proposal ? ok(await differencesOf(deps, state as LiveContract, proposal)) : noLink
  }

/** The SME signs a new revision of its contract: judged as on the first day, while both guards stand as read. */
export const signAmendment =
  (deps: Dependencies): HandlerOf<Routes['signAmendment']> =>
  async ({ body: { signer, documentSha256, acknowledged } }, call) => {
    const { who, at, today } = call
    const now = await own(deps, call)
    if (!now) return noLink
    const { state } = now
    const proposal = proposalOf(state)
    if (!proposal.ok) return proposal
    const { deal, kind, explanation } = proposal.value
    const ground = await groundOfLive(deps, state as LiveContract, deal)
    const onOffer = versionOnOffer(ground.serviceGuard, today)
    if (!onOffer.ok) return onOffer
    // A text compiled under a version that has been overtaken since must be shown anew.
    const asSigned = kind === 'amendment' && deal.serviceVersion === state.deal.serviceVersion
    if (!asSigned && onOffer.value.number !== deal.serviceVersion) return refuse({ kind: 'document-changed' })

    const [before, after] = await smeInTexts(deps, state.deal, deal)
    const words = signatureForm.write({ signer, documentSha256, acknowledged, from: call.origin })
    const paper = paperAt(deps.digest, 'signature', now.version, words)
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
    return written(deps, now, { checks, events: decision.value, papers: [paper], name: after.name }, call)
  }

/** The SME as the text in force and the new one name it: its name, who signs, and where it is reached. */
const smeInTexts = async (
  { ledger }: Dependencies,
  { contractId, revision }: ContractRevision,
  then: ContractRevision,
): Promise<readonly [before: Disclosure['sme'], after: Disclosure['sme']]> => {
  const names = [numbered('document', revision), numbered('document', then.revision)]
  const [before, after] = (await ledger.papers(contractId, names)).map(disclosureForm.read) as [Disclosure, Disclosure]
  return [before.sme, after.sme]
}

/**
 * Signing a change reads both texts, in one request: whoever was reached before is told where that changes,
 * and the contract goes by the name the new one brings.
 */
export const costs: Costs = {
  readSigningDifferences: { requests: 3, readUnits: 4, writeUnits: 0 },
  signAmendment: { requests: 4, readUnits: 7, writeUnits: 18 },
}
