import type { Addressee, SubmissionStage } from '../discontinuance/states.ts'
import type { DiscontinuanceId, EntityId, ServiceId, SubmissionId } from '../ids.ts'
import type { Instant } from '../plain-date.ts'
import type { SubmissionKind } from './kinds/index.ts'

/**
 * Submission to one authority. Drafted by the platform, and drafted anew while it is a draft and its facts change; sent
 * by the implementing entity, then acknowledged or returned by the authority; a returned one is sent again.
 */
export type ExistingSubmission = {
  readonly stage: SubmissionStage
  readonly submissionId: SubmissionId
  /** Absent in what was drafted before kinds were kept: all of it reports of a difficulty. */
  readonly kind?: SubmissionKind
  readonly entityId: EntityId
  /** The case it is about; absent where its kind is about none. */
  readonly discontinuanceId?: DiscontinuanceId
  /** The service it is about; absent where its kind is about none. */
  readonly serviceId?: ServiceId
  readonly to: Addressee
  /** Number of contents it has had: drafts, and what was sent. The last is the one that counts. */
  readonly contents: number
  readonly contentSha256: string
  readonly sentAt: Instant | null
  readonly answeredAt: Instant | null
}
export type Submission = { readonly stage: 'none' } | ExistingSubmission

export const noSubmission: Submission = { stage: 'none' }
