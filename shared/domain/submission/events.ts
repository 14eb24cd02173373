import type { ExistingSubmission } from './states.ts'

/** Facts a draft states of its submission, each time it is drafted. */
export type DraftedSubmission = Pick<
  ExistingSubmission,
  'submissionId' | 'kind' | 'entityId' | 'discontinuanceId' | 'serviceId' | 'to' | 'contentSha256'
>

export type SubmissionEvent =
  | ({ readonly type: 'submission-drafted' } & DraftedSubmission)
  | { readonly type: 'submission-sent'; readonly contentSha256: string }
  | { readonly type: 'submission-returned'; readonly reasonSha256: string }
  | { readonly type: 'submission-acknowledged'; readonly receiptNumber: string }
