import type { Instant } from '../plain-date.ts'
import type { Missing, Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { DraftedSubmission, SubmissionEvent } from './events.ts'
import { aboutKindOf } from './kinds/index.ts'
import type { SubmissionSubject } from './kinds/kind.ts'
import type { ExistingSubmission, Submission } from './states.ts'

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

const inStage = (
  state: ExistingSubmission,
  needs: readonly ExistingSubmission['stage'][],
  event: SubmissionEvent,
): Decided =>
  needs.includes(state.stage)
    ? ok([event])
    : refuse({ kind: 'wrong-stage', what: 'submission', stage: state.stage, needs })

const subjectOf = ({ discontinuanceId, serviceId }: Partial<DraftedSubmission>): SubmissionSubject => {
  if (discontinuanceId !== undefined) return 'discontinuance'
  return serviceId === undefined ? 'entity' : 'service'
}

/** Begins a submission. One that is about something else than its kind is a defect of whoever drafts it. */
export const draftSubmission = (
  drafted: DraftedSubmission & Required<Pick<DraftedSubmission, 'kind'>>,
): readonly SubmissionEvent[] => {
  const { subject } = aboutKindOf(drafted)
  if (subject !== subjectOf(drafted)) throw new Error(`${drafted.kind} is about a ${subject}`)
  return [{ type: 'submission-drafted', ...drafted }]
}

/** Drafts it anew, where what it says has changed. What was sent stays as it was sent: nothing happens to it. */
export const redraftSubmission = (
  { stage, submissionId, kind, entityId, discontinuanceId, serviceId, to }: ExistingSubmission,
  contentSha256: string,
): readonly SubmissionEvent[] =>
  stage === 'drafted'
    ? [
        {
          type: 'submission-drafted',
          submissionId,
          ...(kind && { kind }),
          entityId,
          ...(discontinuanceId && { discontinuanceId }),
          ...(serviceId && { serviceId }),
          to,
          contentSha256,
        },
      ]
    : []

/** Values filled in before a submission is sent, by the names of its form. */
type FilledIn = Readonly<Record<string, string | null>>

/** Sent with its final content, once its form is filled in and the number of contracts of its case is settled. */
export const sendSubmission = (
  state: ExistingSubmission,
  { contentSha256, filledIn }: { readonly contentSha256: string; readonly filledIn: FilledIn },
  { listFrozen }: { readonly listFrozen: boolean },
): Result<readonly SubmissionEvent[], Refusal<'wrong-stage' | 'incomplete' | 'does-not-fit'>> => {
  const { form } = aboutKindOf(state)
  const strange = Object.keys(filledIn).find((name) => !form.some((field) => field.name === name))
  if (strange !== undefined) {
    const needs = `only ${form.map(({ name }) => name).join(', ')}`
    return refuse({ kind: 'does-not-fit', what: strange, given: filledIn[strange] ?? '', needs })
  }
  const missing = [...(listFrozen ? [] : [listToFreeze]), ...openFields(state, filledIn)]
  if (missing.length > 0) return refuse({ kind: 'incomplete', what: 'submission', missing })
  return inStage(state, ['drafted', 'returned'], { type: 'submission-sent', contentSha256 })
}

const listToFreeze: Missing = {
  code: 'list',
  suppliedBy: 'platform',
  why: { ja: '対象契約の件数がまだ確定していません。', en: 'The number of contracts is not settled yet.' },
}

/** Fields of the form that nobody has filled in. */
const openFields = (state: ExistingSubmission, filledIn: FilledIn): readonly Missing[] =>
  aboutKindOf(state)
    .form.filter(({ name, mayBeOpen }) => filledIn[name] === undefined || (filledIn[name] === null && !mayBeOpen))
    .map(({ name, label }) => ({
      code: name,
      suppliedBy: 'implementingEntity',
      why: { ja: `「${label.ja}」が記入されていません。`, en: `Not filled in: ${label.en}.` },
    }))

export const returnSubmission = (state: ExistingSubmission, reasonSha256: string): Decided =>
  inStage(state, ['sent'], { type: 'submission-returned', reasonSha256 })

export const acknowledgeSubmission = (state: ExistingSubmission, receiptNumber: string): Decided =>
  inStage(state, ['sent'], { type: 'submission-acknowledged', receiptNumber })
