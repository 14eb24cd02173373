import type { ContractEvent } from '../shapes/contract-events.ts'
import type { Deal } from '../shapes/deal.ts'
import type { StateRow } from './state-row.ts'

/**
 * Reference of an event: to something kept, of a kind and of an implementing entity, or to an evidence document by its
 * hash.
 */
export type Reference =
  | { readonly to: StateRow['kind']; readonly id: string; readonly of?: string }
  /** Beside the event itself, unless it lies beside something else. */
  | { readonly to: 'paper'; readonly sha256: string; readonly beside?: string }
  | {
      readonly to: 'version'
      readonly deal: Deal
      /** True for a renewal: it keeps its version, and is judged by the edition of what is on offer by then. */
      readonly renewed: boolean
    }

export const paper = (sha256: string): Reference => ({ to: 'paper', sha256 })

/** A seller or holder: the implementing entity itself, or a reseller of it. */
export const party = (id: string, entityId: string): Reference =>
  id === entityId ? { to: 'entity', id } : { to: 'reseller', id, of: entityId }

const dealRefersTo = (deal: Deal, renewed = false): readonly Reference[] => [
  { to: 'entity', id: deal.entityId },
  { to: 'service', id: deal.serviceId, of: deal.entityId },
  { to: 'version', deal, renewed },
  party(deal.seller, deal.entityId),
  paper(deal.documentSha256),
  ...(deal.exceptionId === undefined
    ? []
    : [{ to: 'separateContractException', id: deal.exceptionId, of: deal.entityId } as const]),
]

/** The evidence document that says who spoke for the SME. */
const speakerOf = ({ spokenSha256 }: { readonly spokenSha256?: string }): readonly Reference[] =>
  spokenSha256 === undefined ? [] : [paper(spokenSha256)]

/** References of a contract's event, given whose the contract is. */
export const contractRefersTo = (event: ContractEvent, entityId: string): readonly Reference[] => {
  switch (event.type) {
    case 'contract-drafted':
    case 'contract-revised':
      return dealRefersTo(event.deal)
    case 'contract-attested':
      return [...dealRefersTo(event.deal), paper(event.attestationSha256)]
    case 'contract-explained':
      return [paper(event.explanationSha256)]
    case 'contract-signed':
      return [paper(event.documentSha256), paper(event.signatureSha256)]
    case 'attestation-disputed':
      return [paper(event.disputeSha256)]
    case 'attestation-kept':
      return [paper(event.answerSha256)]
    case 'attestation-corrected':
      return [...dealRefersTo(event.deal), paper(event.answerSha256)]
    case 'amendment-proposed':
      return [...dealRefersTo(event.deal), paper(event.proposalSha256)]
    case 'contract-amended':
      return [
        ...dealRefersTo(event.deal),
        ...(event.next ? dealRefersTo(event.next) : []),
        paper(event.amendmentSha256),
      ]
    case 'sme-succeeded':
      return [
        ...dealRefersTo(event.deal),
        ...(event.next ? dealRefersTo(event.next) : []),
        paper(event.successionSha256),
      ]
    case 'sme-conflict-settled':
      return event.exceptionId === undefined
        ? []
        : [{ to: 'separateContractException', id: event.exceptionId, of: entityId }]
    case 'code-letter-printed':
      return [paper(event.letterSha256)]
    case 'letter-told':
      return [paper(event.toldSha256)]
    case 'contact-change-proposed':
    case 'contact-verified':
      return [paper(event.changeSha256)]
    case 'contract-renewed':
      return dealRefersTo(event.deal, true)
    case 'amendment-signed':
      return [paper(event.documentSha256), paper(event.signatureSha256)]
    case 'cancellation-requested':
      return [paper(event.wordSha256)]
    case 'consent-given':
    case 'consent-withdrawn':
      return [paper(event.receiptSha256)]
    case 'contract-ended':
      return [...(event.wordSha256 === null ? [] : [paper(event.wordSha256)]), ...speakerOf(event)]
    case 'cancellation-confirmed':
    case 'cancellation-withdrawn':
      return speakerOf(event)
    case 'takeover-told':
      return event.toldSha256 === null ? [] : [paper(event.toldSha256)]
    case 'takeover-notice-sent-again':
      return event.addressSha256 === null ? [] : [paper(event.addressSha256)]
    case 'incident-told':
      return [paper(event.noticeSha256)]
    case 'incident-telling-judged':
      return [paper(event.verdictSha256)]
    case 'form-read':
      return [{ to: 'operation', id: event.operationId, of: entityId }, paper(event.readingSha256)]
    case 'emergency-supported':
      return [paper(event.supportSha256)]
    case 'attestation-confirmed':
      return [paper(event.confirmationSha256)]
    case 'takeover-coverage-noted': {
      const { evidenceSha256, operationId } = event
      if (operationId === null) return [paper(evidenceSha256)]
      return [
        { to: 'operation', id: operationId, of: entityId },
        { to: 'paper', sha256: evidenceSha256, beside: operationId },
      ]
    }
    case 'takeover-opened':
      return [{ to: 'discontinuance', id: event.discontinuanceId, of: entityId }]
    case 'takeover-settled':
      return [party(event.holder, entityId), ...(event.consentSha256 === null ? [] : [paper(event.consentSha256)])]
    default:
      return []
  }
}
