import type { Explanation, FormReading } from './contract-acts.ts'
import type {
  Announced,
  ConsentNow,
  Coverage,
  Ending,
  Entry,
  Interval,
  Leaving,
  Link,
  NextTerm,
  Proposal,
  Settlement,
  TakeoverStage,
  VoidReason,
} from './contract-parts.ts'
import type { ContractId, DiscontinuanceId, ExceptionId, Holder, Instant, PlainDate, SmeId } from './ids.ts'
import type { Deal } from './deal.ts'

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
  /** Coverage of the SME until the case is closed, whatever the takeover's stage. */
  readonly coverage: Coverage
}

type Concluded = {
  readonly deal: Deal
  readonly explanation: Explanation
  readonly entry: Entry
  readonly signedOn: PlainDate
  /** Instant since which the platform knows it as live. */
  readonly liveAt: Instant
  readonly confirmation: Confirmation
  /** Findings in the form of paper it was signed on; absent while nobody has read that. */
  readonly formReading?: FormReading
  /** SMEs it was before, oldest first, where one succeeded another; absent where none did. */
  readonly formerSmeIds?: readonly SmeId[]
  /** Contract that had the SME's place when this one became its; and the exception under which both stand. */
  readonly conflict?: { readonly with: ContractId; readonly exceptionId?: ExceptionId }
  /** The first day of a contact that may be stopped until then; absent where none waits. */
  readonly contactFrom?: PlainDate
  /** True while the contact in force is one that the implementing entity verified. */
  readonly contactVerified?: true
  /** True where the SME confirmed what was attested through such a contact. */
  readonly confirmedByVerified?: true
  readonly responsibility: readonly Interval[]
  readonly counterparty: readonly Interval[]
  /** Owner of the portfolio that governs it now; the seller's own, until it is rehomed or taken over and settled. */
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
  /** Text agreed for the next term already. */
  readonly next: NextTerm | null
  /** Announcement of this term's renewal. */
  readonly announced: Announced | null
  readonly leaving: Leaving | null
  /** The link to the SME's own page. Of all links of a contract, the last one sent is the one that opens. */
  readonly ownLink: Link | null
}

export type LiveContract = Concluded & { readonly stage: 'live' }

export type EndedContract = Concluded & {
  readonly stage: 'ended'
  readonly endedAt: Instant
  readonly endedOn: PlainDate
  readonly ending: Ending
}

export type VoidContract = { readonly stage: 'void'; readonly deal: Deal; readonly reason: VoidReason }

/** State of a contract. LIVE runs from signing until its end, whatever its first day of service. */
export type KeptContract = DraftedContract | OfferedContract | LiveContract | EndedContract | VoidContract

export type Contract = NoContract | KeptContract
