import type { Instant, PlainDate } from '../plain-date.ts'
import type { IncidentSeverity, TellingHow, SupportPurpose, SupportMode } from './contract-words.ts'

export type IncidentNotice = {
  readonly severity: IncidentSeverity
  readonly how: TellingHow
  readonly detectedAt: Instant
  /** When it was judged to be serious; absent where that was when it was detected. */
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
  /** What the user pays for the support itself, tax excluded. */
  readonly chargedExTaxYen: number
  /** What it pays for travel and the like, tax excluded. */
  readonly incidentalExTaxYen: number
}
