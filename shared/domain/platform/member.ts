import type { EntityId, RegistrationBodyId, ResellerId } from '../ids.ts'
import type { EntityRole, ResellerRole, RoleApart } from '../people.ts'

/** Role a person may act in, with its tenant. One person, one role; a second role is a second account. */
export type Membership =
  | { readonly role: RoleApart }
  | { readonly role: EntityRole; readonly entityId: EntityId }
  | { readonly role: ResellerRole; readonly entityId: EntityId; readonly resellerId: ResellerId }
  | { readonly role: 'registrationBody'; readonly registrationBodyId: RegistrationBodyId }

/** A person who may sign in. Tokens take role and tenant from here and from nowhere else. */
export type ExistingMember = { readonly stage: 'kept'; readonly sub: string; readonly membership: Membership }
export type Member = { readonly stage: 'none' } | ExistingMember

/**
 * A person was named, for the first time or again. With `elsewhereSha256` it has a role in another organization and keeps
 * that: `sub` is an alias under which nobody signs in, and the person is written to, as the paper of that hash says.
 */
export type MemberEvent = {
  readonly type: 'member-named'
  readonly sub: string
  readonly membership: Membership
  readonly elsewhereSha256?: string
}

export const noMember: Member = { stage: 'none' }

export const evolveMember = (_: Member, { sub, membership }: MemberEvent): Member => ({
  stage: 'kept',
  sub,
  membership,
})

/** The organization a member acts for: the tenant its token will name. */
export const tenantOfMember = (membership: Membership): string => {
  if ('resellerId' in membership) return membership.resellerId
  if ('entityId' in membership) return membership.entityId
  if ('registrationBodyId' in membership) return membership.registrationBodyId
  return membership.role
}
