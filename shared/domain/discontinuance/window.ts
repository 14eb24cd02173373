import { later, type Instant } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { DiscontinuanceEvent, ExistingDiscontinuance } from './states.ts'

/**
 * Hours a second person has to approve a proposal. The standard knows no such window: what is usual, and the least and
 * the most an implementing entity may set, are ours (当社の定め).
 */
export const approvalWindow = { usualHours: 72, leastHours: 1, mostHours: 336 } as const

const hourMs = 3_600_000

/** The last instant at which a proposal made now can be approved. */
export const approveBy = (at: Instant, hours: number = approvalWindow.usualHours): Instant => later(at, hours * hourMs)

type Waiting = Pick<ExistingDiscontinuance, 'stage' | 'approveBy'>

/** True for a proposal that was waited out: its last instant is still in. */
export const hasLapsed = ({ stage, approveBy: last }: Waiting, now: Instant): boolean =>
  stage === 'proposed' && now > last

/** Stage of a case at a moment: what was waited out has lapsed, written down yet or not. */
export const stageAt = (state: Waiting, now: Instant): ExistingDiscontinuance['stage'] =>
  hasLapsed(state, now) ? 'lapsed' : state.stage

/** Writes down that a proposal was waited out. Not before its last instant is over. */
export const lapseDiscontinuance = (
  state: ExistingDiscontinuance,
  now: Instant,
): Result<readonly DiscontinuanceEvent[], Refusal<'wrong-stage'>> =>
  hasLapsed(state, now)
    ? ok([{ type: 'discontinuance-lapsed' }])
    : refuse({ kind: 'wrong-stage', what: 'discontinuance', stage: state.stage, needs: ['lapsed'] })
