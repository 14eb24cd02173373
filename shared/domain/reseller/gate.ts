import type { DiscontinuanceId, EntityId, Holder, PortfolioOwner, ServiceId } from '../ids.ts'
import { covers, type Instant, type PlainDate } from '../plain-date.ts'
import type { Authorizations, KeptReseller } from './reseller.ts'

type Named = { readonly name: string; readonly corporateNumber: string }

/**
 * What a signing must find unchanged about a portfolio, and what every read of responsibility honours: whose it is,
 * whether contracts may be signed through it, and who answers since when. Kept once a shard, flipped in one
 * transaction; `epoch` is the owner's version in the ledger
 * as of the last flip. A fence closes one shard to signings ahead of a flip.
 */
export type PortfolioGate = {
  readonly owner: PortfolioOwner
  readonly entityId: EntityId
  /** The owner, and the implementing entity behind it, as documents name them. */
  readonly name: string
  readonly corporateNumber: string
  readonly entity: Named
  readonly stage: 'closed' | 'open' | 'discontinued'
  readonly authorizations: Authorizations
  readonly discontinued: { readonly since: Instant; readonly discontinuanceId: DiscontinuanceId } | null
  readonly fence: DiscontinuanceId | null
  readonly epoch: number
}

export const gateOfReseller = (
  reseller: KeptReseller,
  { name, corporateNumber }: Named,
  epoch: number,
): PortfolioGate => ({
  owner: reseller.resellerId,
  entityId: reseller.entityId,
  name: reseller.name,
  corporateNumber: reseller.corporateNumber ?? '',
  entity: { name, corporateNumber },
  stage: reseller.stage === 'invited' ? 'closed' : reseller.stage === 'active' ? 'open' : 'discontinued',
  authorizations: reseller.authorizations,
  discontinued: reseller.discontinued,
  fence: null,
  epoch,
})

/** The implementing entity's own portfolio, for contracts it makes itself: open, and for all its services. */
export const gateOfEntity = (
  { entityId, name, corporateNumber }: Named & { readonly entityId: EntityId },
  epoch: number,
): PortfolioGate => ({
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

/** Whether the owner may sell the service on a day: the implementing entity always, a reseller as authorized. */
export const mayResell = (gate: PortfolioGate, serviceId: ServiceId, day: PlainDate): boolean => {
  if (gate.owner === gate.entityId) return true
  return (gate.authorizations[serviceId] ?? []).some((period) => covers(period, day))
}

/** Who answers for what lies behind this gate now. */
export const answersBehind = (gate: PortfolioGate): Holder => (gate.discontinued ? gate.entityId : gate.owner)
