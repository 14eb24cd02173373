import type { Instant, PlainDate } from '../plain-date.ts'
import type {
  ProposalKind,
  Ending,
  ConsentKind,
  CoverageArea,
  CoverageResult,
  Settlement,
  VoidReason,
  BounceCause,
  TellingVerdict,
  ToldBy,
} from './contract-words.ts'
import type { LinkEvent } from './link-events.ts'
import type { DisclosureItemCode } from '../disclosure-items.ts'
import type { ContractRevision } from './states.ts'
import type { OperationId, Holder } from '../ids.ts'
import type { Explanation } from './explanation.ts'
import type { Discontinued } from '../discontinued.ts'
import type { DisputeAnsweredEvent } from './dispute-events.ts'
import type { SuccessionEvent } from './succession-events.ts'
import type {
  IncidentNotice,
  EmergencySupport,
  ContactChangeEvent,
  LetterToldEvent,
  FormReadingEvent,
} from './service-events.ts'

export type AmendmentEvent =
  | {
      readonly type: 'amendment-proposed'
      readonly kind: ProposalKind
      readonly deal: ContractRevision
      readonly changed: readonly DisclosureItemCode[]
      /** SHA-256 of the evidence document with the reason and who asked for it. */
      readonly proposalSha256: string
    }
  | { readonly type: 'amendment-withdrawn'; readonly reason: 'withdrawn' | 'declined' }
  | {
      readonly type: 'amendment-signed'
      readonly signedOn: PlainDate
      readonly documentSha256: string
      readonly signatureSha256: string
      /** The revision that says where the SME was reached before, where this changes it: that address is told. */
      readonly contactBefore?: number
    }
  | {
      /** A change that no item of the disclosure shows, such as the number of employees. */
      readonly type: 'contract-amended'
      readonly deal: ContractRevision
      /** The next term's text with the same change; null where none is agreed, or it stays as it is. */
      readonly next: ContractRevision | null
      readonly amendmentSha256: string
      /** Revision with the contact as it was before two people changed it; that address is told. */
      readonly contactBefore?: number
      /** The event that proposed that change. */
      readonly contactChange?: number
      /** True where seven days passed in which nobody stopped it; absent where two people made it. */
      readonly unstopped?: true
    }

export type TermEvent =
  | { readonly type: 'renewal-announced'; readonly endOn: PlainDate; readonly answerBy: PlainDate }
  | { readonly type: 'contract-renewed'; readonly deal: ContractRevision }
  | {
      /** A person has to look before the next term can begin. */
      readonly type: 'renewal-held'
      /** The clauses the next term would depart from. */
      readonly departsFrom: readonly string[]
      /** The last day of service the SME asked for and has neither confirmed nor withdrawn; null where it did not. */
      readonly wishedOn: PlainDate | null
      /** The delivery of its announcement, where that did not reach the SME: a person has to tell it. */
      readonly unheard?: string
    }
  | { readonly type: 'term-begun' }

/**
 * `spokenSha256`: of the evidence document that says who spoke; absent where a seller put the SME's word on record, and
 * before.
 */
export type EndingEvent =
  | {
      readonly type: 'cancellation-requested'
      readonly on: PlainDate
      readonly penaltyExTaxYen: number
      /** SHA-256 of the evidence document with the reason, who asked and how. */
      readonly wordSha256: string
    }
  | { readonly type: 'cancellation-withdrawn'; readonly spokenSha256?: string }
  | { readonly type: 'cancellation-confirmed'; readonly penaltyExTaxYen: number; readonly spokenSha256?: string }
  | {
      readonly type: 'contract-ended'
      readonly on: PlainDate
      readonly ending: Ending
      /** SHA-256 of the evidence document with the SME's word, or with the ground; null where the term was over. */
      readonly wordSha256: string | null
      readonly penaltyExTaxYen: number
      readonly spokenSha256?: string
      /** True where a paper contract is put on record that was over by then: nobody is told of an end long past. */
      readonly onRecordOnly?: true
    }

export type ConsentEvent =
  | {
      readonly type: 'consent-given'
      readonly kind: ConsentKind
      /** SHA-256 of the receipt: the text as it was shown, who gave it, and how. */
      readonly receiptSha256: string
    }
  | { readonly type: 'consent-withdrawn'; readonly kind: ConsentKind; readonly receiptSha256: string }

