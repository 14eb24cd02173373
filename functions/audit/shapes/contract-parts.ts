import type { BounceCause, Explanation } from './contract-acts.ts'
import type { ContractId, ExceptionId, Holder, Instant, OperationId, PlainDate } from './ids.ts'
import type { DisclosureItemCode } from './contract-words.ts'
import type { Deal } from './deal.ts'

export type Facet = 'monitoring' | 'contact' | 'insurance'

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
  readonly letter?: CodeLetter
}

export type Entry = 'signed' | 'attested'

/** Interval of a party, from an instant until just before another. The last is open while the contract lives. */
export type Interval = { readonly party: Holder; readonly from: Instant; readonly until: Instant | null }

export type TakeoverStage = 'opened' | 'told' | 'settled'

export type Settlement = 'servedByImplementingEntity' | 'movedToImplementingEntity' | 'movedToReseller' | 'endedBySme'

export type FacetNow =
  | { readonly stage: 'unknown' }
  | { readonly stage: 'confirmed' }
  | { readonly stage: 'lost'; readonly since: Instant }

/** A time in which something was lost, over by now. */
export type Gap = { readonly from: Instant; readonly until: Instant }

/** Coverage of an SME in a takeover: each facet as it stands, and the gaps that are over, apart and in order. */
export type Coverage = Readonly<Record<Facet, FacetNow>> & { readonly gaps: readonly Gap[] }

export type ConsentKind = 'remoteSupport' | 'positionTransfer' | 'foreignPersonalData'

/** Consent as it stands now. The receipts of each giving and withdrawing are in the ledger's evidence documents. */
export type ConsentNow = {
  readonly kind: ConsentKind
  readonly stage: 'given' | 'withdrawn'
  readonly at: Instant
}

export type ProposalKind = 'amendment' | 'renewal'

/** A new revision of a live contract, on its way to being agreed. What was signed before stays in force until then. */
export type Proposal = {
  readonly kind: ProposalKind
  readonly deal: Deal
  /** The items of the disclosure that read differently; they are shown to the signer as differences. */
  readonly changed: readonly DisclosureItemCode[]
  readonly explanation: Explanation | null
  readonly link: Link | null
}

/** Contract revision agreed for the next term, which waits for its first day. */
export type NextTerm = { readonly deal: Deal; readonly explanation: Explanation }

/** Announcement to the SME of a renewal to come, and until when it can say no. */
export type Announced = { readonly answerBy: PlainDate; readonly held: boolean }

/** The SME's wish to leave: from which day, and at what price it was told. */
export type Leaving = {
  /** The last day of service. */
  readonly on: PlainDate
  readonly penaltyExTaxYen: number
  readonly requestedAt: Instant
  readonly confirmed: boolean
  /** SHA-256 of the evidence document with the SME's word. */
  readonly wordSha256: string
}

export type Ending = 'cancelledBySme' | 'endedInTakeover' | 'expired' | 'terminated' | 'annulled'

export type VoidReason = 'withdrawn' | 'declined' | 'sellerDiscontinued'

export type AmendmentEvent =
  | {
      readonly type: 'amendment-proposed'
      readonly kind: ProposalKind
      readonly deal: Deal
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
      readonly deal: Deal
      /** The next term's text with the same change; null where none is agreed, or it stays as it is. */
      readonly next: Deal | null
      readonly amendmentSha256: string
      /** Revision that says how the contact was before, where two people changed it; that address is told. */
      readonly contactBefore?: number
      /** The event that proposed that change. */
      readonly contactChange?: number
      /** True where nobody stopped it in seven days; absent where two people made it. */
      readonly unstopped?: true
    }

export type SuccessionGround = 'merger' | 'companySplit' | 'businessTransfer' | 'incorporation'

/** The contract is another SME's: by law, or since all three agreed. */
export type SuccessionEvent =
  | {
      readonly type: 'sme-succeeded'
      readonly ground: SuccessionGround
      /** The day it took effect. */
      readonly on: PlainDate
      readonly deal: Deal
      /** The next term's text for the new SME; null where none is agreed. */
      readonly next: Deal | null
      /** SHA-256 of the evidence document with the evidence, the consents and who recorded it. */
      readonly successionSha256: string
      /** Contract that had the new SME's place for the service already. */
      readonly conflictWith?: ContractId
    }
  /** By an exception that was approved; absent where the other contract left the place, and this one takes the place. */
  | { readonly type: 'sme-conflict-settled'; readonly exceptionId?: ExceptionId }

export type TermEvent =
  | { readonly type: 'renewal-announced'; readonly endOn: PlainDate; readonly answerBy: PlainDate }
  | { readonly type: 'contract-renewed'; readonly deal: Deal }
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

export type Finding = 'confirmed' | 'lost'

export type CoverageEvent = {
  readonly type: 'takeover-coverage-noted'
  readonly facet: Facet
  readonly finding: Finding
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

export type CodeEvent =
  /** A code is sent: which one (absent where it was the last, as it always was before), and where not by SMS, how. */
  | { readonly type: 'signing-code-requested'; readonly n?: number; readonly by?: 'voice' }
  /** A code was entered: which one. */
  | { readonly type: 'signing-code-accepted'; readonly n?: number }
  | { readonly type: 'signing-code-refused'; readonly lastTry?: true }

/** A code by letter: the link lives on until its code has run out. */
export type CodeLetterEvent =
  | { readonly type: 'code-letter-asked'; readonly n: number; readonly expiresAt: Instant }
  | {
      readonly type: 'code-letter-printed'
      readonly n: number
      readonly letterSha256: string
      readonly expiresAt: Instant
    }

/** What befalls a link and changes nothing of it: its letter came back, or its SME was reminded of it. */
export type LinkNotedEvent =
  | { readonly type: 'link-bounced'; readonly link: string; readonly deliveryId: string; readonly cause: BounceCause }
  | {
      readonly type: 'link-reminded'
      readonly link: string
      readonly expiresAt: Instant
      readonly opened?: true
      readonly toConfirm?: true
    }

/** Events of links: they are sent, a code is sent for them, and one is entered. Offering a text sends one too. */
export type LinkEvent =
  | CodeEvent
  | CodeLetterEvent
  | LinkNotedEvent
  /** The SME is asked once more to confirm what was attested for it. */
  | { readonly type: 'confirmation-asked'; readonly nonce: string; readonly expiresAt: Instant }
  | { readonly type: 'own-link-sent'; readonly nonce: string; readonly expiresAt: Instant }
  | { readonly type: 'link-sent-again'; readonly nonce: string }
