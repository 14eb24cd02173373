import type { ConcernId, DiscontinuanceId, EntityId, ResellerId } from '../ids.ts'
import type { Instant } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { DiscontinuanceGround } from './grounds.ts'

/** Causes of a concern, with who raised it: the first two are people's words, the others what the platform noticed. */
export const concernCauses = ['told', 'noticed', 'requirementsPastDue', 'lettersBounced'] as const
export type ConcernCause = (typeof concernCauses)[number]
export type WatchedCause = Exclude<ConcernCause, 'told' | 'noticed'>

export const concernStages = ['open', 'dismissed', 'proposed'] as const
export type ConcernStage = (typeof concernStages)[number]

/**
 * Concern that a reseller may not be able to go on (第2章1.(10)). `open` until a person dismisses it with a reason, or
 * proposes a discontinuance for it. By itself it moves nothing.
 */
export type ExistingConcern = {
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
export type Concern = { readonly stage: 'none' } | ExistingConcern

export type ConcernEvent =
  | ({ readonly type: 'concern-raised' } & Pick<
      ExistingConcern,
      'concernId' | 'entityId' | 'resellerId' | 'cause' | 'ground' | 'statementSha256'
    >)
  | { readonly type: 'concern-dismissed'; readonly reasonSha256: string }
  | { readonly type: 'concern-proposed'; readonly discontinuanceId: DiscontinuanceId }

export const noConcern: Concern = { stage: 'none' }

export const evolveConcern = (state: Concern, event: ConcernEvent, at: Instant): Concern => {
  if (event.type === 'concern-raised') {
    const { type: _, ...raised } = event
    return { ...raised, stage: 'open', raisedAt: at, decidedAt: null, discontinuanceId: null }
  }
  if (state.stage === 'none') return state
  switch (event.type) {
    case 'concern-dismissed':
      return { ...state, stage: 'dismissed', decidedAt: at }
    case 'concern-proposed':
      return { ...state, stage: 'proposed', decidedAt: at, discontinuanceId: event.discontinuanceId }
  }
}

type Decided = Result<readonly ConcernEvent[], Refusal<'wrong-stage'>>

const inStage = (state: ExistingConcern, needs: readonly ConcernStage[], event: ConcernEvent): Decided =>
  needs.includes(state.stage)
    ? ok([event])
    : refuse({ kind: 'wrong-stage', what: 'concern', stage: state.stage, needs })

export const dismissConcern = (state: ExistingConcern, reasonSha256: string): Decided =>
  inStage(state, ['open'], { type: 'concern-dismissed', reasonSha256 })

/** A proposal rests on it. One that was withdrawn or waited out can be followed by another. */
export const proposeForConcern = (state: ExistingConcern, discontinuanceId: DiscontinuanceId): Decided =>
  inStage(state, ['open', 'proposed'], { type: 'concern-proposed', discontinuanceId })

/** True for a cause the platform raises: it has one concern open for a reseller and a cause at most. */
export const isWatched = (cause: ConcernCause): cause is WatchedCause =>
  cause === 'requirementsPastDue' || cause === 'lettersBounced'
