import type {
  ContractId,
  DiscontinuanceId,
  EntityId,
  ExceptionId,
  Holder,
  PortfolioOwner,
  ServiceId,
  SmeId,
} from '../ids.ts'
import type { Prefecture } from '../places.ts'
import type { Instant, PlainDate } from '../plain-date.ts'
import type { Discontinued } from '../reseller/reseller.ts'
import type { MonitoringType, ServiceFunction } from '../service/facts.ts'
import type { AmendmentEvent, NextTerm, Proposal } from './amendment.ts'
import type { BounceCause } from './bounced-notice.ts'
import type { ConsentEvent, ConsentNow } from './consent.ts'
import type { ContactChangeEvent } from './contact-change.ts'
import type { Coverage, CoverageEvent } from './coverage.ts'
import type { Entry, NoticeWay, Settlement, TakeoverStage, VoidReason } from './contract-words.ts'
import type { EmergencySupport } from './emergency-support.ts'
import type { Ending, EndingEvent, Leaving } from './ending.ts'
import type { Explanation } from './explanation.ts'
import type { FormReading, FormReadingEvent } from './form-reading.ts'
import type { IncidentNotice, TellingVerdict } from './incident.ts'
import type { Link, LinkEvent } from './link.ts'
import type { Interval } from './responsibility.ts'
import type { Announced, Renewal, TermEvent } from './term.ts'
import type { LetterToldEvent } from './untold.ts'

export type { Settlement, VoidReason } from './contract-words.ts'

/** What a revision of a contract says, as far as rules, lists and reports ask. The whole text is its document. */
export type Deal = {
  readonly contractId: ContractId
  readonly entityId: EntityId
  /** Who contracts with the SME: a reseller, or the implementing entity itself (第1章2.(3)). */
  readonly seller: PortfolioOwner
  readonly serviceId: ServiceId
  readonly serviceVersion: number
  readonly monitoringType: MonitoringType
  /** The edition this contract is judged by, now and for ever: the one its service version names. */
  readonly edition: string
  readonly smeId: SmeId
  readonly prefecture: Prefecture
  readonly functions: readonly ServiceFunction[]
  /** The exception under which it leaves functions out (第2章1.(6)); absent where it binds them all. */
  readonly exceptionId?: ExceptionId
  readonly terminals: number
  readonly importantTerminals: number | null
  readonly initialFeeExTaxYen: number
  readonly monthlyFeeExTaxYen: number
  readonly startOn: PlainDate
  readonly endOn: PlainDate
  /** What happens when the term is over; null where it simply ends. */
  readonly renewal: Renewal | null
  readonly noticeBy: NoticeWay
  readonly revision: number
  /** SHA-256 of the disclosure in canonical JSON: the very bytes that are shown and signed. */
  readonly documentSha256: string
}

/** Whether the SME itself stands behind the contract: by its own signature, or by confirming what was attested. */
export type Confirmation =
  | { readonly stage: 'given' }
  | { readonly stage: 'awaiting'; readonly link: Link | null }
  | { readonly stage: 'confirmed' | 'disputed'; readonly at: Instant }

/** One contract inside a discontinuance. */
export type Takeover = {
  readonly discontinuanceId: DiscontinuanceId
  readonly since: Instant
  readonly stage: TakeoverStage
  /** True for a paper contract that turned up after the list was frozen. */
  readonly late: boolean
  readonly settlement: Settlement | null
  /** How the SME is served until the case is closed, whatever the takeover's stage. */
  readonly coverage: Coverage
}

type Concluded = {
  readonly deal: Deal
  readonly explanation: Explanation
  readonly entry: Entry
  readonly signedOn: PlainDate
  /** Since when the platform knows it as live. */
  readonly liveAt: Instant
  readonly confirmation: Confirmation
  /** What was found in the form of paper it was signed on; absent while nobody has read that. */
  readonly formReading?: FormReading
  readonly responsibility: readonly Interval[]
  readonly counterparty: readonly Interval[]
  /** Whose portfolio governs it now; the seller's own, until it is rehomed or taken over and settled. */
  readonly holder: Holder
  readonly takeover: Takeover | null
  /** Settled takeovers before the present one: a contract may come to a second reseller that stops as well. */
  readonly earlierTakeovers: readonly Takeover[]
  /** The first day of service of its first term: contract years are counted from it. */
  readonly servedFrom: PlainDate
  readonly consents: readonly ConsentNow[]
  /** The number of the last text that was compiled for it, whatever became of that text. */
  readonly lastRevision: number
  /** A new revision on its way to being agreed. */
  readonly proposal: Proposal | null
  /** What is agreed for the next term already. */
  readonly next: NextTerm | null
  /** That this term's renewal was announced. */
  readonly announced: Announced | null
  readonly leaving: Leaving | null
  /** The link to the SME's own page. Of all links of a contract, the last one sent is the one that opens. */
  readonly ownLink: Link | null
}

