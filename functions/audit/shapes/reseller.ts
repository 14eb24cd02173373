import type { StatedLetterhead } from './platform.ts'
import type { DiscontinuanceGround } from './case.ts'
import type { Facet } from './contract-parts.ts'
import type {
  ConcernId,
  DiscontinuanceId,
  EntityId,
  Instant,
  OperationId,
  Period,
  PlainDate,
  ResellerId,
  ServiceId,
} from './ids.ts'

export type ResellerStage = 'invited' | 'active' | 'restricted' | 'discontinued'

export type RequirementCode =
  | 'corporateNumber'
  | 'representative'
  | 'contact'
  | 'pledge'
  | 'training'
  | 'resaleAgreement'

export type Requirement = {
  readonly code: RequirementCode
  readonly dueOn: PlainDate
  /** The day it was met and the SHA-256 of what met it; null while it is owed. */
  readonly met: { readonly on: PlainDate; readonly sha256: string } | null
}

export type Authorizations = Readonly<Record<ServiceId, readonly Period[]>>

/**
 * The proposal a reseller is restricted for; `alone` unless a person restricted it for reasons of its own as well. After
 * `until` it was waited out and restricts nobody, written down yet or not; absent where that was not kept: until it is.
 */
export type RestrictedFor = {
  readonly discontinuanceId: DiscontinuanceId
  readonly alone: boolean
  readonly until?: Instant
}

/** The facts a proposal rests on, and the admin who restricted its reseller for them. */
export type FactsActedOn = {
  readonly ground: DiscontinuanceGround
  readonly occurredOn: PlainDate
  readonly concernId: ConcernId | null
  readonly by: string
}

export type HandoverCode =
  | 'contactList'
  | 'deviceInventory'
  | 'credentialsCustody'
  | 'insuranceCertificates'
  | 'openIncidents'
  | 'supportHistory'

export type HandoverKeeper = 'implementingEntity' | 'thirdParty' | 'reseller'

type HandoverSupplier = 'reseller' | 'implementingEntity'

/**
 * An item as it was supplied last. The thing itself is never kept here, and a secret has no field to go into: the
 * evidence document says which file it is (by its SHA-256) or who has it in custody.
 */
export type HandoverItem = {
  readonly code: HandoverCode
  /** The day whose state of things it shows. */
  readonly asOf: PlainDate
  readonly keptBy: HandoverKeeper
  readonly suppliedBy: HandoverSupplier
  /** SHA-256 of the evidence document that names the file or the custodian, and the number that document bears. */
  readonly sha256: string
  readonly paper: number
}

export type Weakness =
  | 'noContact'
  | 'lettersReturned'
  | 'noMail'
  | 'noAdvanceConsent'
  | 'notConfirmed'
  | 'insuredByReseller'
  | 'underWay'

/** The same, counted over a book. */
export type Tally = {
  /** Contracts that would be taken over. */
  readonly contracts: number
  /** Drafts and offers that would be void. */
  readonly voided: number
  /** Contracts whose SME would be left without anything, and without what. */
  readonly wouldGap: number
  readonly gaps: Readonly<Record<Facet, number>>
  readonly weak: Readonly<Record<Weakness, number>>
}

/** The latest drill of a reseller, as far as its readiness follows from it. */
export type Drill = {
  readonly operationId: OperationId
  readonly on: PlainDate
  readonly tally: Tally
  /** The score of that day, in tenths of a point. */
  readonly scoreTenths: number
  /** SHA-256 of the evidence document with all it found, and the number that document bears. */
  readonly sha256: string
  readonly paper: number
}

/**
 * Instant since which a reseller is discontinued, in which case, and the day that was known; absent in cases of before
 * that was kept.
 */
export type Discontinued = {
  readonly since: Instant
  readonly discontinuanceId: DiscontinuanceId
  readonly knownOn?: PlainDate
}

