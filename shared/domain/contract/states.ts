import type {
  ContractId,
  EntityId,
  ExceptionId,
  PortfolioOwner,
  ServiceId,
  SmeId,
  Holder,
  DiscontinuanceId,
} from '../ids.ts'
import type { Prefecture } from '../places.ts'
import type { PlainDate, Instant } from '../plain-date.ts'
import type { MonitoringType, ServiceFunction } from '../service/facts.ts'
import type {
  NoticeWay,
  ProposalKind,
  ConsentKind,
  consentStages,
  CoverageArea,
  Entry,
  Settlement,
  TakeoverStage,
  VoidReason,
  Ending,
} from './contract-words.ts'
import type { Explanation } from './explanation.ts'
import type { DisclosureItemCode } from '../disclosure-items.ts'
import type { RevisionTerm, TermsOf } from './contract-terms.ts'

/** Renewal when the term is over: it goes on for so many months where the terms say so; else it ends. */
export type Renewal = {
  readonly months: number
  /** Days before the last day until which the SME may say that it does not want to go on. */
  readonly noticeDays: number
}

/** Revision of a contract, as far as rules, lists and reports ask. The whole text is its document. */
export type ContractRevision = TermsOf<RevisionTerm> & {
  readonly contractId: ContractId
  readonly entityId: EntityId
  /** Seller that contracts with the SME: a reseller, or the implementing entity itself (第1章2.(3)). */
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
  readonly initialFeeExTaxYen: number
  readonly endOn: PlainDate
  /** Renewal when the term is over; null where it simply ends. */
  readonly renewal: Renewal | null
  readonly noticeBy: NoticeWay
  readonly revision: number
  /** SHA-256 of the disclosure in canonical JSON: the very bytes that are shown and signed. */
  readonly documentSha256: string
}

/** A code that was sent: its number among those of its link, when, and whether it was entered. */
export type SentCode = { readonly n: number; readonly at: Instant; readonly used?: true }

/** A code by letter, at the SME's own asking: its number among those of its link, when it was asked for and printed. */
export type CodeLetter = { readonly n: number; readonly askedAt: Instant; readonly printedAt?: Instant }

/**
 * A link an SME was sent, to sign or to confirm. It opens with a code sent by another channel. Sendings come back with
 * time; wrong tries never do, and a link that used those up is dead.
 */
export type Link = {
  readonly nonce: string
  readonly expiresAt: Instant
  readonly codesSent: number
  readonly codeSentAt: Instant | null
  readonly wrongCodes: number
  readonly passedAt: Instant | null
  /** The codes of the last day, oldest first. Absent where the last one was sent before they were kept. */
  readonly codes?: readonly SentCode[]
  /** The last code that was asked for by letter; absent where none was. */
  readonly letter?: CodeLetter
}

/** A new revision of a live contract, on its way to being agreed. What was signed before stays in force until then. */
export type Proposal = {
  readonly kind: ProposalKind
  readonly deal: ContractRevision
  /** The items of the disclosure that read differently; they are shown to the signer as differences. */
  readonly changed: readonly DisclosureItemCode[]
  readonly explanation: Explanation | null
  readonly link: Link | null
}

/** Revision agreed for the next term; it waits for that term's first day. */
export type NextTerm = { readonly deal: ContractRevision; readonly explanation: Explanation }

/** Present state of a consent. The receipts of each giving and withdrawing are in the ledger's evidence documents. */
export type ConsentNow = {
  readonly kind: ConsentKind
  readonly stage: (typeof consentStages)[number]
  readonly at: Instant
}

export type FacetNow =
  | { readonly stage: 'unknown' }
  | { readonly stage: 'confirmed' }
  | { readonly stage: 'lost'; readonly since: Instant }

/** A time in which something was lost, over by now. */
export type Gap = { readonly from: Instant; readonly until: Instant }

/** Service to an SME in a takeover: each facet as it stands, and the gaps that are over, apart and in order. */
export type Coverage = Readonly<Record<CoverageArea, FacetNow>> & { readonly gaps: readonly Gap[] }

