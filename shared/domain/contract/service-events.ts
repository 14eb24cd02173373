import type { Instant, PlainDate } from '../plain-date.ts'
import type { IncidentSeverity, TellingHow, SupportPurpose, SupportMode, ToldByPerson } from './contract-words.ts'
import type { FormReading } from './states.ts'
import type { OperationId } from '../ids.ts'

export type IncidentNotice = {
  readonly severity: IncidentSeverity
  readonly how: TellingHow
  readonly detectedAt: Instant
  /** Instant at which it was judged to be serious; absent where that was when it was detected. */
  readonly judgedSeriousAt?: Instant
  readonly toldAt: Instant
}

export type EmergencySupport = {
  readonly purpose: SupportPurpose
  readonly mode: SupportMode
  readonly startedAt: Instant
  /** The day on which the monitoring was installed, where this visit did that. */
  readonly installedOn?: PlainDate
  readonly remoteConsentAt: Instant | null
  /** Price the user pays for the support itself, tax excluded. */
  readonly chargedExTaxYen: number
  /** Amount it pays for travel and the like, tax excluded. */
  readonly incidentalExTaxYen: number
}

/**
 * A change of where an SME is reached that the SME cannot sign: two people of the implementing entity make it, on
 * ground and evidence, which stand in a paper. It changes nothing else of what was agreed.
 */
export type ContactChangeEvent =
  | {
      readonly type: 'contact-change-proposed'
      /** SHA-256 of the paper with the new signatory, the ground, the evidence and who vouches for it. */
      readonly changeSha256: string
    }
  | { readonly type: 'contact-change-withdrawn' }

/** A letter that did not reach its SME was told by a person, by another way. */
export type LetterToldEvent = {
  readonly type: 'letter-told'
  readonly deliveryId: string
  readonly by: ToldByPerson
  readonly on: PlainDate
  /** SHA-256 of the paper on who told whom, and what was said. */
  readonly toldSha256: string
  /** Of a renewal: until when the SME can say no, counted from the day it was told; null of any other letter. */
  readonly answerBy: PlainDate | null
}

export type FormReadingEvent = {
  readonly type: 'form-read'
  /** SHA-256 of the file with the form of paper. */
  readonly formSha256: string
  /** The work by which it was put on record, for all contracts that were signed on that form. */
  readonly operationId: OperationId
  /** SHA-256 of the paper that names who read it. */
  readonly readingSha256: string
} & FormReading