export type CoverageEvent = {
  readonly type: 'takeover-coverage-noted'
  readonly facet: CoverageArea
  readonly finding: CoverageResult
  /** Instant at which it was lost or found alive, as the person states it. */
  readonly statedAt: Instant
  /** SHA-256 of the evidence document with the evidence. */
  readonly evidenceSha256: string
  /**
   * The operation whose evidence document that is, where one evidence stands for many contracts; null where it lies
   * here.
   */
  readonly operationId: OperationId | null
}

export type ContractEvent =
  | AmendmentEvent
  | SuccessionEvent
  | TermEvent
  | EndingEvent
  | ConsentEvent
  | CoverageEvent
  | ContactChangeEvent
  | FormReadingEvent
  | LetterToldEvent
  | LinkEvent
  | { readonly type: 'contract-drafted'; readonly deal: ContractRevision }
  /** The explanation stays where every item reads the same to the byte: what was explained is what is sent. */
  | { readonly type: 'contract-revised'; readonly deal: ContractRevision; readonly keepsExplanation?: true }
  | {
      readonly type: 'contract-explained'
      readonly explanation: Explanation
      /** SHA-256 of the evidence document that names who explained. */
      readonly explanationSha256: string
    }
  | { readonly type: 'contract-offered'; readonly nonce: string; readonly expiresAt: Instant }
  | {
      readonly type: 'contract-signed'
      readonly signedOn: PlainDate
      readonly documentSha256: string
      readonly remoteSupportConsent: boolean
      /**
       * SHA-256 of the evidence document that says who signed, in which capacity, and which items were acknowledged.
       */
      readonly signatureSha256: string
    }
  | {
      readonly type: 'contract-attested'
      readonly deal: ContractRevision
      readonly explanation: Explanation
      readonly signedOn: PlainDate
      readonly remoteSupportConsent: boolean
      /** SHA-256 of the evidence document that names who attests and who explained. */
      readonly attestationSha256: string
      /** The first day of its first term, where the revision is of a later one; absent where it is of the first. */
      readonly servedFrom?: PlainDate
      readonly confirmBy: { readonly nonce: string; readonly expiresAt: Instant } | null
      /** True where no code can reach the SME: a letter tells it of the record, and a person asks it. */
      readonly tellsOfRecord?: true
    }
  | {
      readonly type: 'attestation-confirmed'
      /** SHA-256 of the evidence document that says which items were acknowledged. */
      readonly confirmationSha256: string
    }
  | {
      readonly type: 'attestation-disputed'
      /** SHA-256 of the evidence document with the SME's words. */
      readonly disputeSha256: string
    }
  | DisputeAnsweredEvent
  | { readonly type: 'contract-voided'; readonly reason: VoidReason }
  | ({
      readonly type: 'incident-told'
      /** SHA-256 of the evidence document with what was told, by whom and to whom. */
      readonly noticeSha256: string
      /** The clauses it departs from; a person said why in the evidence document. */
      readonly departsFrom: readonly string[]
    } & IncidentNotice)
  | {
      readonly type: 'incident-telling-judged'
      /** SHA-256 of the notice it is about. */
      readonly noticeSha256: string
      readonly verdict: TellingVerdict
      /** SHA-256 of the evidence document that says who judged, and why. */
      readonly verdictSha256: string
    }
  | ({
      readonly type: 'emergency-supported'
      /** SHA-256 of the evidence document with the place, who came and what was done. */
      readonly supportSha256: string
      readonly departsFrom: readonly string[]
    } & EmergencySupport)
  | ({
      readonly type: 'takeover-opened'
      readonly late: boolean
    } & Discontinued)
  | {
      readonly type: 'takeover-told'
      readonly by: ToldBy
      /**
       * SHA-256 of the evidence document on who told whom; null where the platform's own letter did, which its receipt
       * proves.
       */
      readonly toldSha256: string | null
    }
  | {
      readonly type: 'takeover-notice-sent-again'
      /**
       * SHA-256 of the evidence document with the address a person stated for it and who stated it; null where the
       * known one stands.
       */
      readonly addressSha256: string | null
    }
  | {
      readonly type: 'takeover-notice-bounced'
      /** The delivery whose receipt says delivered, and that is now known not to have arrived. */
      readonly deliveryId: string
      readonly cause: BounceCause
      /** True where nobody else had told the SME: it is to be told again. */
      readonly untold: boolean
    }
  | {
      readonly type: 'takeover-settled'
      readonly settlement: Settlement
      readonly holder: Holder
      /**
       * SHA-256 of the evidence document that holds the SME's consent, where the settlement needs one: its receipt, if
       * in advance.
       */
      readonly consentSha256: string | null
    }
