import { startOfDayInJapan } from '../reading/fields/days.ts'
import type { Contract, KeptContract, LiveContract } from '../shapes/contract.ts'
import type { ContractEvent } from '../shapes/contract-events.ts'
import type { CodeEvent, CodeLetterEvent } from '../shapes/contract-parts.ts'
import type { Instant } from '../shapes/ids.ts'
import { linkWith, openOf, sentLink, withLink } from './links.ts'
import { foldLive } from './live.ts'
import { reached } from './reached.ts'

type Concluding = Pick<LiveContract, 'deal' | 'explanation' | 'entry' | 'signedOn' | 'confirmation'>

/** A contract on the day it is concluded: its seller holds it and answers for it, and nothing else is under way. */
const concluded = (
  made: Concluding,
  { at, from, consents }: { readonly at: Instant; readonly from: Instant; readonly consents: boolean },
): LiveContract => {
  const party = made.deal.seller
  const line = [{ party, from, until: null }]
  return {
    ...made,
    stage: 'live',
    liveAt: at,
    responsibility: line,
    counterparty: line,
    holder: party,
    takeover: null,
    earlierTakeovers: [],
    servedFrom: made.deal.startOn,
    consents: consents ? [{ kind: 'remoteSupport', stage: 'given', at }] : [],
    lastRevision: made.deal.revision,
    proposal: null,
    next: null,
    announced: null,
    leaving: null,
    ownLink: null,
  }
}

type Of<Type extends ContractEvent['type']> = Extract<ContractEvent, { type: Type }>

const attested = (event: Of<'contract-attested'>, at: Instant): LiveContract => {
  const { deal, explanation, signedOn, confirmBy } = event
  const link = confirmBy === null ? null : sentLink(confirmBy)
  const made = { deal, explanation, entry: 'attested', signedOn, confirmation: { stage: 'awaiting', link } } as const
  const live = concluded(made, { at, from: startOfDayInJapan(signedOn), consents: event.remoteSupportConsent })
  return event.servedFrom === undefined ? live : { ...live, servedFrom: event.servedFrom }
}

const signed = (contract: KeptContract, event: Of<'contract-signed'>, at: Instant): KeptContract => {
  if (contract.stage !== 'offered') return contract
  const { deal, explanation } = contract
  const made = {
    deal,
    explanation,
    entry: 'signed',
    signedOn: event.signedOn,
    confirmation: { stage: 'given' },
  } as const
  return concluded(made, { at, from: at, consents: event.remoteSupportConsent })
}

const explained = (contract: KeptContract, { explanation }: Of<'contract-explained'>): KeptContract => {
  if (contract.stage === 'drafted') return { ...contract, explanation }
  if (contract.stage !== 'live' || contract.proposal === null) return contract
  return { ...contract, proposal: { ...contract.proposal, explanation } }
}

const offered = (contract: KeptContract, event: Of<'contract-offered'>): KeptContract => {
  const link = sentLink(event)
  if (contract.stage === 'live') return contract.proposal === null ? contract : withLink(contract, ['amend', link])
  const { deal } = contract
  const explanation = contract.stage === 'drafted' || contract.stage === 'offered' ? contract.explanation : null
  return explanation === null ? contract : { stage: 'offered', deal, explanation, link }
}

const coded = (contract: KeptContract, event: CodeEvent | CodeLetterEvent, at: Instant): KeptContract => {
  if (contract.stage === 'offered') return { ...contract, link: linkWith(contract.link, event, at) }
  if (contract.stage === 'ended')
    return contract.ownLink === null ? contract : { ...contract, ownLink: linkWith(contract.ownLink, event, at) }
  const open = openOf(contract)
  if (contract.stage !== 'live' || !open) return contract
  return withLink(contract, [open[0], linkWith(open[1], event, at)])
}

const letterTold = (contract: KeptContract, { answerBy }: Of<'letter-told'>): KeptContract => {
  if (contract.stage !== 'live' || contract.announced === null || !answerBy) return contract
  const before = contract.announced.answerBy
  return { ...contract, announced: { answerBy: answerBy > before ? answerBy : before, held: false } }
}

/** Folds an event into a contract, by what events say and by nothing that the platform decides by. */
export const foldContract = (contract: Contract, event: ContractEvent, at: Instant): Contract => {
  if (event.type === 'contract-drafted') return { stage: 'drafted', deal: event.deal, explanation: null }
  if (event.type === 'contract-attested') return attested(event, at)
  if (contract.stage === 'none') return contract
  switch (event.type) {
    case 'contract-revised': {
      const stays = event.keepsExplanation === true && 'explanation' in contract
      return { stage: 'drafted', deal: event.deal, explanation: stays ? contract.explanation : null }
    }
    case 'contract-explained':
      return explained(contract, event)
    case 'contract-offered':
      return offered(contract, event)
    case 'signing-code-requested':
    case 'signing-code-refused':
    case 'signing-code-accepted':
    case 'code-letter-asked':
    case 'code-letter-printed':
      return coded(contract, event, at)
    case 'own-link-sent':
      if (contract.stage === 'ended') return { ...contract, ownLink: sentLink(event) }
      return contract.stage === 'live' ? withLink(contract, ['own', sentLink(event)]) : contract
    case 'contract-signed':
      return signed(contract, event, at)
    case 'contract-voided':
      return { stage: 'void', deal: contract.deal, reason: event.reason }
    case 'form-read': {
      const { readOn, stated, notStated } = event
      const stood = contract.stage === 'live' || contract.stage === 'ended'
      return stood ? { ...contract, formReading: { readOn, stated, notStated } } : contract
    }
    case 'link-bounced':
    case 'link-reminded':
      return contract
    case 'letter-told':
      return letterTold(contract, event)
    case 'contact-verified':
      return contract.stage === 'live' ? { ...contract, contactVerified: true } : contract
    case 'contact-change-proposed':
    case 'contact-change-withdrawn':
    case 'contact-change-stopped':
    case 'contact-change-unheard': {
      if (contract.stage !== 'live') return contract
      const waits = event.type === 'contact-change-proposed' ? event.waits : undefined
      return { ...reached(contract), ...(waits ? { contactFrom: waits.from } : {}) }
    }
    default:
      return contract.stage === 'live' ? foldLive(contract, event, at) : contract
  }
}
