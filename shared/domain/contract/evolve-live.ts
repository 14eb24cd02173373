import type { Instant } from '../plain-date.ts'
import { withContactFrom } from './contact-change.ts'
import { withConsent } from './consent.ts'
import type { Explanation } from './explanation.ts'
import { coverageAfter, unknownCoverage } from './coverage.ts'
import { newLink, withOnlyLink } from './link.ts'
import { closed, handOver } from './responsibility.ts'
import type { ContractRevision, Contract, LiveContract } from './states.ts'
import type { SuccessionEvent } from './succession-events.ts'
import type { AmendmentEvent, TermEvent, EndingEvent, ConsentEvent, ContractEvent } from './events.ts'

/** Everything that can happen to a live contract and to no other. */
type LiveEvent =
  | AmendmentEvent
  | SuccessionEvent
  | TermEvent
  | EndingEvent
  | ConsentEvent
  | Extract<ContractEvent, { type: `attestation-${string}` | `takeover-${string}` | 'confirmation-asked' }>

/** A live contract after what only befalls a live one. */
export const evolveLive = (contract: LiveContract, event: LiveEvent, at: Instant): Contract => {
  switch (event.type) {
    case 'attestation-confirmed':
      return { ...throughContact(contract), confirmation: { stage: 'confirmed', at } }
    case 'attestation-disputed':
      return { ...contract, confirmation: { stage: 'disputed', at } }
    case 'attestation-kept':
      return askedAgain(contract, event)
    case 'attestation-corrected':
      // A renewal was announced of the text before; under the corrected one it is announced anew.
      return {
        ...under(askedAgain(contract, event), event.deal, contract.explanation),
        lastRevision: event.deal.revision,
        announced: null,
      }
    case 'confirmation-asked':
      return withOnlyLink(contract, { purpose: 'confirm', link: newLink(event.nonce, event.expiresAt) })
    case 'takeover-opened':
    case 'takeover-told':
    case 'takeover-notice-sent-again':
    case 'takeover-notice-bounced':
    case 'takeover-settled':
    case 'takeover-coverage-noted':
      return takenOver(contract, event, at)
    case 'contract-ended':
      return {
        ...withOnlyLink(withContactFrom(contract, event), null),
        stage: 'ended',
        endedAt: at,
        endedOn: event.on,
        ending: event.ending,
        responsibility: closed(contract.responsibility, at),
        counterparty: closed(contract.counterparty, at),
        proposal: null,
        next: null,
        announced: null,
        leaving: null,
      }
    case 'sme-succeeded':
      return succeeded(contract, event)
    case 'sme-conflict-settled': {
      const { conflict, ...others } = contract
      const { exceptionId } = event
      return exceptionId && conflict ? { ...others, conflict: { ...conflict, exceptionId } } : others
    }
    case 'cancellation-requested': {
      const { on, penaltyExTaxYen, wordSha256 } = event
      return { ...contract, leaving: { on, penaltyExTaxYen, wordSha256, requestedAt: at, confirmed: false } }
    }
    case 'cancellation-withdrawn':
      // Renewal goes on as announced for an SME that stays; what stood in the way is looked at again.
      return { ...contract, leaving: null, announced: contract.announced && { ...contract.announced, held: false } }
    case 'cancellation-confirmed':
      // Proposal dropped: an SME that leaves for good is not asked to sign anything more.
      return contract.leaving
        ? { ...contract, leaving: { ...contract.leaving, confirmed: true }, proposal: null }
        : contract
    case 'consent-given':
    case 'consent-withdrawn': {
      const stage = event.type === 'consent-given' ? 'given' : 'withdrawn'
      return { ...contract, consents: withConsent(contract.consents, { kind: event.kind, stage, at }) }
    }
    default:
      return amended(contract, event, at)
  }
}

/** What was attested, as its SME confirms it: through a contact that was verified, or through one that a seller gave. */
const throughContact = (contract: LiveContract): LiveContract =>
  contract.contactVerified && contract.entry === 'attested' && contract.confirmation.stage !== 'confirmed'
    ? { ...contract, confirmedByVerified: true }
    : contract

/** An SME whose dispute was answered is awaited again: it may confirm, or say once more what is wrong. */
const askedAgain = (
  contract: LiveContract,
  { nonce, expiresAt }: { readonly nonce: string; readonly expiresAt: Instant },
): LiveContract =>
  withOnlyLink(
    { ...contract, confirmation: { stage: 'awaiting', link: null } },
    { purpose: 'confirm', link: newLink(nonce, expiresAt) },
  )

/** The contract under another text, from now on. What was proposed was a change of the text before, and goes with it. */
const under = (contract: LiveContract, deal: ContractRevision, explanation: Explanation): LiveContract => ({
  ...contract,
  deal,
  explanation,
  proposal: null,
})

/** The contract of the SME that succeeded: what was proposed to the one before is not asked of it. */
const succeeded = (
  { conflict: _, contactFrom: __, contactVerified: ___, ...contract }: LiveContract,
  { deal, next, conflictWith }: Extract<SuccessionEvent, { type: 'sme-succeeded' }>,
): LiveContract => ({
  ...under(contract, deal, contract.explanation),
  next: contract.next && { ...contract.next, deal: next ?? contract.next.deal },
  lastRevision: (next ?? deal).revision,
  formerSmeIds: [...(contract.formerSmeIds ?? []), contract.deal.smeId],
  ...(conflictWith === undefined ? {} : { conflict: { with: conflictWith } }),
})

