import type {
  ConcernId,
  ContractId,
  DiscontinuanceId,
  EntityId,
  RegistrationBodyId,
  ResellerId,
  SubmissionId,
} from '../ids.ts'
import type { Instant, PlainDate } from '../plain-date.ts'
import type { DiscontinuanceGround } from './grounds.ts'
import { begun, evolveObligation, fulfilByPlatform, owedAnew, type ObligationEvent } from './keeping-obligations.ts'
import type { NewObligation, Obligation } from './obligation.ts'
import type { Breach, Missing, Refusal, RefusalKind } from '../refusal.ts'
import { done, refuse, type Result } from '../result.ts'
import { stageAt } from './window.ts'

/** A report of the case: to IPA, or to a registration body. Both are told (第2章1.(10)). */
export type Addressee = 'ipa' | RegistrationBodyId
export type CaseReport = { readonly submissionId: SubmissionId; readonly to: Addressee }

/** The list of contracts as it stood at the instant: how many, and the SHA-256 over their ids and documents. */
export type FrozenList = { readonly contracts: number; readonly voided: number; readonly sha256: string }

export const discontinuanceStages = ['proposed', 'lapsed', 'withdrawn', 'takingOver', 'closed'] as const
export type DiscontinuanceStage = (typeof discontinuanceStages)[number]

/**
 * How a proposal bears on new contracts: `asked` of an admin, `standing`, or `fallen` with the proposal.
 */
export const proposalRestrictions = ['asked', 'standing', 'fallen'] as const
export type ProposalRestriction = (typeof proposalRestrictions)[number]

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
  /** What is owed by a day since the instant. Absent before, and in cases approved when there were none. */
  readonly obligations?: readonly Obligation[]
  /** How often something that was done for an SME was undone, or one more SME joined: tallies from before are void. */
  readonly setbacks?: number
  /** When its takeovers were last asked to be counted. */
  readonly tallyAskedAt?: Instant
}
export type Discontinuance = { readonly stage: 'none' } | KeptDiscontinuance

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

export const evolveDiscontinuance = (
  state: Discontinuance,
  event: DiscontinuanceEvent,
  at: Instant,
): Discontinuance => {
  if (event.type === 'discontinuance-proposed') {
    const { type: _, ...proposed } = event
    return { ...proposed, stage: 'proposed', since: null, reports: [], list: null, reached: false, late: 0 }
  }
  if (state.stage === 'none') return state
  switch (event.type) {
    case 'restriction-confirmed':
      return { ...state, restriction: 'standing' }
    case 'discontinuance-lapsed':
      return { ...withRestrictionFallen(state), stage: 'lapsed' }
    case 'discontinuance-withdrawn':
      return { ...withRestrictionFallen(state), stage: 'withdrawn' }
    case 'discontinuance-approved':
      return {
        ...withoutRestriction(state),
        stage: 'takingOver',
        since: event.since,
        reports: event.reports,
        ...(event.obligations ? { obligations: begun(event.obligations) } : {}),
      }
    case 'list-frozen':
      return { ...state, list: event.list }
    case 'list-reached':
      return { ...state, reached: true }
    case 'late-contract-joined':
      // A case that was closed is open again: someone is left to serve.
      return {
        ...withObligations(state, (one) => (event.tellBy ? owedAnew(one, event.tellBy) : one)),
        stage: 'takingOver',
        late: state.late + 1,
        setbacks: (state.setbacks ?? 0) + 1,
      }
    case 'takeover-set-back':
      return {
        ...withObligations(state, (one) => (event.tellBy ? owedAnew(one, event.tellBy) : one)),
        setbacks: (state.setbacks ?? 0) + 1,
      }
    case 'tally-asked':
      return { ...state, tallyAskedAt: at }
    case 'discontinuance-closed':
      return { ...state, stage: 'closed' }
    case 'obligation-fulfilled':
    case 'obligation-waived':
    case 'obligation-escalated':
    case 'obligation-unheard':
      return withObligations(state, (one) => evolveObligation(one, event, at))
  }
}

const withoutRestriction = ({ restriction: _, ...state }: KeptDiscontinuance): KeptDiscontinuance => state

/** What stood falls with its proposal; what was only asked is asked no more. */
const withRestrictionFallen = (state: KeptDiscontinuance): KeptDiscontinuance =>
  state.restriction === 'standing' ? { ...state, restriction: 'fallen' } : withoutRestriction(state)

const withObligations = (
  state: KeptDiscontinuance,
  each: (obligation: Obligation) => Obligation,
): KeptDiscontinuance => (state.obligations ? { ...state, obligations: state.obligations.map(each) } : state)

type Decided<Kind extends RefusalKind> = Result<readonly DiscontinuanceEvent[], Refusal<Kind>>

const inStage = (state: KeptDiscontinuance, ...needs: KeptDiscontinuance['stage'][]) =>
  needs.includes(state.stage)
    ? undefined
    : refuse<Refusal<'wrong-stage'>>({ kind: 'wrong-stage', what: 'discontinuance', stage: state.stage, needs })

/** Takes a proposal back; also one that was waited out and has not been written down as such yet. */
export const withdrawDiscontinuance = (state: KeptDiscontinuance): Decided<'wrong-stage'> =>
  inStage(state, 'proposed') ?? done([{ type: 'discontinuance-withdrawn' }])

/** 第2章1.(10): a second person approves within the window, and that commit is the instant from which the implementing entity answers. */
export const approveDiscontinuance = (
  state: KeptDiscontinuance,
  {
    approvedBy,
    since,
    reports,
    obligations,
  }: {
    readonly approvedBy: string
    readonly since: Instant
    readonly reports: readonly CaseReport[]
    readonly obligations: readonly NewObligation[]
  },
): Decided<'wrong-stage' | 'second-person-needed' | 'incomplete'> => {
  const no = inStage({ ...state, stage: stageAt(state, since) }, 'proposed')
  if (no) return no
  if (approvedBy === state.proposedBy) return refuse({ kind: 'second-person-needed' })
  if (!reports.some(({ to }) => to !== 'ipa')) {
    const why = {
      ja: '報告先の審査登録機関が分かりません。サービスの登録を先に記録してください。',
      en: "No registration body to report to. Record the service's registration first.",
    }
    return refuse({
      kind: 'incomplete',
      what: 'discontinuance',
      missing: [{ code: 'registration', suppliedBy: 'implementingEntity', why }],
    })
  }
  return done([{ type: 'discontinuance-approved', approvedBy, since, reports, obligations }])
}

/** Closed only when nothing is missing, and the standard objects to nothing; otherwise everything that is. */
export const closeDiscontinuance = (
  state: KeptDiscontinuance,
  { missing, breaches }: { readonly missing: readonly Missing[]; readonly breaches: readonly Breach[] },
): Decided<'wrong-stage' | 'incomplete' | 'breaches-standard'> => {
  const no = inStage(state, 'takingOver')
  if (no) return no
  if (missing.length > 0) return refuse({ kind: 'incomplete', what: 'discontinuance', missing })
  if (breaches.length > 0) return refuse({ kind: 'breaches-standard', breaches })
  // Nothing is missing, so everyone was told: that is noted where it had not been yet.
  return done([...fulfilByPlatform(state, 'tellSmes', null), { type: 'discontinuance-closed' }])
}

/** Asks for the takeovers to be counted. Nothing where that was asked already and is not done. */
export const askForTally = (
  state: KeptDiscontinuance,
  { counting }: { readonly counting: boolean },
): Decided<'wrong-stage'> =>
  inStage(state, 'takingOver') ?? done(counting ? [] : [{ type: 'tally-asked', entityId: state.entityId }])
