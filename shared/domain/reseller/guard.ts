import type { DiscontinuanceId, EntityId, Holder, PortfolioOwner, ServiceId } from '../ids.ts'
import { covers, dayInJapan, type Instant, type PlainDate } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import type { Discontinued } from '../discontinued.ts'
import type { Authorizations, ExistingReseller, ResellerStage } from './states.ts'

type Named = { readonly name: string; readonly corporateNumber: string }

export const portfolioGateStages = ['closed', 'open', 'restricted', 'discontinued'] as const
type PortfolioGateStage = (typeof portfolioGateStages)[number]

/**
 * Guard of a portfolio, which a signing must find unchanged and every read of responsibility honours: whose it is,
 * whether contracts may be signed through it, and who answers since when. Kept once a shard, flipped in one
 * transaction; `epoch` is the owner's version in the ledger as of the last flip. `fence` closes one shard to signings
 * ahead of a flip.
 */
export type PortfolioGuard = {
  readonly owner: PortfolioOwner
  readonly entityId: EntityId
  /** The owner, and the implementing entity behind it, as documents name them. */
  readonly name: string
  readonly corporateNumber: string
  readonly entity: Named
  readonly stage: PortfolioGateStage
  readonly authorizations: Authorizations
  /** Instant since which nobody new is signed through it; only while that is so. */
  readonly restrictedSince?: Instant
  /** The last instant of that, where it stands for a proposal alone that is waited out by then; absent: until it is lifted. */
  readonly restrictedUntil?: Instant
  readonly discontinued: Discontinued | null
  readonly fence: DiscontinuanceId | null
  readonly epoch: number
}

const gateStages = {
  invited: 'closed',
  active: 'open',
  restricted: 'restricted',
  discontinued: 'discontinued',
} as const satisfies Record<ResellerStage, PortfolioGuard['stage']>

export const gateOfReseller = (
  reseller: ExistingReseller,
  { name, corporateNumber }: Named,
  epoch: number,
): PortfolioGuard => ({
  owner: reseller.resellerId,
  entityId: reseller.entityId,
  name: reseller.name,
  corporateNumber: reseller.corporateNumber ?? '',
  entity: { name, corporateNumber },
  stage: gateStages[reseller.stage],
  authorizations: reseller.authorizations,
  ...(reseller.restrictedSince ? { restrictedSince: reseller.restrictedSince } : {}),
  ...(reseller.restrictedFor?.alone && reseller.restrictedFor.until
    ? { restrictedUntil: reseller.restrictedFor.until }
    : {}),
  discontinued: reseller.discontinued,
  fence: null,
  epoch,
})

/** The implementing entity's own portfolio, for contracts it makes itself: open, and for all its services. */
export const gateOfEntity = (
  { entityId, name, corporateNumber }: Named & { readonly entityId: EntityId },
  epoch: number,
): PortfolioGuard => ({
  owner: entityId,
  entityId,
  name,
  corporateNumber,
  entity: { name, corporateNumber },
  stage: 'open',
  authorizations: {},
  discontinued: null,
  fence: null,
  epoch,
})

/** True if the owner may sell the service on a day: the implementing entity always, a reseller as authorized. */
export const mayResell = (gate: PortfolioGuard, serviceId: ServiceId, day: PlainDate): boolean => {
  if (gate.owner === gate.entityId) return true
  return (gate.authorizations[serviceId] ?? []).some((period) => covers(period, day))
}

/**
 * True while what was signed through it is served: amended, renewed, supported. A restricted reseller goes on with
 * that.
 */
export const servesOn = ({ stage }: Pick<PortfolioGuard, 'stage'>): boolean =>
  stage === 'open' || stage === 'restricted'

/**
 * The refusal of a new contract through a reseller that is restricted at a moment. What was restricted for a proposal
 * falls at the instant that was waited out, whether or not the calendar has written it down.
 */
export const refuseIfRestricted = (
  { stage, restrictedUntil }: Pick<PortfolioGuard, 'stage' | 'restrictedUntil'>,
  now: Instant,
): Refusal<'wrong-stage'> | undefined =>
  stage === 'restricted' && (restrictedUntil === undefined || now <= restrictedUntil)
    ? { kind: 'wrong-stage', what: 'reseller', stage, needs: ['active'] }
    : undefined

/** True if it still signed on a day: on that of its restriction itself it did. */
export const stillSignedOn = ({ restrictedSince }: PortfolioGuard, day: PlainDate): boolean =>
  restrictedSince === undefined || day <= dayInJapan(restrictedSince)

/** Holder that answers for what lies behind this guard now. */
export const answersBehind = (gate: PortfolioGuard): Holder => (gate.discontinued ? gate.entityId : gate.owner)
