import { difficultyReport } from './difficulty-report.ts'
import type { KindOfSubmission, SubmissionContent } from './kind.ts'

/** Every kind of submission there is, by the word that its row and its ledger have for it. */
export const kindsOfSubmission = {
  difficultyReport,
} as const satisfies Record<string, KindOfSubmission<never, SubmissionContent>>

export type SubmissionKind = keyof typeof kindsOfSubmission
export const submissionKinds = Object.keys(kindsOfSubmission) as readonly SubmissionKind[] as readonly [
  SubmissionKind,
  ...SubmissionKind[],
]

/** The kind of a submission. What was drafted before kinds were kept is a report of a difficulty: there was no other. */
export const kindOf = ({ kind }: { readonly kind?: SubmissionKind }): SubmissionKind => kind ?? 'difficultyReport'

/** Definition of the kind of a submission. */
export const aboutKindOf = (submission: {
  readonly kind?: SubmissionKind
}): KindOfSubmission<never, SubmissionContent> => kindsOfSubmission[kindOf(submission)]
