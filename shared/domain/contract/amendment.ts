import { daysAfter, type Instant, type PlainDate } from '../plain-date.ts'
import type { Breach, Refusal, RefusalKind } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Explanation } from './explanation.ts'
import type { DisclosureItemCode, Touched } from '../disclosure-items.ts'
import { passedLink } from './link.ts'
import { overOn } from './term-bounds.ts'
import type { ProposalKind } from './contract-words.ts'
import type { ContractRevision, Proposal, ExistingContract } from './states.ts'
import type { ContractEvent } from './events.ts'
import { wrongStage, quietLive } from './in-stage.ts'

type Decided<Kind extends RefusalKind> = Result<readonly ContractEvent[], Refusal<Kind>>

/** Effect of a change of the present term on the next one, where that is agreed already. */
type ForNext = { readonly deal: ContractRevision | null; readonly touched: readonly Touched[] }

type Proposing = {
  readonly kind: ProposalKind
  readonly deal: ContractRevision
  readonly changed: readonly DisclosureItemCode[]
  readonly changesContact: boolean
  readonly proposalSha256: string
}

/** The facts of a contract that no amendment can touch: another party or another service is another contract. */
const sameContract = (now: ContractRevision, then: ContractRevision): Refusal<'does-not-fit'> | undefined => {
  const fixed = ['smeId', 'serviceId', 'contractId'] as const
  const other = fixed.find((name) => now[name] !== then[name])
  return other && { kind: 'does-not-fit', what: other, given: then[other], needs: now[other] }
}

/**
 * Proposes a new revision. An amendment keeps the first day of the term; a renewal begins the day after the term's
 * last, which the caller names. What changes nothing that is disclosed, nor who signs and where the SME is reached, is in
 * force at once; the rest has to be shown and signed again. A proposal that was open before is replaced, and its link is dead.
 *
 * What the SME has agreed to for the next term does not fall behind: a change that no item shows is made there too, and
 * one that items show is refused, unless the next term already says it or says something of its own.
 */
export const proposeAmendment = (
  contract: ExistingContract,
  { kind, deal, changed, changesContact, proposalSha256 }: Proposing,
  {
    breaches,
    firstDay,
    forNext,
  }: { readonly breaches: readonly Breach[]; readonly firstDay: PlainDate; readonly forNext: ForNext },
): Decided<'wrong-stage' | 'does-not-fit' | 'next-term-agreed' | 'breaches-standard'> => {
  const live = quietLive(contract)
  if (!live.ok) return live
  if (live.value.leaving?.confirmed)
    return refuse({ kind: 'wrong-stage', what: 'cancellation', stage: 'confirmed', needs: ['none', 'requested'] })
  const other = sameContract(live.value.deal, deal)
  if (other) return refuse(other)
  if (deal.startOn !== firstDay)
    return refuse({ kind: 'does-not-fit', what: 'terms.startOn', given: deal.startOn, needs: firstDay })
  // The next term is agreed from the day after this one's last.
  const { next } = live.value
  if (kind === 'amendment' && next && daysAfter(deal.endOn, 1) !== next.deal.startOn)
    return refuse({ kind: 'does-not-fit', what: 'terms.endOn', given: deal.endOn, needs: live.value.deal.endOn })
  if (kind === 'amendment' && next && forNext.touched.length > 0) {
    const { revision, startOn, endOn } = next.deal
    return refuse({ kind: 'next-term-agreed', revision, startOn, endOn, touches: forNext.touched })
  }
  if (breaches.length > 0) return refuse({ kind: 'breaches-standard', breaches })
  if (kind === 'amendment' && changed.length === 0 && !changesContact)
    return ok([{ type: 'contract-amended', deal, next: forNext.deal, amendmentSha256: proposalSha256 }])
  return ok([{ type: 'amendment-proposed', kind, deal, changed, proposalSha256 }])
}

const noProposal = refuse<Refusal<'wrong-stage'>>({
  kind: 'wrong-stage',
  what: 'amendment',
  stage: 'none',
  needs: ['proposed'],
})

