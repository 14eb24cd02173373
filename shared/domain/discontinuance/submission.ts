import type { DiscontinuanceId, EntityId, SubmissionId } from '../ids.ts'
import type { Instant } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import { done, refuse, type Result } from '../result.ts'
import type { Addressee } from './states.ts'

export const submissionStages = ['drafted', 'sent', 'returned', 'acknowledged'] as const
export type SubmissionStage = (typeof submissionStages)[number]

/**
 * A report to one authority. Drafted by the platform when the case begins, drafted anew once the list is frozen,
 * sent by the implementing entity, then acknowledged or returned by the authority; a returned one is sent again.
 */
export type KeptSubmission = {
  readonly stage: SubmissionStage
  readonly submissionId: SubmissionId
  readonly entityId: EntityId
  readonly discontinuanceId: DiscontinuanceId
  readonly to: Addressee
  /** How many contents it has had: drafts, and what was sent. The last is the one that counts. */
  readonly contents: number
  readonly contentSha256: string
  readonly sentAt: Instant | null
  readonly answeredAt: Instant | null
}
export type Submission = { readonly stage: 'none' } | KeptSubmission

export type SubmissionEvent =
  | ({ readonly type: 'submission-drafted' } & Pick<
      KeptSubmission,
      'submissionId' | 'entityId' | 'discontinuanceId' | 'to' | 'contentSha256'
    >)
  | { readonly type: 'submission-sent'; readonly contentSha256: string }
  | { readonly type: 'submission-returned'; readonly reasonSha256: string }
  | { readonly type: 'submission-acknowledged'; readonly receiptNumber: string }

export const noSubmission: Submission = { stage: 'none' }

export const evolveSubmission = (state: Submission, event: SubmissionEvent, at: Instant): Submission => {
  if (event.type === 'submission-drafted') {
    const { type: _, ...drafted } = event
    const contents = state.stage === 'none' ? 1 : state.contents + 1
    return { ...drafted, stage: 'drafted', contents, sentAt: null, answeredAt: null }
  }
  if (state.stage === 'none') return state
  switch (event.type) {
    case 'submission-sent':
      return {
        ...state,
        stage: 'sent',
        contents: state.contents + 1,
        contentSha256: event.contentSha256,
        sentAt: at,
        answeredAt: null,
      }
    case 'submission-returned':
      return { ...state, stage: 'returned', answeredAt: at }
    case 'submission-acknowledged':
      return { ...state, stage: 'acknowledged', answeredAt: at }
  }
}

type Decided = Result<readonly SubmissionEvent[], Refusal<'wrong-stage'>>

const inStage = (state: KeptSubmission, needs: readonly KeptSubmission['stage'][], event: SubmissionEvent): Decided =>
  needs.includes(state.stage)
    ? done([event])
    : refuse({ kind: 'wrong-stage', what: 'submission', stage: state.stage, needs })

/** Sent with its final content, once the number of contracts is settled. */
export const sendSubmission = (
  state: KeptSubmission,
  contentSha256: string,
  { listFrozen }: { readonly listFrozen: boolean },
): Result<readonly SubmissionEvent[], Refusal<'wrong-stage' | 'incomplete'>> => {
  if (!listFrozen) {
    const why = { ja: '対象契約の件数がまだ確定していません。', en: 'The number of contracts is not settled yet.' }
    return refuse({ kind: 'incomplete', what: 'submission', missing: [{ code: 'list', suppliedBy: 'platform', why }] })
  }
  return inStage(state, ['drafted', 'returned'], { type: 'submission-sent', contentSha256 })
}

export const returnSubmission = (state: KeptSubmission, reasonSha256: string): Decided =>
  inStage(state, ['sent'], { type: 'submission-returned', reasonSha256 })

export const acknowledgeSubmission = (state: KeptSubmission, receiptNumber: string): Decided =>
  inStage(state, ['sent'], { type: 'submission-acknowledged', receiptNumber })
