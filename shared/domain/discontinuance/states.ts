import type {
  EntityId,
  ConcernId,
  ContractId,
  DiscontinuanceId,
  RegistrationBodyId,
  ResellerId,
  SubmissionId,
} from '../ids.ts'
import type { PlainDate, Instant } from '../plain-date.ts'
import type { ObligationCode, NewObligation, Obligation, ObligationMetBy } from './obligation.ts'
import type { DiscontinuanceGround } from './grounds.ts'

export type ObligationEvent =
  | {
      readonly type: 'obligation-fulfilled'
      readonly code: ObligationCode
      readonly by: ObligationMetBy
      readonly evidenceSha256: string | null
    }
  | {
      readonly type: 'obligation-waived'
      readonly code: ObligationCode
      readonly waivedBy: string
      readonly reasonSha256: string
    }
  | {
      readonly type: 'obligation-escalated'
      readonly entityId: EntityId
      readonly code: ObligationCode
      readonly dueOn: PlainDate
    }
  | {
      /** The letter that it is overdue did not reach the implementing entity. */
      readonly type: 'obligation-unheard'
      readonly code: ObligationCode
      readonly deliveryId: string
    }

/** A report of the case: to IPA, or to a registration body. Both are told (第2章1.(10)). */
export type Addressee = 'ipa' | RegistrationBodyId

/** Stages of a submission with whom it is addressed to. */
export const submissionStages = ['drafted', 'sent', 'returned', 'acknowledged'] as const
export type SubmissionStage = (typeof submissionStages)[number]

export type CaseReport = { readonly submissionId: SubmissionId; readonly to: Addressee }

/** The list of contracts as it stood at the instant: how many, and the SHA-256 over their ids and documents. */
export type FrozenList = { readonly contracts: number; readonly voided: number; readonly sha256: string }

export const discontinuanceStages = ['proposed', 'lapsed', 'withdrawn', 'takingOver', 'closed'] as const

export type DiscontinuanceStage = (typeof discontinuanceStages)[number]

/**
 * States of a proposal's restriction on new contracts: `asked` of an admin, `standing`, or `fallen` with the proposal.
 */
export const proposalRestrictions = ['asked', 'standing', 'fallen'] as const

export type ProposalRestriction = (typeof proposalRestrictions)[number]

/**
 * The case of one reseller that cannot continue. `proposed` by one person and approved by another; from the approval's
 * instant `takingOver`, until nothing is left to do and it is `closed`. `withdrawn` only while proposed; `lapsed` where
 * nobody approved it in time.
 */
export type ExistingDiscontinuance = {
  readonly stage: DiscontinuanceStage
  readonly discontinuanceId: DiscontinuanceId
  readonly entityId: EntityId
  readonly resellerId: ResellerId
  readonly ground: DiscontinuanceGround
  readonly occurredOn: PlainDate
  /** The day the implementing entity knew of it; where nothing was said, it is taken to be the day it arose. */
  readonly knownOn?: PlainDate
  /** The concern it rests on, if it rests on one; absent in cases proposed before that was kept. */
  readonly concernId?: ConcernId
  readonly statementSha256: string
  readonly proposedBy: string
  /** Absent from the approval on, where nothing was asked, and in cases proposed when there was none. */
  readonly restriction?: ProposalRestriction
  /** The last instant at which it can be approved. */
  readonly approveBy: Instant
  readonly since: Instant | null
  readonly reports: readonly CaseReport[]
  readonly list: FrozenList | null
  /** True once every contract of the list has its takeover and every open draft is void. */
  readonly reached: boolean
  /** Paper contracts that turned up after the list was frozen. */
  readonly late: number
  /** Obligations owed by a day since the instant. Absent before, and in cases approved when there were none. */
  readonly obligations?: readonly Obligation[]
  /** Number of times something done for an SME was undone, or one more SME joined: tallies from before are void. */
  readonly setbacks?: number
  /** Instant at which its takeovers were last asked to be counted. */
  readonly tallyAskedAt?: Instant
}

export type Discontinuance = { readonly stage: 'none' } | ExistingDiscontinuance

export type DiscontinuanceEvent =
  | ({ readonly type: 'discontinuance-proposed' } & Pick<
      ExistingDiscontinuance,
      | 'discontinuanceId'
      | 'entityId'
      | 'resellerId'
      | 'ground'
      | 'occurredOn'
      | 'knownOn'
      | 'concernId'
      | 'statementSha256'
      | 'proposedBy'
      | 'approveBy'
    > & { readonly restriction?: 'asked' | 'standing' })
  | { readonly type: 'restriction-confirmed'; readonly by: string }
  | { readonly type: 'discontinuance-lapsed' }
  | { readonly type: 'discontinuance-withdrawn' }
  | {
      readonly type: 'discontinuance-approved'
      readonly approvedBy: string
      readonly since: Instant
      readonly reports: readonly CaseReport[]
      readonly obligations?: readonly NewObligation[]
    }
  | { readonly type: 'list-frozen'; readonly list: FrozenList }
  | { readonly type: 'list-reached' }
  | {
      readonly type: 'late-contract-joined'
      /** By when its SME is to be told, where everyone else has been. */
      readonly tellBy?: PlainDate
    }
  /** The contract lost something that had been confirmed, or might have been: a service, or that it was told. */
  | {
      readonly type: 'takeover-set-back'
      readonly contractId: ContractId
      /** By when its SME is to be told again, where everyone had been. */
      readonly tellBy?: PlainDate
    }
  | { readonly type: 'tally-asked'; readonly entityId: EntityId }
  | { readonly type: 'discontinuance-closed' }
  | ObligationEvent

export const noDiscontinuance: Discontinuance = { stage: 'none' }