export type NoContract = { readonly stage: 'none' }
export type DraftedContract = {
  readonly stage: 'drafted'
  readonly deal: Deal
  readonly explanation: Explanation | null
}
export type OfferedContract = {
  readonly stage: 'offered'
  readonly deal: Deal
  readonly explanation: Explanation
  readonly link: Link
}
export type LiveContract = Concluded & { readonly stage: 'live' }
export type EndedContract = Concluded & {
  readonly stage: 'ended'
  readonly endedAt: Instant
  readonly endedOn: PlainDate
  readonly ending: Ending
}
export type VoidContract = { readonly stage: 'void'; readonly deal: Deal; readonly reason: VoidReason }
/** Where a contract stands. LIVE runs from signing until its end, whatever its first day of service. */
export type KeptContract = DraftedContract | OfferedContract | LiveContract | EndedContract | VoidContract
export type Contract = NoContract | KeptContract

export type ToldBy = 'mail' | 'phone' | 'post' | 'visit'

export type ContractEvent =
  | AmendmentEvent
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
      /** SHA-256 of the paper that names who explained. */
      readonly explanationSha256: string
    }
  | { readonly type: 'contract-offered'; readonly nonce: string; readonly expiresAt: Instant }
  | {
      readonly type: 'contract-signed'
      readonly signedOn: PlainDate
      readonly documentSha256: string
      readonly remoteSupportConsent: boolean
      /** SHA-256 of the paper that says who signed, in which capacity, and which items were acknowledged. */
      readonly signatureSha256: string
    }
  | {
      readonly type: 'contract-attested'
      readonly deal: Deal
      readonly explanation: Explanation
      readonly signedOn: PlainDate
      readonly remoteSupportConsent: boolean
      /** SHA-256 of the paper that names who attests and who explained. */
      readonly attestationSha256: string
      /** The first day of its first term, where the deal is of a later one; absent where it is of the first. */
      readonly servedFrom?: PlainDate
      readonly confirmBy: { readonly nonce: string; readonly expiresAt: Instant } | null
      /** True where no code can reach the SME: a letter tells it of the record, and a person asks it. */
      readonly tellsOfRecord?: true
    }
  | {
      readonly type: 'attestation-confirmed'
      /** SHA-256 of the paper that says which items were acknowledged. */
      readonly confirmationSha256: string
    }
  | {
      readonly type: 'attestation-disputed'
      /** SHA-256 of the paper with the SME's words. */
      readonly disputeSha256: string
    }
  | { readonly type: 'contract-voided'; readonly reason: VoidReason }
  | ({
      readonly type: 'incident-told'
      /** SHA-256 of the paper with what was told, by whom and to whom. */
      readonly noticeSha256: string
      /** The clauses it departs from; a person said why in the paper. */
      readonly departsFrom: readonly string[]
    } & IncidentNotice)
  | {
      readonly type: 'incident-telling-judged'
      /** SHA-256 of the notice it is about. */
      readonly noticeSha256: string
      readonly verdict: TellingVerdict
      /** SHA-256 of the paper that says who judged, and why. */
      readonly verdictSha256: string
    }
  | ({
      readonly type: 'emergency-supported'
      /** SHA-256 of the paper with the place, who came and what was done. */
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
      /** SHA-256 of the paper on who told whom; null where the platform's own letter did, which its receipt proves. */
      readonly toldSha256: string | null
    }
  | {
      readonly type: 'takeover-notice-sent-again'
      /** SHA-256 of the paper with the address a person stated for it and who stated it; null where the known one stands. */
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
      /** SHA-256 of the paper that holds the SME's consent, where the settlement needs one: its receipt, if in advance. */
      readonly consentSha256: string | null
    }

export const noContract: Contract = { stage: 'none' }
