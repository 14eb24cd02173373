import { daysAfter, type Instant, type PlainDate } from '../plain-date.ts'
import type { Missing, Refusal, RefusalKind } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import {
  isOpen,
  obligationOf,
  stageOfObligation,
  type NewObligation,
  type Obligation,
  type ObligationCode,
} from './obligation.ts'
import type { ObligationEvent, ExistingDiscontinuance } from './states.ts'

/** Obligations as they are born: nothing done, and nobody told. */
export const begun = (born: readonly NewObligation[]): readonly Obligation[] =>
  born.map((one) => ({ ...one, escalatedAt: null, met: null, waived: null }))

export const evolveObligation = (obligation: Obligation, event: ObligationEvent, at: Instant): Obligation => {
  if (obligation.code !== event.code) return obligation
  switch (event.type) {
    case 'obligation-fulfilled':
      return { ...obligation, met: { at, by: event.by, evidenceSha256: event.evidenceSha256 } }
    case 'obligation-waived':
      return { ...obligation, waived: { at, by: event.waivedBy, reasonSha256: event.reasonSha256 } }
    case 'obligation-escalated':
      return { ...obligation, escalatedAt: at }
    case 'obligation-unheard':
      return { ...obligation, unheardAt: at }
  }
}

/** Someone turned up who was not told: telling is owed anew, by a day of its own. */
export const owedAnew = (obligation: Obligation, tellBy: PlainDate): Obligation =>
  obligation.code === 'tellSmes' && !isOpen(obligation)
    ? { code: obligation.code, owner: obligation.owner, dueOn: tellBy, escalatedAt: null, met: null, waived: null }
    : obligation

type Case = Pick<ExistingDiscontinuance, 'stage' | 'obligations'>
type Decided<Kind extends RefusalKind> = Result<readonly ObligationEvent[], Refusal<Kind>>

/** An obligation that is still owed in a case that goes on; otherwise why not. */
const owed = (
  { stage, obligations = [] }: Case,
  code: ObligationCode,
  today: PlainDate,
): Result<Obligation, Refusal<'wrong-stage' | 'not-found'>> => {
  if (stage !== 'takingOver') {
    return refuse({ kind: 'wrong-stage', what: 'discontinuance', stage, needs: ['takingOver'] })
  }
  const obligation = obligations.find((one) => one.code === code)
  if (!obligation) return refuse({ kind: 'not-found', what: 'obligation' })
  if (isOpen(obligation)) return ok(obligation)
  const needs = ['scheduled', 'overdue', 'escalated']
  return refuse({ kind: 'wrong-stage', what: 'obligation', stage: stageOfObligation(obligation, today), needs })
}

type Evidence = {
  readonly code: ObligationCode
  /** The day it was done: not before the difficulty arose, and not a day to come. */
  readonly on: PlainDate
  readonly evidenceSha256: string
}

/** A person fulfils one, with evidence. What the platform knows not to be done cannot be said to be. */
export const fulfilObligation = (
  state: ExistingDiscontinuance,
  { code, on, evidenceSha256 }: Evidence,
  { today, untold }: { readonly today: PlainDate; readonly untold: readonly Missing[] },
): Decided<'wrong-stage' | 'not-found' | 'out-of-order' | 'incomplete'> => {
  const found = owed(state, code, today)
  if (!found.ok) return found
  if (on > today) return refuse({ kind: 'out-of-order', what: 'on', given: today, notBefore: on })
  const { occurredOn } = state
  if (on < occurredOn) return refuse({ kind: 'out-of-order', what: 'on', given: on, notBefore: occurredOn })
  if (code === 'tellSmes' && untold.length > 0) {
    return refuse({ kind: 'incomplete', what: 'obligation', missing: untold })
  }
  return ok([{ type: 'obligation-fulfilled', code, by: 'person', evidenceSha256 }])
}

/** An admin lets one go, with a reason: not its owner, and nothing that the standard itself orders. */
export const waiveObligation = (
  state: ExistingDiscontinuance,
  {
    code,
    waivedBy,
    reasonSha256,
  }: { readonly code: ObligationCode; readonly waivedBy: string; readonly reasonSha256: string },
  { today }: { readonly today: PlainDate },
): Decided<'wrong-stage' | 'not-found' | 'does-not-fit' | 'second-person-needed'> => {
  const found = owed(state, code, today)
  if (!found.ok) return found
  if (obligationOf[code].ordered) {
    return refuse({ kind: 'does-not-fit', what: 'code', given: code, needs: 'nothing that the standard orders' })
  }
  if (found.value.owner === waivedBy) return refuse({ kind: 'second-person-needed' })
  return ok([{ type: 'obligation-waived', code, waivedBy, reasonSha256 }])
}

/** Event of an obligation the platform knows to be done; none where it was done before, or is not owed. */
export const fulfilByPlatform = (
  { obligations = [] }: Pick<Case, 'obligations'>,
  code: ObligationCode,
  evidenceSha256: string | null,
): readonly ObligationEvent[] =>
  obligations.some((one) => one.code === code && isOpen(one))
    ? [{ type: 'obligation-fulfilled', code, by: 'platform', evidenceSha256 }]
    : []

const toEscalate = ({ stage, obligations = [] }: Case): readonly Obligation[] =>
  stage === 'takingOver' ? obligations.filter((one) => isOpen(one) && one.escalatedAt === null) : []

/** The first day on which an obligation of the case is overdue and nobody was told so yet; null where none will be. */
export const nextOverdueOn = (state: Case): PlainDate | null => {
  const [first] = toEscalate(state)
    .map(({ dueOn }) => dueOn)
    .sort()
  return first === undefined ? null : daysAfter(first, 1)
}

/** The obligations whose day has passed without anyone having been told. */
export const overdueOn = (state: Case, today: PlainDate): readonly Obligation[] =>
  toEscalate(state).filter(({ dueOn }) => dueOn < today)

/**
 * Escalate overdue obligations, as the calendar writes it down: each is escalated once, and one that is done after all
 * is not. Where it is not known yet whether everyone was told, that one waits.
 */
export const escalateObligations = (
  state: ExistingDiscontinuance,
  today: PlainDate,
  { everyoneTold }: { readonly everyoneTold: boolean | null },
): readonly ObligationEvent[] =>
  overdueOn(state, today).flatMap(({ code, dueOn }): readonly ObligationEvent[] => {
    if (code === 'tellSmes' && everyoneTold === null) return []
    return code === 'tellSmes' && everyoneTold
      ? fulfilByPlatform(state, code, null)
      : [{ type: 'obligation-escalated', entityId: state.entityId, code, dueOn }]
  })

/** Obligations that only a person can say are done, and nobody has: they keep a case from being closed. */
export const missingObligations = (obligations: readonly Obligation[] = []): readonly Missing[] =>
  obligations
    .filter((one) => isOpen(one) && obligationOf[one.code].knownBy === 'person')
    .map(({ code }) => {
      const { what } = obligationOf[code]
      return {
        code,
        suppliedBy: 'implementingEntity' as const,
        why: { ja: `まだ果たされていない義務があります：${what.ja}。`, en: `Still owed: ${what.en}.` },
      }
    })