/** Announcement to the SME of a renewal to come, with the day until which it can say no. */
export type Announced = { readonly answerBy: PlainDate; readonly held: boolean }

/** The SME's wish to leave: from which day, and at what price it was told. */
export type CancellationRequest = {
  /** The last day of service. */
  readonly on: PlainDate
  readonly penaltyExTaxYen: number
  readonly requestedAt: Instant
  readonly confirmed: boolean
  /** SHA-256 of the evidence document with the SME's word. */
  readonly wordSha256: string
}

/** Someone, from an instant on, until just before another. The last of a list is open while the contract lives. */
export type Interval = { readonly party: Holder; readonly from: Instant; readonly until: Instant | null }

/** Confirmation of the contract by the SME itself: its own signature, or its answer to what was attested. */
export type Confirmation =
  | { readonly stage: 'given' }
  | { readonly stage: 'awaiting'; readonly link: Link | null }
  | { readonly stage: 'confirmed' | 'disputed'; readonly at: Instant }

/** Takeover of one contract inside a discontinuance. */
export type Takeover = {
  readonly discontinuanceId: DiscontinuanceId
  readonly since: Instant
  readonly stage: TakeoverStage
  /** True for a paper contract that turned up after the list was frozen. */
  readonly late: boolean
  readonly settlement: Settlement | null
  /** Service to the SME until the case is closed, whatever the takeover's stage. */
  readonly coverage: Coverage
}

type Concluded = {
  readonly deal: ContractRevision
  readonly explanation: Explanation
  readonly entry: Entry
  readonly signedOn: PlainDate
  /** Instant since which the platform knows it as live. */
  readonly liveAt: Instant
  readonly confirmation: Confirmation
  /** Findings on the form of paper it was signed on; absent while nobody has read that. */
  readonly formReading?: FormReading
  /** SMEs it was before, oldest first, where one succeeded another; absent where none did. */
  readonly formerSmeIds?: readonly SmeId[]
  /** Contract that had the SME's place when this one became its; and the exception under which both stand. */
  readonly conflict?: { readonly with: ContractId; readonly exceptionId?: ExceptionId }
  /** The first day of a contact that the SME was told of and may stop until then; absent where none waits. */
  readonly contactFrom?: PlainDate
  /** True while the contact in force is one that the implementing entity verified. */
  readonly contactVerified?: true
  /** True where the SME confirmed what was attested through such a contact; absent where a seller gave the contact. */
  readonly confirmedByVerified?: true
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
  /** Revision agreed for the next term already. */
  readonly next: NextTerm | null
  /** Announcement of this term's renewal. */
  readonly announced: Announced | null
  readonly leaving: CancellationRequest | null
  /**
   * The link to the SME's own page; of an ended contract, to its papers. Of all links of a contract, the last one sent is
   * the one that opens.
   */
  readonly ownLink: Link | null
}

export type NoContract = { readonly stage: 'none' }

export type DraftedContract = {
  readonly stage: 'drafted'
  readonly deal: ContractRevision
  readonly explanation: Explanation | null
}

export type OfferedContract = {
  readonly stage: 'offered'
  readonly deal: ContractRevision
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

export type VoidContract = { readonly stage: 'void'; readonly deal: ContractRevision; readonly reason: VoidReason }

/** Stored state of a contract. LIVE runs from signing until its end, whatever its first day of service. */
export type ExistingContract = DraftedContract | OfferedContract | LiveContract | EndedContract | VoidContract

export type Contract = NoContract | ExistingContract

export const noContract: Contract = { stage: 'none' }

/** Findings of a person in the form of paper an SME signed. What is in neither list nobody has looked for. */
export type FormFindings = {
  readonly stated: readonly DisclosureItemCode[]
  readonly notStated: readonly DisclosureItemCode[]
}

/** The newest reading of the form a contract was signed on: when it was read, and what was found. */
export type FormReading = FormFindings & { readonly readOn: PlainDate }
