import { laterDay, startOfDayInJapan, type Instant } from '../plain-date.ts'
import { withContactFrom } from './contact-change.ts'
import { evolveLive } from './evolve-live.ts'
import { linkAfter, newLink, openLinkOf, withOnlyLink } from './link.ts'
import type { ContractRevision, Contract, ExistingContract, LiveContract } from './states.ts'
import type { ContractEvent } from './events.ts'

/** State after an event that happened at an instant. Never refuses; a decision has already allowed the event. */
export const evolveContract = (contract: Contract, event: ContractEvent, at: Instant): Contract => {
  switch (event.type) {
    case 'contract-drafted':
      return { stage: 'drafted', deal: event.deal, explanation: null }
    case 'contract-attested': {
      const { deal, explanation, signedOn, remoteSupportConsent, confirmBy, servedFrom = deal.startOn } = event
      const link = confirmBy ? newLink(confirmBy.nonce, confirmBy.expiresAt) : null
      return {
        stage: 'live',
        deal,
        explanation,
        entry: 'attested',
        signedOn,
        liveAt: at,
        confirmation: { stage: 'awaiting', link },
        ...fromTheStart(deal, startOfDayInJapan(signedOn)),
        servedFrom,
        ...consenting(remoteSupportConsent, at),
      }
    }
    default:
      return contract.stage === 'none' ? contract : evolveKept(contract, event, at)
  }
}

/** Parties at the beginning of a contract: its seller answers for it, and nothing else is under way. */
const fromTheStart = ({ seller, startOn, revision }: ContractRevision, from: Instant) => {
  const sold = { party: seller, from, until: null }
  return {
    responsibility: [sold],
    counterparty: [sold],
    holder: seller,
    takeover: null,
    earlierTakeovers: [],
    servedFrom: startOn,
    lastRevision: revision,
    proposal: null,
    next: null,
    announced: null,
    leaving: null,
    ownLink: null,
  }
}

const consenting = (toRemoteSupport: boolean, at: Instant): Pick<LiveContract, 'consents'> => ({
  consents: toRemoteSupport ? [{ kind: 'remoteSupport', stage: 'given', at }] : [],
})

type LaterEvent = Exclude<ContractEvent, { type: 'contract-drafted' | 'contract-attested' }>

const evolveKept = (contract: ExistingContract, event: LaterEvent, at: Instant): Contract => {
  switch (event.type) {
    case 'contract-revised':
      return {
        stage: 'drafted',
        deal: event.deal,
        explanation: event.keepsExplanation && 'explanation' in contract ? contract.explanation : null,
      }
    case 'contract-explained':
      if (contract.stage === 'drafted') return { ...contract, explanation: event.explanation }
      return contract.stage === 'live' && contract.proposal
        ? { ...contract, proposal: { ...contract.proposal, explanation: event.explanation } }
        : contract
    case 'contract-offered': {
      const link = newLink(event.nonce, event.expiresAt)
      if (contract.stage === 'live')
        return contract.proposal ? withOnlyLink(contract, { purpose: 'amend', link }) : contract
      if ((contract.stage !== 'drafted' && contract.stage !== 'offered') || !contract.explanation) return contract
      return { stage: 'offered', deal: contract.deal, explanation: contract.explanation, link }
    }
    case 'signing-code-requested':
    case 'signing-code-refused':
    case 'signing-code-accepted':
    case 'code-letter-asked':
    case 'code-letter-printed': {
      if (contract.stage === 'offered') return { ...contract, link: linkAfter(contract.link, event, at) }
      const open = openLinkOf(contract)
      if (!open) return contract
      const link = linkAfter(open.link, event, at)
      if (contract.stage === 'ended') return { ...contract, ownLink: link }
      return contract.stage === 'live' ? withOnlyLink(contract, { ...open, link }) : contract
    }
    case 'contract-signed': {
      if (contract.stage !== 'offered') return contract
      const { deal, explanation } = contract
      return {
        stage: 'live',
        deal,
        explanation,
        entry: 'signed',
        signedOn: event.signedOn,
        liveAt: at,
        confirmation: { stage: 'given' },
        ...fromTheStart(deal, at),
        ...consenting(event.remoteSupportConsent, at),
      }
    }
    case 'letter-told':
      // Of a renewal, the SME has its days to answer from the day it was told.
      return contract.stage === 'live' && contract.announced && event.answerBy
        ? { ...contract, announced: { answerBy: laterDay(contract.announced.answerBy, event.answerBy), held: false } }
        : contract
    case 'contact-change-proposed':
    case 'contact-change-withdrawn':
    case 'contact-change-stopped':
    case 'contact-change-unheard':
      return contract.stage === 'live' ? withContactFrom(contract, event) : contract
    case 'contact-verified':
      return contract.stage === 'live' ? { ...contract, contactVerified: true } : contract
    case 'link-sent-again':
    case 'link-bounced':
    case 'link-reminded':
    case 'incident-told':
    case 'incident-telling-judged':
    case 'emergency-supported':
      // They are on record, and change nothing of what was agreed.
      return contract
    case 'form-read': {
      if (contract.stage !== 'live' && contract.stage !== 'ended') return contract
      const { readOn, stated, notStated } = event
      return { ...contract, formReading: { readOn, stated, notStated } }
    }
    case 'contract-voided':
      return { stage: 'void', deal: contract.deal, reason: event.reason }
    case 'own-link-sent': {
      const link = newLink(event.nonce, event.expiresAt)
      if (contract.stage === 'ended') return { ...contract, ownLink: link }
      return contract.stage === 'live' ? withOnlyLink(contract, { purpose: 'own', link }) : contract
    }
    default:
      return contract.stage === 'live' ? evolveLive(contract, event, at) : contract
  }
}
