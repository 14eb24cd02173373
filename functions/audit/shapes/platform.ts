import type { ObligationDays } from './case.ts'
import type {
  DiscontinuanceId,
  EntityId,
  EntityRole,
  Instant,
  OperationId,
  PlainDate,
  PortfolioOwner,
  RegistrationBodyId,
  ResellerId,
  ResellerRole,
} from './ids.ts'

/** Letterhead: from which day it counts, and the evidence document that has it. */
export type StatedLetterhead = { readonly from: PlainDate; readonly sha256: string; readonly paper: number }

/** An implementing entity (第1章2.(3)): a tenant of this deployment, which answers for its services and contracts. */
export type KeptEntity = {
  readonly stage: 'kept'
  readonly entityId: EntityId
  readonly name: string
  readonly corporateNumber: string
  /** Years a contract's papers are kept after its end; the usual ones where it never said. */
  readonly retentionYears?: number
  /** Hours a second person has to approve that a reseller cannot go on; the usual ones where it never said. */
  readonly approvalWindowHours?: number
  /** Settings by which it wants its obligations in a discontinuance kept; the usual ones where it never said. */
  readonly obligationSettings?: {
    readonly days: ObligationDays
    /** Number of times it said so: the last evidence document on it tells where letters about what is overdue go. */
    readonly notices: number
    readonly noticeSha256: string
  }
  /** Letterheads in force or to come, by day. */
  readonly letterheads?: readonly StatedLetterhead[]
}

export type Entity = { readonly stage: 'none' } | KeptEntity

export type EntityEvent =
  | {
      readonly type: 'entity-registered'
      readonly entityId: EntityId
      readonly name: string
      readonly corporateNumber: string
    }
  | { readonly type: 'retention-years-set'; readonly years: number }
  | { readonly type: 'approval-window-set'; readonly hours: number }
  | { readonly type: 'obligation-settings-set'; readonly days: ObligationDays; readonly noticeSha256: string }
  | ({ readonly type: 'entity-letterhead-stated' } & StatedLetterhead)

/** A registration body (審査登録機関): it keeps the list of registered services and receives reports. */
type KeptRegistrationBody = {
  readonly stage: 'kept'
  readonly registrationBodyId: RegistrationBodyId
  readonly name: string
}

export type RegistrationBody = { readonly stage: 'none' } | KeptRegistrationBody

export type RegistrationBodyEvent = {
  readonly type: 'registration-body-registered'
  readonly registrationBodyId: RegistrationBodyId
  readonly name: string
}

/** Role and tenant that a person may act as. A second tenant is a second membership. */
export type Membership =
  | { readonly role: 'operator' | 'ipa' }
  | { readonly role: EntityRole; readonly entityId: EntityId }
  | { readonly role: ResellerRole; readonly entityId: EntityId; readonly resellerId: ResellerId }
  | { readonly role: 'registrationBody'; readonly registrationBodyId: RegistrationBodyId }

export type MemberStage = 'invited' | 'kept' | 'suspended' | 'removed'

/** A person in a tenant: invited, acting (`kept`), suspended or removed. */
type KeptMember = {
  readonly stage: MemberStage
  readonly sub: string
  readonly membership: Membership
  readonly since?: Instant
  readonly erased?: true
}

export type Member = { readonly stage: 'none' } | KeptMember

export type MemberEvent =
  | {
      readonly type: 'member-named'
      readonly sub: string
      readonly membership: Membership
      readonly invited?: true
      readonly elsewhere?: true
      readonly elsewhereSha256?: string
      readonly reasonSha256?: string
    }
  | { readonly type: 'member-accepted' }
  | { readonly type: 'member-role-changed'; readonly membership: Membership; readonly reasonSha256: string }
  | { readonly type: 'member-suspended'; readonly reasonSha256: string }
  | { readonly type: 'member-reinstated'; readonly reasonSha256: string }
  | { readonly type: 'member-removed'; readonly reasonSha256: string }
  | { readonly type: 'member-erased'; readonly reasonSha256: string }

export type OperationStage = 'accepted' | 'running' | 'finished'

export type OperationKind =
  | 'importContracts'
  | 'rehearseImport'
  | 'recountContracts'
  | 'relistContracts'
  | 'exportHoldings'
  | 'drillTakeover'
  | 'workOnTakeovers'
  | 'moveContracts'
  | 'recordFormReading'

/** Work over many rows: accepted at once, done in steps, its results kept step by step. */
type KeptOperation = {
  readonly stage: OperationStage
  readonly operationId: OperationId
  readonly entityId: EntityId
  /** Owner that asked for it, and alone may read it. */
  readonly owner: PortfolioOwner
  readonly kind: OperationKind
  /** The case whose takeovers it works on; absent for any other work. */
  readonly discontinuanceId?: DiscontinuanceId
  /** Number of rows; null while what it is to work on is still being listed. */
  readonly total: number | null
  /** The rows listed so far, and in how many evidence documents, where it lists them itself. */
  readonly listed?: { readonly papers: number; readonly rows: number }
  readonly acceptedAt: Instant
  /** Instant at which its last step was noted. */
  readonly advancedAt: Instant
  readonly done: number
  readonly accepted: number
  readonly refused: number
  readonly steps: number
  /** Day on which the files of an export went. */
  readonly clearedOn?: PlainDate
}

export type Operation = { readonly stage: 'none' } | KeptOperation

export type OperationEvent =
  | {
      readonly type: 'operation-accepted'
      readonly operationId: OperationId
      readonly entityId: EntityId
      readonly owner: PortfolioOwner
      readonly kind: OperationKind
      readonly discontinuanceId?: DiscontinuanceId
      readonly total: number | null
      readonly inputSha256: string
    }
  | {
      readonly type: 'operation-listed'
      readonly rows: number
      /** True with the last of them: from then on the total is known. */
      readonly complete: boolean
      /** SHA-256 of the evidence document with what was listed, and where the list goes on. */
      readonly listedSha256: string
    }
  | {
      readonly type: 'operation-advanced'
      readonly accepted: number
      readonly refused: number
      /** SHA-256 of the evidence document with the itemised results of this step. */
      readonly resultsSha256: string
    }
  | { readonly type: 'operation-finished' }
  | { readonly type: 'export-cleared'; readonly entityId: EntityId; readonly on: PlainDate }
