import type { AggregateKind, EventOf } from '../../../shared/domain/aggregates.ts'
import type { Contract, ContractEvent } from '../../../shared/domain/contract/contract.ts'

type EventType = EventOf<AggregateKind>['type']

/** The stages from which an event may come. */
const from: Readonly<Record<EventType, readonly string[]>> = {
  'entity-registered': ['none'],
  'registration-body-registered': ['none'],
  'member-named': ['none'],
  'service-version-drafted': ['none', 'kept'],
  'service-version-published': ['kept'],
  'service-registered': ['kept'],
  'evidence-recorded': ['kept'],
  'reseller-invited': ['none'],
  'requirement-met': ['invited', 'active'],
  'reseller-approved': ['invited'],
  'resale-authorized': ['active'],
  'resale-authorization-ended': ['active'],
  'reseller-discontinued': ['active'],
  'contract-drafted': ['none'],
  'contract-revised': ['drafted', 'offered'],
  'contract-explained': ['drafted'],
  'contract-offered': ['drafted'],
  'signing-code-requested': ['offered', 'live'],
  'signing-code-refused': ['offered', 'live'],
  'signing-code-accepted': ['offered', 'live'],
  'contract-signed': ['offered'],
  'contract-attested': ['none'],
  'attestation-confirmed': ['live'],
  'attestation-disputed': ['live'],
  'incident-told': ['live'],
  'emergency-supported': ['live'],
  'contract-voided': ['drafted', 'offered'],
  'contract-ended': ['live'],
  'takeover-opened': ['live'],
  'takeover-told': ['live'],
  'takeover-settled': ['live'],
  'discontinuance-proposed': ['none'],
  'discontinuance-withdrawn': ['proposed'],
  'discontinuance-approved': ['proposed'],
  'list-frozen': ['takingOver'],
  'list-reached': ['takingOver'],
  'late-contract-joined': ['takingOver', 'closed'],
  'discontinuance-closed': ['takingOver'],
  'submission-drafted': ['none', 'drafted'],
  'submission-sent': ['drafted', 'returned'],
  'submission-returned': ['sent'],
  'submission-acknowledged': ['sent'],
  'operation-accepted': ['none'],
  'operation-advanced': ['accepted', 'running'],
  'operation-finished': ['running'],
  'exception-asked': ['none'],
  'exception-approved': ['asked'],
  'exception-declined': ['asked'],
  'exception-withdrawn': ['asked', 'approved'],
  'redisclosure-opened': ['none'],
  'redisclosure-noted': ['open'],
  'redisclosure-closed': ['open'],
}

/** Whether an event may come where something stands. */
export const mayCome = (state: { readonly stage: string }, event: EventOf<AggregateKind>): boolean =>
  (from[event.type] ?? []).includes(state.stage)

const openLink = (contract: Contract) => {
  if (contract.stage === 'offered') return contract.link
  return contract.stage === 'live' && contract.confirmation.stage === 'awaiting' ? contract.confirmation.link : null
}

/** What a contract asks of an event beside its stage: the link, the code, how far a takeover is. */
export const contractMay = (contract: Contract, event: ContractEvent): boolean => {
  const takeover = contract.stage === 'live' ? contract.takeover : null
  switch (event.type) {
    case 'contract-offered':
      return contract.stage === 'drafted' && contract.explanation !== null
    case 'signing-code-requested':
    case 'signing-code-refused':
    case 'signing-code-accepted':
      return openLink(contract) !== null
    case 'contract-signed':
    case 'attestation-confirmed':
    case 'attestation-disputed':
      return typeof openLink(contract)?.passedAt === 'string'
    case 'contract-voided':
      return event.reason !== 'declined' || contract.stage === 'offered'
    case 'takeover-opened':
      return takeover === null || (takeover.stage === 'settled' && takeover.discontinuanceId !== event.discontinuanceId)
    case 'takeover-told':
      return takeover !== null && takeover.stage !== 'settled'
    case 'takeover-settled':
      // Whoever ends need not have been told before.
      return takeover?.stage === 'told' || (takeover?.stage === 'opened' && event.settlement === 'endedBySme')
    case 'contract-ended':
      return event.ending === 'cancelledBySme'
        ? takeover === null || (takeover.stage === 'settled' && takeover.settlement !== 'endedBySme')
        : takeover?.settlement === 'endedBySme'
    default:
      return true
  }
}
