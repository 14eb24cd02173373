import type { ContractId, EntityId, RegistrationBodyId, ResellerId, ServiceId, SmeId } from './ids.ts'

/** Every role a token can carry. Admins may do what staff may, and name other people. */
export const roles = [
  'operator',
  'entityAdmin',
  'entityStaff',
  'resellerAdmin',
  'resellerStaff',
  'sme',
  'registrationBody',
  'ipa',
] as const
export type Role = (typeof roles)[number]

/** Who is asking, as the verified token says. Tenant and role come from nowhere else. */
export type Principal =
  | { readonly role: 'operator'; readonly sub: string }
  | { readonly role: 'entityAdmin' | 'entityStaff'; readonly sub: string; readonly entityId: EntityId }
  | {
      readonly role: 'resellerAdmin' | 'resellerStaff'
      readonly sub: string
      readonly entityId: EntityId
      readonly resellerId: ResellerId
    }
  | {
      /** Whoever opened a signing link and entered its code: may act on that one contract, for a short while. */
      readonly role: 'sme'
      readonly sub: string
      readonly contractId: ContractId
      readonly nonce: string
      readonly serviceId: ServiceId
      readonly smeId: SmeId
    }
  | { readonly role: 'registrationBody'; readonly sub: string; readonly registrationBodyId: RegistrationBodyId }
  | { readonly role: 'ipa'; readonly sub: string }

/** The principals that act in one of some roles. */
export type PrincipalOf<R extends Role, P = Principal> = P extends { readonly role: infer Own }
  ? Extract<Own, R> extends never
    ? never
    : P
  : never

/** The tenant a principal acts for: what its idempotency keys, cursors and lists are bound to. */
export const tenantOf = (who: Principal): string => {
  switch (who.role) {
    case 'operator':
    case 'ipa':
      return who.role
    case 'entityAdmin':
    case 'entityStaff':
      return who.entityId
    case 'resellerAdmin':
    case 'resellerStaff':
      return who.resellerId
    case 'sme':
      return who.contractId
    case 'registrationBody':
      return who.registrationBodyId
  }
}

/** Who did something, as the ledger keeps it: ids only, never a name. `system` is the platform's own relay or worker. */
export type Actor = { readonly role: Role | 'system'; readonly sub: string; readonly tenant: string }
