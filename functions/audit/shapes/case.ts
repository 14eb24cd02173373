import type {
  ConcernId,
  ContractId,
  DiscontinuanceId,
  EntityId,
  Instant,
  PlainDate,
  RegistrationBodyId,
  ResellerId,
  ServiceId,
  SubmissionId,
} from './ids.ts'

export type ObligationCode =
  | 'tellSmes'
  | 'reportToIpa'
  | 'reportToRegistrationBody'
  | 'notifyChange'
  | 'continueInsurance'

/** Business days within which each is owed. */
export type ObligationDays = Readonly<Record<ObligationCode, number>>

export type DiscontinuanceGround =
  | 'bankruptcy'
  | 'withdrawal'
  | 'staff'
  | 'facilities'
  | 'law'
  | 'unreachable'
  | 'other'

export type DiscontinuanceStage = 'proposed' | 'lapsed' | 'withdrawn' | 'takingOver' | 'closed'

export type ProposalRestriction = 'asked' | 'standing' | 'fallen'

/** A report of the case: to IPA, or to a registration body. Both are told (第2章1.(10)). */
export type Addressee = 'ipa' | RegistrationBodyId

export type CaseReport = { readonly submissionId: SubmissionId; readonly to: Addressee }

/** The list of contracts as it stood at the instant: how many, and the SHA-256 over their ids and documents. */
export type FrozenList = { readonly contracts: number; readonly voided: number; readonly sha256: string }

/** Obligation as it is born: who sees to it (the person who proposed the case), and its last day in time. */
export type NewObligation = { readonly code: ObligationCode; readonly owner: string; readonly dueOn: PlainDate }

export type Obligation = NewObligation & {
  /** Instant at which the implementing entity was told that the day had passed; null until then. */
  readonly escalatedAt: Instant | null
  /** Instant at which that letter was known not to have arrived; absent where it is not known to be lost. */
  readonly unheardAt?: Instant
  /** Fulfilment by what the platform knows itself, or by a person with evidence. */
  readonly met: {
    readonly at: Instant
    readonly by: 'platform' | 'person'
    /** SHA-256 of the evidence document that shows it; null where the ledgers of its contracts do. */
    readonly evidenceSha256: string | null
  } | null
  readonly waived: { readonly at: Instant; readonly by: string; readonly reasonSha256: string } | null
}

/**
 * The case of one reseller that cannot continue. `proposed` by one person and approved by another; from the approval's
 * instant `takingOver`, until nothing is left to do and it is `closed`. `withdrawn` only while proposed; `lapsed` where
 * nobody approved it in time.
 */
export type KeptDiscontinuance = {
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

export type Discontinuance = { readonly stage: 'none' } | KeptDiscontinuance

export type ObligationEvent =
  | {
      readonly type: 'obligation-fulfilled'
      readonly code: ObligationCode
      readonly by: 'platform' | 'person'
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

export type DiscontinuanceEvent =
  | ({ readonly type: 'discontinuance-proposed' } & Pick<
      KeptDiscontinuance,
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
      /** Day by which its SME is to be told, where everyone else has been. */
      readonly tellBy?: PlainDate
    }
  /** The contract lost something that had been confirmed, or might have been: a service, or that it was told. */
  | {
      readonly type: 'takeover-set-back'
      readonly contractId: ContractId
      /** Day by which its SME is to be told again, where everyone had been. */
      readonly tellBy?: PlainDate
    }
  | { readonly type: 'tally-asked'; readonly entityId: EntityId }
  | { readonly type: 'discontinuance-closed' }
  | ObligationEvent

export type ConcernStage = 'open' | 'dismissed' | 'proposed'

export type ConcernCause = 'told' | 'noticed' | 'requirementsPastDue' | 'lettersBounced'

/**
 * Concern that a reseller may not be able to go on (第2章1.(10)). `open` until a person dismisses it with a reason, or
 * proposes a discontinuance for it. By itself it moves nothing.
 */
type KeptConcern = {
  readonly stage: ConcernStage
  readonly concernId: ConcernId
  readonly entityId: EntityId
  readonly resellerId: ResellerId
  readonly cause: ConcernCause
  /** Ground of a discontinuance that it would be; null where the platform cannot know. */
  readonly ground: DiscontinuanceGround | null
  readonly statementSha256: string
  readonly raisedAt: Instant
  readonly decidedAt: Instant | null
  /** The latest proposal it led to. */
  readonly discontinuanceId: DiscontinuanceId | null
}

export type Concern = { readonly stage: 'none' } | KeptConcern

export type ConcernEvent =
  | ({ readonly type: 'concern-raised' } & Pick<
      KeptConcern,
      'concernId' | 'entityId' | 'resellerId' | 'cause' | 'ground' | 'statementSha256'
    >)
  | { readonly type: 'concern-dismissed'; readonly reasonSha256: string }
  | { readonly type: 'concern-proposed'; readonly discontinuanceId: DiscontinuanceId }

/** The kinds of submission that ledgers name. */
export type SubmissionKind = 'difficultyReport'

export type SubmissionStage = 'drafted' | 'sent' | 'returned' | 'acknowledged'

/**
 * Submission to one authority. Drafted by the platform, drafted anew while it is a draft, sent by the implementing
 * entity, then acknowledged or returned by the authority; a returned one is sent again.
 */
type KeptSubmission = {
  readonly stage: SubmissionStage
  readonly submissionId: SubmissionId
  /** Absent in what was drafted before kinds were kept: all of it reports of a difficulty. */
  readonly kind?: SubmissionKind
  readonly entityId: EntityId
  readonly discontinuanceId?: DiscontinuanceId
  readonly serviceId?: ServiceId
  readonly to: Addressee
  /** Number of contents it has had: drafts, and what was sent. The last is the one that counts. */
  readonly contents: number
  readonly contentSha256: string
  readonly sentAt: Instant | null
  readonly answeredAt: Instant | null
}

export type Submission = { readonly stage: 'none' } | KeptSubmission

export type SubmissionEvent =
  | ({ readonly type: 'submission-drafted' } & Pick<
      KeptSubmission,
      'submissionId' | 'kind' | 'entityId' | 'discontinuanceId' | 'serviceId' | 'to' | 'contentSha256'
    >)
  | { readonly type: 'submission-sent'; readonly contentSha256: string }
  | { readonly type: 'submission-returned'; readonly reasonSha256: string }
  | { readonly type: 'submission-acknowledged'; readonly receiptNumber: string }