/**
 * A reseller (第1章2.(4)) of one implementing entity. `invited` until all its requirements are met and a person
 * approves it; `active` while it may sell what it is authorized for; `restricted` while it serves what it has and signs
 * nobody new; `discontinued` from the instant a discontinuance is approved, for good.
 */
export type KeptReseller = {
  readonly stage: ResellerStage
  readonly resellerId: ResellerId
  readonly entityId: EntityId
  /** The implementing entity's own short name for it, as in its books. */
  readonly code: string
  readonly name: string
  readonly prefecture: string
  readonly corporateNumber: string | null
  readonly requirements: readonly Requirement[]
  /** Per service, the periods it may sell in, in the order they were given. */
  readonly authorizations: Authorizations
  /** The latest due day of requirements that somebody was asked to look into, because it had passed. */
  readonly foundPastDue?: PlainDate
  /** Instant since which it signs nobody new; only while it is restricted. */
  readonly restrictedSince?: Instant
  /** The proposal it is restricted for; absent where only a person restricted it. */
  readonly restrictedFor?: RestrictedFor
  /** Facts on which the proposals rested that it was ever restricted for; only once one was. */
  readonly factsActedOn?: readonly FactsActedOn[]
  /** Items laid ready for the day it cannot go on; only once anything was. */
  readonly handover?: readonly HandoverItem[]
  /** The latest drill of its takeover; only once there was one. */
  readonly drill?: Drill
  /** Letterheads in force or to come, by day. */
  readonly letterheads?: readonly StatedLetterhead[]
  readonly discontinued: Discontinued | null
}

export type Reseller = { readonly stage: 'none' } | KeptReseller

export type HandoverEvent = { readonly type: 'handover-supplied' } & HandoverItem

export type DrillEvent = { readonly type: 'drill-run' } & Drill

/** A proposal of a discontinuance as the reason of a restriction: what it rests on, and the hash of what shows it. */
export type RestrictingProposal = FactsActedOn & {
  readonly discontinuanceId: DiscontinuanceId
  readonly statementSha256: string
  /** The last instant at which it can be approved; absent in restrictions of before that was kept with them. */
  readonly until?: Instant
}

export type ResellerEvent =
  | HandoverEvent
  | DrillEvent
  | {
      readonly type: 'reseller-invited'
      readonly resellerId: ResellerId
      readonly entityId: EntityId
      readonly code: string
      readonly name: string
      readonly prefecture: string
      readonly dueOn: PlainDate
      /** SHA-256 of the evidence document on whom the invitation goes to. */
      readonly invitationSha256: string
    }
  | {
      readonly type: 'requirement-met'
      readonly code: RequirementCode
      readonly on: PlainDate
      readonly sha256: string
      readonly corporateNumber?: string
    }
  | { readonly type: 'requirements-found-past-due'; readonly dueOn: PlainDate }
  | ({ readonly type: 'reseller-letterhead-stated' } & StatedLetterhead)
  | { readonly type: 'reseller-approved' }
  | { readonly type: 'resale-authorized'; readonly serviceId: ServiceId; readonly period: Period }
  | { readonly type: 'resale-authorization-ended'; readonly serviceId: ServiceId; readonly lastDay: PlainDate }
  /** The reason, as the reseller is told it, is an evidence document. */
  | {
      readonly type: 'reseller-restricted'
      readonly reasonSha256: string
      /** Proposal of a discontinuance that restricts it, where no person does for reasons of its own. */
      readonly proposal?: RestrictingProposal
    }
  | {
      readonly type: 'restriction-lifted'
      readonly reasonSha256: string
      /** The proposal whose restriction falls; absent where a person lifts a person's. */
      readonly discontinuanceId?: DiscontinuanceId
      /** Implementing entity of the reseller: what time writes bears no tenant. Beside a proposal only. */
      readonly entityId?: EntityId
      /** True where another restriction stands on. */
      readonly stillRestricted?: true
    }
  | ({ readonly type: 'reseller-discontinued' } & Discontinued)