/** The proposal that is open on a live contract. */
export const proposalOf = (contract: ExistingContract): Result<Proposal, Refusal<'wrong-stage'>> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  return contract.proposal ? ok(contract.proposal) : noProposal
}

/** Records how the new conditions were explained. */
export const explainAmendment = (
  contract: ExistingContract,
  { explanation, explanationSha256 }: { readonly explanation: Explanation; readonly explanationSha256: string },
  { today }: { readonly today: PlainDate },
): Decided<'wrong-stage' | 'out-of-order'> => {
  const proposal = proposalOf(contract)
  if (!proposal.ok) return proposal
  if (explanation.on > today)
    return refuse({ kind: 'out-of-order', what: 'explanation.on', given: today, notBefore: explanation.on })
  // Listing of items is on record for what was attested; what takes its place records it too.
  const listed = contract.stage === 'live' && contract.entry === 'attested' ? { listed: true } : {}
  return ok([{ type: 'contract-explained', explanation: { ...explanation, ...listed }, explanationSha256 }])
}

/** Sends the link to sign the new revision; sent again, the link before is dead. */
export const offerAmendment = (
  contract: ExistingContract,
  { nonce, expiresAt }: { readonly nonce: string; readonly expiresAt: Instant },
  { breaches }: { readonly breaches: readonly Breach[] },
): Decided<'wrong-stage' | 'breaches-standard'> => {
  const proposal = proposalOf(contract)
  if (!proposal.ok) return proposal
  if (breaches.length > 0) return refuse({ kind: 'breaches-standard', breaches })
  return ok([{ type: 'contract-offered', nonce, expiresAt }])
}

/** Takes a proposal back. What was agreed before stays. */
export const withdrawAmendment = (contract: ExistingContract): Decided<'wrong-stage'> => {
  const proposal = proposalOf(contract)
  return proposal.ok ? ok([{ type: 'amendment-withdrawn', reason: 'withdrawn' }]) : proposal
}

/** The SME does not want the change. What was agreed before stays. */
export const declineAmendment = (
  contract: ExistingContract,
  nonce: string,
  at: Instant,
): Decided<'wrong-stage' | 'link-not-usable'> => {
  const proposal = proposalOf(contract)
  if (!proposal.ok) return proposal
  const link = passedLink(contract, nonce, at, 'amend')
  return link.ok ? ok([{ type: 'amendment-withdrawn', reason: 'declined' }]) : link
}

type Signing = {
  readonly nonce: string
  readonly documentSha256: string
  readonly signatureSha256: string
}

type SigningFacts = {
  readonly breaches: readonly Breach[]
  /** True if the new revision names another signatory, or another address or phone of the SME. */
  readonly changesContact: boolean
  readonly at: Instant
  readonly today: PlainDate
}

/**
 * The SME signs the very text of the new revision that it was shown. Whoever signs for another term after it asked to
 * leave stays: the wish is withdrawn by that signature.
 */
export const signAmendment = (
  contract: ExistingContract,
  { nonce, documentSha256, signatureSha256 }: Signing,
  { breaches, changesContact, at, today }: SigningFacts,
): Decided<'wrong-stage' | 'link-not-usable' | 'document-changed' | 'breaches-standard' | 'out-of-order'> => {
  const proposal = proposalOf(contract)
  if (!proposal.ok) return proposal
  const link = passedLink(contract, nonce, at, 'amend')
  if (!link.ok) return link
  const over = overOn(proposal.value.deal, today)
  if (over) return refuse(over)
  if (documentSha256 !== proposal.value.deal.documentSha256) return refuse({ kind: 'document-changed' })
  if (breaches.length > 0) return refuse({ kind: 'breaches-standard', breaches })
  const told = changesContact && contract.stage === 'live' ? { contactBefore: contract.deal.revision } : {}
  const signed = { type: 'amendment-signed', signedOn: today, documentSha256, signatureSha256, ...told } as const
  const stays = proposal.value.kind === 'renewal' && contract.stage === 'live' && contract.leaving !== null
  return ok(stays ? [signed, { type: 'cancellation-withdrawn' }] : [signed])
}
