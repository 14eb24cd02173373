import type { Instant, PlainDate } from '../plain-date.ts'
import type { Refusal, RefusalKind } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import { stageAt } from './window.ts'
import type { DiscontinuanceEvent, ExistingDiscontinuance } from './states.ts'

type Decided<Kind extends RefusalKind> = Result<readonly DiscontinuanceEvent[], Refusal<Kind>>

/**
 * Propose, as one person, that a reseller cannot continue. Nothing arises or is known later than today, nor known
 * before it arose.
 */
export const proposeDiscontinuance = (
  proposal: Omit<Extract<DiscontinuanceEvent, { type: 'discontinuance-proposed' }>, 'type'>,
  { today }: { readonly today: PlainDate },
): Decided<'out-of-order'> => {
  const { occurredOn, knownOn = occurredOn } = proposal
  if (occurredOn > today)
    return refuse({ kind: 'out-of-order', what: 'occurredOn', given: today, notBefore: occurredOn })
  if (knownOn > today) return refuse({ kind: 'out-of-order', what: 'knownOn', given: today, notBefore: knownOn })
  if (knownOn < occurredOn) {
    return refuse({ kind: 'out-of-order', what: 'knownOn', given: knownOn, notBefore: occurredOn })
  }
  return ok([{ type: 'discontinuance-proposed', ...proposal }])
}

/** The day the difficulty was known: from it the implementing entity answers to the SME (当社解釈 of 第2章1.(10)). */
export const knownOnOf = ({ knownOn, occurredOn }: Pick<ExistingDiscontinuance, 'knownOn' | 'occurredOn'>): PlainDate =>
  knownOn ?? occurredOn

/** An admin restricts the reseller for a proposal that waits, where its proposer could not. */
export const confirmRestriction = (
  state: ExistingDiscontinuance,
  { by, at }: { readonly by: string; readonly at: Instant },
): Decided<'wrong-stage'> => {
  const stage = stageAt(state, at)
  if (stage !== 'proposed') return refuse({ kind: 'wrong-stage', what: 'discontinuance', stage, needs: ['proposed'] })
  return state.restriction === 'standing'
    ? refuse({ kind: 'wrong-stage', what: 'restriction', stage: 'standing', needs: ['asked'] })
    : ok([{ type: 'restriction-confirmed', by }])
}
