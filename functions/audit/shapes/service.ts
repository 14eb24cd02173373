import type { EntityId, Period, PlainDate, RegistrationBodyId, ServiceId } from './ids.ts'

/**
 * Type of monitoring, by whatever word the facts of the service name it. Which words there are, its edition says; that
 * facts, service and contracts name the same one, I07 finds out from what is on record.
 */
export type MonitoringType = string

export type ChangeKind = 'general' | 'requirement'

/** Version of a service: its facts by hash and the edition it names. Published when it has a first day of offer. */
export type ServiceVersion = {
  readonly number: number
  readonly edition: string
  readonly factsSha256: string
  readonly offeredFrom: PlainDate | null
  /** Kind of its difference from the version before, by people; null for a first version, and until it is published. */
  readonly change: ChangeKind | null
}

/** An entry in a registration body's list, as the implementing entity recorded it. */
export type Registration = Period & {
  readonly registrationBodyId: RegistrationBodyId
  readonly number: string
}

/** Evidence that people put on record for a clause that no rule can keep: a document, a check, a notification. */
export type Evidence = {
  /** The clause it is for, by its label in the edition of the service. */
  readonly clause: string
  /** Duty of the clause that it is for, as the edition names its duties. */
  readonly topic: string
  /** The version whose change it is of, where each change wants its own; absent where none was named. */
  readonly serviceVersion?: number
  /** The day it is of. */
  readonly on: PlainDate
  /** Its last day, where it has one. */
  readonly validUntil: PlainDate | null
  /** SHA-256 of the evidence document that says what it is and who put it on record. */
  readonly sha256: string
}

export type KeptService = {
  readonly stage: 'kept'
  readonly serviceId: ServiceId
  readonly entityId: EntityId
  readonly code: string
  readonly monitoringType: MonitoringType
  readonly versions: readonly ServiceVersion[]
  readonly registration: Registration | null
  /** Evidence that people put on record for clauses no rule can keep: the last few for each duty, oldest first. */
  readonly evidence: readonly Evidence[]
}

export type Service = { readonly stage: 'none' } | KeptService

export type ServiceEvent =
  | {
      readonly type: 'service-version-drafted'
      readonly serviceId: ServiceId
      readonly entityId: EntityId
      readonly code: string
      readonly monitoringType: MonitoringType
      readonly number: number
      readonly edition: string
      readonly factsSha256: string
    }
  | {
      readonly type: 'service-version-published'
      readonly number: number
      readonly offeredFrom: PlainDate
      readonly change: ChangeKind | null
      /** SHA-256 of the evidence document with what changed, in words; null for a first version. */
      readonly changeSha256: string | null
    }
  | { readonly type: 'service-registered'; readonly registration: Registration }
  | { readonly type: 'evidence-recorded'; readonly evidence: Evidence }

export type ServiceFunction =
  | 'consultationDesk'
  | 'anomalyMonitoring'
  | 'emergencyResponse'
  | 'easeOfAdoption'
  | 'simpleCyberInsurance'
