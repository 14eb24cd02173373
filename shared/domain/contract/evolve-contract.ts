import { startOfDayInJapan, type Instant } from '../plain-date.ts'
import type { Contract, ContractEvent, KeptContract, LiveContract } from './contract.ts'
import { linkAfter, newLink } from './link.ts'
import { closed, handOver } from './responsibility.ts'

/** What stands after an event that happened at an instant. Never refuses; a decision has already allowed the event. */
export const evolveContract = (contract: Contract, event: ContractEvent, at: Instant): Contract => {
  switch (event.type) {
    case 'contract-drafted':
      return { stage: 'drafted', deal: event.deal, explanation: null }
    case 'contract-attested': {
      const { deal, explanation, signedOn, remoteSupportConsent, confirmBy } = event
      const sold = { party: deal.seller, from: startOfDayInJapan(signedOn), until: null }
      return {
        stage: 'live',
        deal,
        explanation,
        entry: 'attested',
        signedOn,
        liveAt: at,
        remoteSupportConsent,
        confirmation: { stage: 'awaiting', link: confirmBy ? newLink(confirmBy.nonce, confirmBy.expiresAt) : null },
        responsibility: [sold],
        counterparty: [sold],
        holder: deal.seller,
        takeover: null,
        earlierTakeovers: [],
      }
    }
    default:
      return contract.stage === 'none' ? contract : evolveKept(contract, event, at)
  }
}

type LaterEvent = Exclude<ContractEvent, { type: 'contract-drafted' | 'contract-attested' }>

const evolveKept = (contract: KeptContract, event: LaterEvent, at: Instant): Contract => {
  switch (event.type) {
    case 'contract-revised':
      return { stage: 'drafted', deal: event.deal, explanation: null }
    case 'contract-explained':
      return contract.stage === 'drafted' ? { ...contract, explanation: event.explanation } : contract
    case 'contract-offered':
      if (contract.stage !== 'drafted' || !contract.explanation) return contract
      return {
        stage: 'offered',
        deal: contract.deal,
        explanation: contract.explanation,
        link: newLink(event.nonce, event.expiresAt),
      }
    case 'signing-code-requested':
    case 'signing-code-refused':
    case 'signing-code-accepted':
      if (contract.stage === 'offered') return { ...contract, link: linkAfter(contract.link, event, at) }
      if (contract.stage === 'live' && contract.confirmation.stage === 'awaiting' && contract.confirmation.link) {
        const link = linkAfter(contract.confirmation.link, event, at)
        return { ...contract, confirmation: { stage: 'awaiting', link } }
      }
      return contract
    case 'contract-signed': {
      if (contract.stage !== 'offered') return contract
      const { deal, explanation } = contract
      const { signedOn, remoteSupportConsent } = event
      const sold = { party: deal.seller, from: at, until: null }
      return {
        stage: 'live',
        deal,
        explanation,
        entry: 'signed',
        signedOn,
        liveAt: at,
        remoteSupportConsent,
        confirmation: { stage: 'given' },
        responsibility: [sold],
        counterparty: [sold],
        holder: deal.seller,
        takeover: null,
        earlierTakeovers: [],
      }
    }
    case 'incident-told':
    case 'emergency-supported':
      // They are on record, and change nothing of what was agreed.
      return contract
    case 'contract-voided':
      return { stage: 'void', deal: contract.deal, reason: event.reason }
    default:
      return contract.stage === 'live' ? evolveLive(contract, event, at) : contract
  }
}

type LiveEvent = Extract<
  LaterEvent,
  { type: 'attestation-confirmed' | 'attestation-disputed' | 'contract-ended' | `takeover-${string}` }
>

const evolveLive = (contract: LiveContract, event: LiveEvent, at: Instant): Contract => {
  const { entityId } = contract.deal
  switch (event.type) {
    case 'attestation-confirmed':
      return { ...contract, confirmation: { stage: 'confirmed', at } }
    case 'attestation-disputed':
      return { ...contract, confirmation: { stage: 'disputed', at } }
    case 'takeover-opened': {
      const { discontinuanceId, since, late } = event
      return {
        ...contract,
        responsibility: handOver(contract.responsibility, entityId, since),
        takeover: { discontinuanceId, since, stage: 'opened', late, settlement: null },
        earlierTakeovers: contract.takeover
          ? [...contract.earlierTakeovers, contract.takeover]
          : contract.earlierTakeovers,
      }
    }
    case 'takeover-told':
      return contract.takeover ? { ...contract, takeover: { ...contract.takeover, stage: 'told' } } : contract
    case 'takeover-settled': {
      if (!contract.takeover) return contract
      const { settlement, holder } = event
      const takeover = { ...contract.takeover, stage: 'settled' as const, settlement }
      const moved = settlement === 'movedToImplementingEntity' || settlement === 'movedToReseller'
      return {
        ...contract,
        takeover,
        holder,
        // Who ends it is not handed back to the leaver for its last moment.
        responsibility:
          settlement === 'endedBySme' ? contract.responsibility : handOver(contract.responsibility, holder, at),
        counterparty: moved ? handOver(contract.counterparty, holder, at) : contract.counterparty,
      }
    }
    case 'contract-ended':
      return {
        ...contract,
        stage: 'ended',
        endedAt: at,
        endedOn: event.on,
        ending: event.ending,
        responsibility: closed(contract.responsibility, at),
        counterparty: closed(contract.counterparty, at),
      }
  }
}