const amended = (contract: LiveContract, event: AmendmentEvent | TermEvent, at: Instant): Contract => {
  switch (event.type) {
    case 'amendment-proposed': {
      const { kind, deal, changed } = event
      const proposal = { kind, deal, changed, explanation: null, link: null }
      return { ...contract, proposal, lastRevision: deal.revision }
    }
    case 'amendment-withdrawn':
      return { ...contract, proposal: null }
    case 'contract-amended':
      return {
        // A link that went to an address that is lost must not be good in whoever's hands it came to.
        ...under(
          event.contactBefore === undefined
            ? contract
            : withOnlyLink({ ...withContactFrom(contract, event), contactVerified: true }, null),
          event.deal,
          contract.explanation,
        ),
        next: contract.next && { ...contract.next, deal: event.next ?? contract.next.deal },
        lastRevision: (event.next ?? event.deal).revision,
      }
    case 'amendment-signed': {
      const { proposal } = contract
      if (!proposal?.explanation) return contract
      const { kind, deal, explanation } = proposal
      // A text the SME signed itself also stands for what was attested.
      const confirmation =
        contract.confirmation.stage === 'given' ? contract.confirmation : ({ stage: 'confirmed', at } as const)
      const { contactVerified, ...reached } = withContactFrom(throughContact(contract), event)
      // Verified was the contact it signed through, and not one that it names by that.
      const still = contactVerified && event.contactBefore === undefined ? { contactVerified } : {}
      const signed = { ...reached, ...still, confirmation, proposal: null }
      if (kind === 'renewal') return { ...signed, next: { deal, explanation } }
      // A renewal was announced of the text before; under the new one it is announced anew.
      return { ...under(signed, deal, explanation), announced: null }
    }
    case 'renewal-announced':
      return { ...contract, announced: { answerBy: event.answerBy, held: false } }
    case 'renewal-held':
      // Held without having been announced, there was no more to answer than the term itself.
      return { ...contract, announced: { answerBy: contract.announced?.answerBy ?? contract.deal.endOn, held: true } }
    case 'contract-renewed':
      return {
        ...under(contract, event.deal, contract.explanation),
        lastRevision: event.deal.revision,
        announced: null,
      }
    case 'term-begun':
      return contract.next
        ? { ...under(contract, contract.next.deal, contract.next.explanation), next: null, announced: null }
        : contract
  }
}

const takenOver = (
  contract: LiveContract,
  event: Extract<LiveEvent, { type: `takeover-${string}` }>,
  at: Instant,
): LiveContract => {
  switch (event.type) {
    case 'takeover-opened': {
      const { discontinuanceId, since, late } = event
      return {
        ...contract,
        // The reseller's open proposal goes with it.
        proposal: null,
        responsibility: handOver(contract.responsibility, contract.deal.entityId, since),
        takeover: { discontinuanceId, since, stage: 'opened', late, settlement: null, coverage: unknownCoverage },
        earlierTakeovers: contract.takeover
          ? [...contract.earlierTakeovers, contract.takeover]
          : contract.earlierTakeovers,
      }
    }
    case 'takeover-told': {
      if (!contract.takeover) return contract
      // Contact confirmed: whoever was told was given the new one by that very word.
      const told = { facet: 'contact', finding: 'confirmed', statedAt: at } as const
      const coverage = coverageAfter(contract.takeover.coverage, told)
      return { ...contract, takeover: { ...contract.takeover, stage: 'told', coverage } }
    }
    case 'takeover-notice-bounced': {
      const { takeover } = contract
      if (!takeover || !event.untold) return contract
      const { stage, coverage } = takeover
      const contact = coverage.contact.stage === 'confirmed' ? ({ stage: 'unknown' } as const) : coverage.contact
      // Settled takeovers stay so; but whether the SME knows whom to call is open again.
      return {
        ...contract,
        takeover: { ...takeover, stage: stage === 'told' ? 'opened' : stage, coverage: { ...coverage, contact } },
      }
    }
    case 'takeover-notice-sent-again':
      // It changes nothing until it arrives; then the SME is told.
      return contract
    case 'takeover-coverage-noted': {
      if (!contract.takeover) return contract
      const coverage = coverageAfter(contract.takeover.coverage, event)
      return { ...contract, takeover: { ...contract.takeover, coverage } }
    }
    case 'takeover-settled': {
      if (!contract.takeover) return contract
      const { settlement, holder } = event
      const moved = settlement === 'movedToImplementingEntity' || settlement === 'movedToReseller'
      return {
        ...contract,
        takeover: { ...contract.takeover, stage: 'settled', settlement },
        holder,
        // No hand-over back to the leaver for the last moment of a contract its SME ends.
        responsibility:
          settlement === 'endedBySme' ? contract.responsibility : handOver(contract.responsibility, holder, at),
        counterparty: moved ? handOver(contract.counterparty, holder, at) : contract.counterparty,
      }
    }
  }
}
