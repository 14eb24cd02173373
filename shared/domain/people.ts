import type { ContractId, EntityId, RegistrationBodyId, ResellerId, ServiceId, SmeId } from './ids.ts'
import type { Words } from './words.ts'

/** The roles of an implementing entity's people. */
export const entityRoles = ['entityAdmin', 'entityStaff'] as const
export type EntityRole = (typeof entityRoles)[number]

/** The roles of a reseller's people. */
export const resellerRoles = ['resellerAdmin', 'resellerStaff'] as const
export type ResellerRole = (typeof resellerRoles)[number]

/** The roles that belong to no organization known here: each is a tenant of its own. */
export const rolesApart = ['operator', 'ipa'] as const
export type RoleApart = (typeof rolesApart)[number]

/** The roles of those to whom an implementing entity answers. */
export const authorityRoles = ['ipa', 'registrationBody'] as const

/** Every role of people who sign in. */
export const rolesOfPeople = [...rolesApart, ...entityRoles, ...resellerRoles, 'registrationBody'] as const
export type RoleOfPeople = (typeof rolesOfPeople)[number]

/** Every role a token can carry: those of people, and whoever came through a signing link. */
export const roles = [...rolesOfPeople, 'sme'] as const
export type Role = (typeof roles)[number]

/** Names of the roles. */
export const labelOfRole: Readonly<Record<Role, Words>> = {
  operator: { ja: '運用者', en: 'operator' },
  entityAdmin: { ja: '実施主体の管理者', en: 'administrator of the implementing entity' },
  entityStaff: { ja: '実施主体の担当者', en: 'staff of the implementing entity' },
  resellerAdmin: { ja: '再販協力会社の管理者', en: 'administrator of the reseller' },
  resellerStaff: { ja: '再販協力会社の担当者', en: 'staff of the reseller' },
  registrationBody: { ja: '審査登録機関', en: 'registration body' },
  ipa: { ja: 'IPA', en: 'IPA' },
  sme: { ja: 'ユーザー', en: 'user' },
}

/** True for a role that is one of some. */
export const isOneOf = <One extends Role>(some: readonly One[], role: Role): role is One =>
  (some as readonly Role[]).includes(role)

const named = {
  operator: rolesApart,
  entityAdmin: entityRoles,
  resellerAdmin: resellerRoles,
  registrationBody: ['registrationBody'],
  ipa: ['ipa'],
} as const satisfies Partial<Record<Role, readonly RoleOfPeople[]>>

/** Whom someone in a role may name: admins people of their own organization, the operator other operators and IPA's. */
export const mayName: Partial<Record<Role, readonly RoleOfPeople[]>> = named

/** The roles that may name anybody. */
export const namers = Object.keys(named) as (keyof typeof named)[]

/**
 * Subject of the account somebody signed in with, where that is not the subject of the membership: of an account's
 * second membership and on. It is told to nobody but the person.
 */
type Account = { readonly account?: string }

/** Caller, as the verified token says. Tenant and role come from nowhere else. */
export type Principal =
  | ({ readonly role: 'operator'; readonly sub: string } & Account)
  | ({ readonly role: EntityRole; readonly sub: string; readonly entityId: EntityId } & Account)
  | ({
      readonly role: ResellerRole
      readonly sub: string
      readonly entityId: EntityId
      readonly resellerId: ResellerId
    } & Account)
  | {
      /** Whoever opened a signing link and entered its code: may act on that one contract, for a short while. */
      readonly role: 'sme'
      readonly sub: string
      readonly contractId: ContractId
      readonly nonce: string
      readonly serviceId: ServiceId
      readonly smeId: SmeId
    }
  | ({
      readonly role: 'registrationBody'
      readonly sub: string
      readonly registrationBodyId: RegistrationBodyId
    } & Account)
  | ({ readonly role: 'ipa'; readonly sub: string } & Account)

/** The principals that act in one of some roles. */
export type PrincipalOf<R extends Role, P = Principal> = P extends { readonly role: infer Own }
  ? Extract<Own, R> extends never
    ? never
    : P
  : never

/** The tenant a principal acts for: what its idempotency keys, cursors and lists are bound to. */
export const tenantOf = (who: Principal): string => {
  if ('resellerId' in who) return who.resellerId
  if ('entityId' in who) return who.entityId
  if ('contractId' in who) return who.contractId
  if ('registrationBodyId' in who) return who.registrationBodyId
  return who.role
}

/**
 * Actor of an event, as the ledger keeps it: ids only, never a name. `system` is the platform's own relay or worker.
 */
export type Actor = { readonly role: Role | 'system'; readonly sub: string; readonly tenant: string }
