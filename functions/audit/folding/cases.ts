import type {
  Concern,
  ConcernEvent,
  Discontinuance,
  DiscontinuanceEvent,
  KeptDiscontinuance,
  Obligation,
  Submission,
  SubmissionEvent,
} from '../shapes/case.ts'
import type { Instant, PlainDate } from '../shapes/ids.ts'

/** Telling the SMEs is owed anew where it was done with, by a day of its own. */
const toldAnew = (state: KeptDiscontinuance, tellBy: PlainDate | undefined): KeptDiscontinuance => {
  const setbacks = 1 + (state.setbacks ?? 0)
  if (tellBy === undefined || !state.obligations) return { ...state, setbacks }
  const obligations = state.obligations.map((one): Obligation => {
    const isOpen = one.met === null && one.waived === null
    if (one.code !== 'tellSmes' || isOpen) return one
    return { code: 'tellSmes', owner: one.owner, dueOn: tellBy, escalatedAt: null, met: null, waived: null }
  })
  return { ...state, setbacks, obligations }
}

type Kept = Extract<DiscontinuanceEvent, { type: `obligation-${string}` }>

const obligationWith = (one: Obligation, event: Kept, at: Instant): Obligation => {
  if (event.code !== one.code) return one
  if (event.type === 'obligation-escalated') return { ...one, escalatedAt: at }
  if (event.type === 'obligation-unheard') return { ...one, unheardAt: at }
  if (event.type === 'obligation-waived')
    return { ...one, waived: { at, by: event.waivedBy, reasonSha256: event.reasonSha256 } }
  return { ...one, met: { at, by: event.by, evidenceSha256: event.evidenceSha256 } }
}

const over = (state: KeptDiscontinuance, stage: 'lapsed' | 'withdrawn'): KeptDiscontinuance => {
  const { restriction, ...rest } = state
  return restriction === 'standing' ? { ...rest, stage, restriction: 'fallen' } : { ...rest, stage }
}

/** A case after an event. */
export const foldDiscontinuance = (state: Discontinuance, event: DiscontinuanceEvent, at: Instant): Discontinuance => {
  if (event.type === 'discontinuance-proposed') {
    const { type: _, ...proposed } = event
    return { ...proposed, stage: 'proposed', since: null, reports: [], list: null, reached: false, late: 0 }
  }
  if (state.stage === 'none') return state
  switch (event.type) {
    case 'restriction-confirmed':
      return { ...state, restriction: 'standing' }
    case 'discontinuance-lapsed':
      return over(state, 'lapsed')
    case 'discontinuance-withdrawn':
      return over(state, 'withdrawn')
    case 'discontinuance-approved': {
      const { restriction: _, ...rest } = state
      const { since, reports, obligations: owed } = event
      const obligations = owed?.map((one) => ({ ...one, escalatedAt: null, met: null, waived: null }))
      return { ...rest, stage: 'takingOver', since, reports, ...(obligations ? { obligations } : {}) }
    }
    case 'list-frozen':
      return { ...state, list: event.list }
    case 'list-reached':
      return { ...state, reached: true }
    case 'late-contract-joined':
      return { ...toldAnew(state, event.tellBy), stage: 'takingOver', late: state.late + 1 }
    case 'takeover-set-back':
      return toldAnew(state, event.tellBy)
    case 'tally-asked':
      return { ...state, tallyAskedAt: at }
    case 'discontinuance-closed':
      return { ...state, stage: 'closed' }
    case 'obligation-fulfilled':
    case 'obligation-waived':
    case 'obligation-escalated':
    case 'obligation-unheard': {
      const obligations = state.obligations?.map((one) => obligationWith(one, event, at))
      return obligations ? { ...state, obligations } : state
    }
  }
}

/** A concern after an event. */
export const foldConcern = (state: Concern, event: ConcernEvent, at: Instant): Concern => {
  if (event.type === 'concern-raised') {
    const { type: _, ...raised } = event
    return { ...raised, stage: 'open', raisedAt: at, decidedAt: null, discontinuanceId: null }
  }
  if (state.stage === 'none') return state
  if (event.type === 'concern-dismissed') return { ...state, stage: 'dismissed', decidedAt: at }
  return { ...state, stage: 'proposed', decidedAt: at, discontinuanceId: event.discontinuanceId }
}

/** A report to an authority after an event. */
export const foldSubmission = (state: Submission, event: SubmissionEvent, at: Instant): Submission => {
  if (event.type === 'submission-drafted') {
    const { type: _, ...drafted } = event
    const before = state.stage === 'none' ? 0 : state.contents
    return { ...drafted, stage: 'drafted', contents: before + 1, sentAt: null, answeredAt: null }
  }
  if (state.stage === 'none') return state
  if (event.type === 'submission-sent') {
    const { contentSha256 } = event
    return { ...state, stage: 'sent', contents: state.contents + 1, contentSha256, sentAt: at, answeredAt: null }
  }
  return { ...state, stage: event.type === 'submission-returned' ? 'returned' : 'acknowledged', answeredAt: at }
}
