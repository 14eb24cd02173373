import type { DraftedSubmission } from '../../../shared/domain/submission/events.ts'
import type { ExistingSubmission } from '../../../shared/domain/submission/states.ts'
import { draftSubmission, redraftSubmission } from '../../../shared/domain/submission/submission.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { numbered } from '../../ports/papers.ts'
import type { Change, Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { beginning, change } from '../change.ts'
import { submissionContentForm, type SubmissionSays } from '../../papers/statements.ts'

type Draft = Omit<DraftedSubmission, 'contentSha256'> & Required<Pick<DraftedSubmission, 'kind'>>

/** The change that begins a submission with what the platform says of it, in the transaction of what it is about. */
export const drafted = ({ digest }: Dependencies, draft: Draft, says: SubmissionSays, at: Instant): Change => {
  const content = submissionContentForm.write(says)
  const sha256 = digest(content)
  const events = draftSubmission({ ...draft, contentSha256: sha256 })
  return beginning('submission', draft.submissionId, events, at, {
    papers: [{ name: numbered('content', 1), content, sha256 }],
  })
}

/** The change that drafts a submission anew; none where it was sent. */
export const draftedAnew = (
  { digest }: Dependencies,
  found: Versioned<ExistingSubmission>,
  says: SubmissionSays,
  at: Instant,
): readonly Change[] => {
  const content = submissionContentForm.write(says)
  const sha256 = digest(content)
  const events = redraftSubmission(found.state, sha256)
  if (events.length === 0) return []
  const paper = { name: numbered('content', found.state.contents + 1), content, sha256 }
  return [change('submission', found.state.submissionId, found, events, at, { papers: [paper] })]
}
