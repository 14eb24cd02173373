import type { DiscontinuanceId, EntityId, ResellerId, ServiceId, ConcernId } from '../ids.ts'
import type { Instant, Period, PlainDate } from '../plain-date.ts'
import type { Drill, DrillEvent } from './drill.ts'
import type { HandoverEvent, HandoverItem } from './handover.ts'
import type { Requirement, RequirementCode } from './requirement.ts'
import type { Discontinued } from '../discontinued.ts'
import type { StatedLetterhead } from '../letterhead.ts'
import type { DiscontinuanceGround } from '../discontinuance/grounds.ts'

export const resellerStages = ['invited', 'active', 'restricted', 'discontinued'] as const

export type ResellerStage = (typeof resellerStages)[number]

/**
 * A reseller (第1章2.(4)) of one implementing entity. `invited` until all its requirements are met and a person
 * approves it; `active` while it may sell what it is authorized for; `restricted` while it serves what it has and signs
 * nobody new; `discontinued` from the instant a discontinuance is approved, for good.
 */
export type ExistingReseller = {
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
  /** Letterheads that count or are to come, the earliest first; absent where it never stated one. */
  readonly letterheads?: readonly StatedLetterhead[]
  readonly discontinued: Discontinued | null
}

export type Authorizations = Readonly<Record<ServiceId, readonly Period[]>>

export type Reseller = { readonly stage: 'none' } | ExistingReseller

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
  /** Reason, as the reseller is told: it is an evidence document. */
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
      /** Whose reseller it is: what time writes bears no tenant. Beside a proposal only. */
      readonly entityId?: EntityId
      /** True where another restriction stands on. */
      readonly stillRestricted?: true
    }
  | ({ readonly type: 'reseller-discontinued' } & Discontinued)

/** The facts a proposal rests on, and the admin who restricted its reseller for them. */
export type FactsActedOn = {
  readonly ground: DiscontinuanceGround
  readonly occurredOn: PlainDate
  readonly concernId: ConcernId | null
  readonly by: string
}

/** A proposal of a discontinuance as the reason of a restriction: what it rests on, and the hash of what shows it. */
export type RestrictingProposal = FactsActedOn & {
  readonly discontinuanceId: DiscontinuanceId
  readonly statementSha256: string
  /** The last instant at which it can be approved; absent in restrictions of before that was kept with them. */
  readonly until?: Instant
}

/**
 * The proposal a reseller is restricted for; `alone` unless a person restricted it for reasons of its own as well. After
 * `until` it was waited out and restricts nobody, written down yet or not; absent where that was not kept: until it is.
 */
export type RestrictedFor = {
  readonly discontinuanceId: DiscontinuanceId
  readonly alone: boolean
  readonly until?: Instant
}
