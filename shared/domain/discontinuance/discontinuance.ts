import type { Instant } from '../plain-date.ts'
import { begun, evolveObligation, fulfilByPlatform, owedAnew } from './keeping-obligations.ts'
import type { NewObligation, Obligation } from './obligation.ts'
import type { Breach, Missing, Refusal, RefusalKind } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import { stageAt } from './window.ts'
import type { CaseReport, ExistingDiscontinuance, Discontinuance, DiscontinuanceEvent } from './states.ts'

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

const withoutRestriction = ({ restriction: _, ...state }: ExistingDiscontinuance): ExistingDiscontinuance => state

/** Drop a restriction: one that stood falls with its proposal; one only asked is asked no more. */
const withRestrictionFallen = (state: ExistingDiscontinuance): ExistingDiscontinuance =>
  state.restriction === 'standing' ? { ...state, restriction: 'fallen' } : withoutRestriction(state)

const withObligations = (
  state: ExistingDiscontinuance,
  each: (obligation: Obligation) => Obligation,
): ExistingDiscontinuance => (state.obligations ? { ...state, obligations: state.obligations.map(each) } : state)

type Decided<Kind extends RefusalKind> = Result<readonly DiscontinuanceEvent[], Refusal<Kind>>

const inStage = (state: ExistingDiscontinuance, ...needs: ExistingDiscontinuance['stage'][]) =>
  needs.includes(state.stage)
    ? undefined
    : refuse<Refusal<'wrong-stage'>>({ kind: 'wrong-stage', what: 'discontinuance', stage: state.stage, needs })

/** Takes a proposal back; also one that was waited out and has not been written down as such yet. */
export const withdrawDiscontinuance = (state: ExistingDiscontinuance): Decided<'wrong-stage'> =>
  inStage(state, 'proposed') ?? ok([{ type: 'discontinuance-withdrawn' }])

/** 第2章1.(10): a second person approves within the window, and that commit is the instant from which the implementing entity answers. */
export const approveDiscontinuance = (
  state: ExistingDiscontinuance,
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
  return ok([{ type: 'discontinuance-approved', approvedBy, since, reports, obligations }])
}

/** Closed only when nothing is missing, and the standard objects to nothing; otherwise everything that is. */
export const closeDiscontinuance = (
  state: ExistingDiscontinuance,
  { missing, breaches }: { readonly missing: readonly Missing[]; readonly breaches: readonly Breach[] },
): Decided<'wrong-stage' | 'incomplete' | 'breaches-standard'> => {
  const no = inStage(state, 'takingOver')
  if (no) return no
  if (missing.length > 0) return refuse({ kind: 'incomplete', what: 'discontinuance', missing })
  if (breaches.length > 0) return refuse({ kind: 'breaches-standard', breaches })
  // Nothing is missing, so everyone was told: that is noted where it had not been yet.
  return ok([...fulfilByPlatform(state, 'tellSmes', null), { type: 'discontinuance-closed' }])
}

/** Asks for the takeovers to be counted. Nothing where that was asked already and is not done. */
export const askForTally = (
  state: ExistingDiscontinuance,
  { counting }: { readonly counting: boolean },
): Decided<'wrong-stage'> =>
  inStage(state, 'takingOver') ?? ok(counting ? [] : [{ type: 'tally-asked', entityId: state.entityId }])
