import type {
  BounceCause,
  ContactChangeEvent,
  EmergencySupport,
  Explanation,
  FormReadingEvent,
  IncidentNotice,
  LetterToldEvent,
  TellingVerdict,
} from './contract-acts.ts'
import type {
  AmendmentEvent,
  SuccessionEvent,
  ConsentEvent,
  CoverageEvent,
  EndingEvent,
  LinkEvent,
  Settlement,
  TermEvent,
  VoidReason,
} from './contract-parts.ts'
import type { Holder, Instant, PlainDate } from './ids.ts'
import type { Discontinued } from './reseller.ts'
import type { Deal } from './deal.ts'

export type ToldBy = 'mail' | 'phone' | 'post' | 'visit'

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
  | { readonly type: 'contract-drafted'; readonly deal: Deal }
  /** The explanation stays where every item reads the same to the byte: what was explained is what is sent. */
  | { readonly type: 'contract-revised'; readonly deal: Deal; readonly keepsExplanation?: true }
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
      readonly deal: Deal
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
  /** The record that the SME disputed is kept; it is told why, and asked again. */
  | {
      readonly type: 'attestation-kept'
      readonly answerSha256: string
      readonly nonce: string
      readonly expiresAt: Instant
    }
  /** The record that the SME disputed follows its paper now; the SME is asked again. */
  | {
      readonly type: 'attestation-corrected'
      readonly deal: Deal
      readonly answerSha256: string
      readonly nonce: string
      readonly expiresAt: Instant
    }
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
