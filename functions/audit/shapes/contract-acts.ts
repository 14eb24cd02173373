import type { Instant, OperationId, PlainDate } from './ids.ts'
import type { ExplanationMethod, DisclosureItemCode } from './contract-words.ts'

/** Explanation of the conditions: how and when, and which of them. */
export type Explanation = {
  readonly method: ExplanationMethod
  readonly on: PlainDate
  readonly items: readonly DisclosureItemCode[]
  /**
   * Of a contract attested on paper: whether whoever put it on record listed the items. False where all that is on record
   * is that it was explained; then there are no items. Absent of what was explained here, where items are always listed.
   */
  readonly listed?: boolean
}

/** Findings of a person in the form of paper an SME signed. What is in neither list nobody has looked for. */
export type FormFindings = {
  readonly stated: readonly DisclosureItemCode[]
  readonly notStated: readonly DisclosureItemCode[]
}

/** The newest reading of the form a contract was signed on: when it was read, and what was found. */
export type FormReading = FormFindings & { readonly readOn: PlainDate }

/**
 * A change of where an SME is reached that the SME cannot sign: two people of the implementing entity make it, on
 * ground and evidence, which stand in an evidence document. It changes nothing else of what was agreed.
 */
export type ContactChangeEvent =
  | {
      readonly type: 'contact-change-proposed'
      /** SHA-256 of the evidence document with the new signatory, the ground, the evidence and who vouches for it. */
      readonly changeSha256: string
      /** Absent where two people decide. */
      readonly waits?: {
        /** The first day of the new contact. */
        readonly from: PlainDate
        /** Nonce of the link that stops it. */
        readonly stop: string
        readonly byMail: boolean
        readonly byPhone: 'sms' | 'voice' | null
      }
    }
  | { readonly type: 'contact-change-withdrawn' }
  /** Stopped from where the SME was reached. */
  | { readonly type: 'contact-change-stopped' }
  /** No word of it arrived where the SME was reached: two people decide. */
  | { readonly type: 'contact-change-unheard' }
  /** The implementing entity saw evidence that the contact in force is the SME's own. */
  | { readonly type: 'contact-verified'; readonly changeSha256: string }

export type FormReadingEvent = {
  readonly type: 'form-read'
  /** SHA-256 of the file with the form of paper. */
  readonly formSha256: string
  /** The work by which it was put on record, for all contracts that were signed on that form. */
  readonly operationId: OperationId
  /** SHA-256 of the evidence document that names who read it. */
  readonly readingSha256: string
} & FormReading

export type ToldByPerson = 'phone' | 'post' | 'visit'

/** A letter that did not reach its SME was told by a person, by another way. */
export type LetterToldEvent = {
  readonly type: 'letter-told'
  readonly deliveryId: string
  readonly by: ToldByPerson
  readonly on: PlainDate
  /** SHA-256 of the evidence document on who told whom, and what was said. */
  readonly toldSha256: string
  /** Day until which the SME can say no to a renewal, counted from the day it was told; null of any other letter. */
  readonly answerBy: PlainDate | null
}

export type IncidentSeverity = 'serious' | 'defended' | 'noResponseNeeded'

export type TellingHow = 'atOnce' | 'inReport'

export type IncidentNotice = {
  readonly severity: IncidentSeverity
  readonly how: TellingHow
  readonly detectedAt: Instant
  /** Instant at which it was judged to be serious; absent where that was when it was detected. */
  readonly judgedSeriousAt?: Instant
  readonly toldAt: Instant
}

export type TellingVerdict = 'kept' | 'departed'

export type SupportPurpose = 'emergency' | 'setUp'

export type SupportMode = 'onSite' | 'remote'

export type EmergencySupport = {
  readonly purpose: SupportPurpose
  readonly mode: SupportMode
  readonly startedAt: Instant
  /** The day on which the monitoring was installed, where this visit did that. */
  readonly installedOn?: PlainDate
  readonly remoteConsentAt: Instant | null
  /** Charge to the user for the support itself, tax excluded. */
  readonly chargedExTaxYen: number
  /** Charge to the user for travel and the like, tax excluded. */
  readonly incidentalExTaxYen: number
}

export type BounceCause = 'bounce' | 'complaint' | 'expired' | 'undetermined' | 'suppressed' | 'rejected'
