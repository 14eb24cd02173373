import type { Instant, PlainDate } from '../plain-date.ts'
import type { IncidentSeverity, TellingHow, SupportPurpose, SupportMode, ToldByPerson } from './contract-words.ts'
import type { FormReading } from './states.ts'
import type { CodeWay } from '../phone.ts'
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

/** Telling of a change of contact where the SME was reached: from there it can be stopped until the day it takes effect. */
export type ContactChangeWait = {
  /** The first day of the new contact: seven whole days lie between. */
  readonly from: PlainDate
  /** Nonce of the link that stops it. */
  readonly stop: string
  readonly byMail: boolean
  /** The way its phone is told; null where it has none that can be. */
  readonly byPhone: CodeWay | null
}

/**
 * A change of where an SME is reached that it does not sign, on ground and evidence, which stand in an evidence
 * document. Told where it was reached, it takes effect when nobody stopped it there for seven days; where nothing
 * reaches it there, or nothing did, two people of the implementing entity make it. It changes nothing else of what was
 * agreed.
 */
export type ContactChangeEvent =
  | {
      readonly type: 'contact-change-proposed'
      /** SHA-256 of the evidence document with the new signatory, the ground, the evidence and who vouches for it. */
      readonly changeSha256: string
      /** Absent where two people decide. */
      readonly waits?: ContactChangeWait
    }
  | { readonly type: 'contact-change-withdrawn' }
  /** Stopped from where the SME was reached. */
  | { readonly type: 'contact-change-stopped' }
  /** Seven days count for nothing: no word of it arrived where the SME was reached. Two people decide. */
  | { readonly type: 'contact-change-unheard' }
  /** The implementing entity saw evidence that the contact in force is the SME's own. */
  | { readonly type: 'contact-verified'; readonly changeSha256: string }

/** A letter that did not reach its SME was told by a person, by another way. */
export type LetterToldEvent = {
  readonly type: 'letter-told'
  readonly deliveryId: string
  readonly by: ToldByPerson
  readonly on: PlainDate
  /** SHA-256 of the evidence document on who told whom, and what was said. */
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
  /** SHA-256 of the evidence document that names who read it. */
  readonly readingSha256: string
} & FormReading
