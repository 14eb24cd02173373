import type * as z from 'zod'
import type { SubmissionView, SubmissionWithContentView } from '../../shared/api/views/submission.ts'
import { aboutKindOf, kindOf } from '../../shared/domain/submission/kinds/index.ts'
import type { ExistingSubmission } from '../../shared/domain/submission/states.ts'
import { type SubmissionSays } from '../papers/statements.ts'

/** A submission in a list, with its kind in words. */
export const submissionView = (state: ExistingSubmission, version: number): z.input<typeof SubmissionView> => {
  const { contents: _, kind: _kind, discontinuanceId = null, serviceId = null, ...shown } = state
  return { ...shown, kind: kindOf(state), name: aboutKindOf(state).name, discontinuanceId, serviceId, version }
}

type WithContent = z.input<typeof SubmissionWithContentView>

/** A submission with what it says, how it was answered, and its form with what was filled in last. */
export const submissionWithContentView = (
  state: ExistingSubmission,
  version: number,
  content: SubmissionSays,
  { answers, sentBy }: Pick<WithContent, 'answers' | 'sentBy'>,
): WithContent => ({
  ...submissionView(state, version),
  content: content as WithContent['content'],
  sentBy,
  answers: [...answers],
  form: aboutKindOf(state).form.map(({ most: _, ...field }) => {
    const says = Object.entries(content).find(([name]) => name === field.name)?.[1] as unknown
    return { ...field, says: typeof says === 'string' ? says : null }
  }),
})
