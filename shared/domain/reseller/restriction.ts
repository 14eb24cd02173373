import type { DiscontinuanceId } from '../ids.ts'
import type { Instant } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { ExistingReseller, ResellerEvent, FactsActedOn, RestrictingProposal } from './states.ts'

type Decided<Kind extends Refusal['kind']> = Result<readonly ResellerEvent[], Refusal<Kind>>

const inStage = (
  reseller: ExistingReseller,
  ...needs: ExistingReseller['stage'][]
): Refusal<'wrong-stage'> | undefined =>
  needs.includes(reseller.stage) ? undefined : { kind: 'wrong-stage', what: 'reseller', stage: reseller.stage, needs }

/**
 * A person stops new contracts through a reseller, and nothing else: it keeps what it has, amends, renews and supports
 * it, and answers for it. Milder than a discontinuance, and lifted again. Also beside a proposal that stopped them.
 */
export const restrictReseller = (reseller: ExistingReseller, reasonSha256: string): Decided<'wrong-stage'> => {
  const no = reseller.restrictedFor?.alone ? undefined : inStage(reseller, 'active')
  return no ? refuse(no) : ok([{ type: 'reseller-restricted', reasonSha256 }])
}

/** A person lifts what a person restricted. What a proposal restricted stands until that is withdrawn or waited out. */
export const liftRestriction = (reseller: ExistingReseller, reasonSha256: string): Decided<'wrong-stage'> => {
  const no = inStage(reseller, 'restricted')
  if (no) return refuse(no)
  if (reseller.restrictedFor?.alone) {
    return refuse({ kind: 'wrong-stage', what: 'discontinuance', stage: 'proposed', needs: ['withdrawn', 'lapsed'] })
  }
  const still = reseller.restrictedFor ? ({ stillRestricted: true } as const) : {}
  return ok([{ type: 'restriction-lifted', reasonSha256, ...still }])
}

const areTheSame = (a: FactsActedOn, b: FactsActedOn): boolean =>
  (a.concernId !== null && a.concernId === b.concernId) || (a.ground === b.ground && a.occurredOn === b.occurredOn)

/**
 * An admin's proposal stops new contracts until it is approved, withdrawn or waited out (当社解釈 of 第2章1.(10)).
 * Whoever restricted it on the same facts before cannot do so again: that takes another admin.
 */
export const restrictForProposal = (
  reseller: ExistingReseller,
  proposal: RestrictingProposal,
  reasonSha256: string,
): Decided<'wrong-stage' | 'second-person-needed'> => {
  const no = inStage(reseller, 'active', 'restricted')
  if (no) return refuse(no)
  const again = (reseller.factsActedOn ?? []).some((one) => one.by === proposal.by && areTheSame(one, proposal))
  if (again) return refuse({ kind: 'second-person-needed' })
  return ok([{ type: 'reseller-restricted', reasonSha256, proposal }])
}

/** The restriction of a proposal falls with it. One that a person set stands. */
export const liftForProposal = (
  reseller: ExistingReseller,
  discontinuanceId: DiscontinuanceId,
  reasonSha256: string,
): readonly ResellerEvent[] => {
  const { restrictedFor, entityId } = reseller
  if (restrictedFor?.discontinuanceId !== discontinuanceId) return []
  const still = restrictedFor.alone ? {} : ({ stillRestricted: true } as const)
  return [{ type: 'restriction-lifted', reasonSha256, discontinuanceId, entityId, ...still }]
}

type Restricted = Extract<ResellerEvent, { type: 'reseller-restricted' }>
type Lifted = Extract<ResellerEvent, { type: 'restriction-lifted' }>

/** Reseller after a restriction: restricted since the first of those that stand. */
export const withRestriction = (
  reseller: ExistingReseller,
  { proposal }: Restricted,
  at: NonNullable<ExistingReseller['restrictedSince']>,
): ExistingReseller => {
  const restricted = { ...reseller, stage: 'restricted', restrictedSince: reseller.restrictedSince ?? at } as const
  if (!proposal) {
    const { restrictedFor } = reseller
    return restrictedFor ? { ...restricted, restrictedFor: { ...restrictedFor, alone: false } } : restricted
  }
  const { discontinuanceId, ground, occurredOn, concernId, by, until } = proposal
  return {
    ...restricted,
    restrictedFor: { discontinuanceId, alone: reseller.stage === 'active', ...(until ? { until } : {}) },
    factsActedOn: [...(reseller.factsActedOn ?? []), { ground, occurredOn, concernId, by }],
  }
}

/** Reseller after the end of a restriction: the other one stays where two stood. */
export const withoutRestriction = (reseller: ExistingReseller, { stillRestricted, discontinuanceId }: Lifted) => {
  if (!stillRestricted) return { ...unrestricted(reseller), stage: 'active' } as const
  const { restrictedFor, ...rest } = reseller
  return discontinuanceId || !restrictedFor ? rest : { ...rest, restrictedFor: { ...restrictedFor, alone: true } }
}

/**
 * True for a reseller restricted for nothing but a proposal that was waited out by a moment, written down yet or not.
 */
export const hasFallen = ({ stage, restrictedFor }: ExistingReseller, now: Instant): boolean =>
  stage === 'restricted' &&
  restrictedFor?.alone === true &&
  restrictedFor.until !== undefined &&
  now > restrictedFor.until

export const unrestricted = ({
  restrictedSince: _,
  restrictedFor: _for,
  ...reseller
}: ExistingReseller): ExistingReseller => reseller
