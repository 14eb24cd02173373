import type { Contract } from '../contract/states.ts'
import type { Actor } from '../people.ts'
import { tenantOfMember } from '../platform/member.ts'
import type { AggregateKind, EventOf, StateOf } from './aggregates.ts'

/** What happened to an aggregate, by whom, and the state it came to with the whole change. */
export type Happened = {
  readonly [Kind in AggregateKind]: {
    readonly kind: Kind
    readonly state: StateOf<Kind>
    readonly event: EventOf<Kind>
    readonly actor: Actor
  }
}[AggregateKind]

/**
 * Tenants that an event concerns, one in each of two places: `house` is the implementing entity, or the operator where it
 * acts on what belongs to none; `beside` is another one: a reseller, a registration body, IPA, or the operator.
 */
type Concerned = { readonly house: string | null; readonly beside: string | null }

const isReseller = (tenant: string | null | undefined): tenant is string => tenant?.startsWith('rsl_') ?? false

/** Reseller, where that is one. */
const reseller = (tenant: string | null | undefined): string | null => (isReseller(tenant) ? tenant : null)

/** Whoever answers for a contract after the change; while it is prepared, its seller. */
const answering = (contract: Exclude<Contract, { stage: 'none' }>): string | undefined =>
  'responsibility' in contract ? contract.responsibility.at(-1)?.party : contract.deal.seller

/** Tenants that an event concerns by what it happened to, whoever did it. */
const byObject = (one: Happened): Concerned => {
  if (one.state.stage === 'none') return { house: null, beside: null }
  switch (one.kind) {
    case 'contract':
      return 'deal' in one.state
        ? { house: one.state.deal.entityId, beside: reseller(answering(one.state)) }
        : { house: null, beside: null }
    case 'member': {
      const { membership } = one.state
      const tenant = tenantOfMember(membership)
      return 'entityId' in membership
        ? { house: membership.entityId, beside: reseller(tenant) }
        : { house: null, beside: tenant }
    }
    case 'registrationBody':
      return { house: null, beside: one.state.registrationBodyId }
    case 'reseller':
      return { house: one.state.entityId, beside: one.state.resellerId }
    case 'separateContractException':
    case 'smeIdentity':
      return { house: one.state.entityId, beside: reseller(one.state.seller) }
    case 'operation':
      return { house: one.state.entityId, beside: reseller(one.state.owner) }
    case 'file':
      return { house: one.state.entityId, beside: reseller(one.state.broughtBy) }
    case 'submission':
      // A draft is nobody's but its writer's: an authority hears of it when it is sent.
      return { house: one.state.entityId, beside: one.event.type === 'submission-drafted' ? null : one.state.to }
    case 'concern':
      // What it said itself, and what became of that; whether a proposal rests on it is the implementing entity's own.
      return {
        house: one.state.entityId,
        beside: one.state.cause === 'told' && one.event.type !== 'concern-proposed' ? one.state.resellerId : null,
      }
    case 'entity':
    case 'service':
    case 'discontinuance':
    case 'redisclosure':
    case 'archive':
      return { house: one.state.entityId, beside: null }
  }
}

/**
 * Tenants in whose change log an event stands: those it concerns by what it happened to, and that of whoever did it. A
 * reseller's are its own acts, and what is done to it and to contracts while it answers for them; never another's.
 */
export const tenantsConcerned = (one: Happened): Concerned => {
  const { house, beside } = byObject(one)
  const { role, tenant } = one.actor
  if (isReseller(tenant)) return { house, beside: beside ?? tenant }
  if (role !== 'operator' || beside === 'operator') return { house, beside }
  return house === null ? { house: 'operator', beside } : { house, beside: beside ?? 'operator' }
}
