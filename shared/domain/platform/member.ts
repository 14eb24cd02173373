import type { EntityId, RegistrationBodyId, ResellerId } from '../ids.ts'

/** What a person may act as. One person, one role; a second role is a second account. */
export type Membership =
  | { readonly role: 'operator' | 'ipa' }
  | { readonly role: 'entityAdmin' | 'entityStaff'; readonly entityId: EntityId }
  | { readonly role: 'resellerAdmin' | 'resellerStaff'; readonly entityId: EntityId; readonly resellerId: ResellerId }
  | { readonly role: 'registrationBody'; readonly registrationBodyId: RegistrationBodyId }

/** A person who may sign in. Tokens take role and tenant from here and from nowhere else. */
export type KeptMember = { readonly stage: 'kept'; readonly sub: string; readonly membership: Membership }
export type Member = { readonly stage: 'none' } | KeptMember

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
  switch (membership.role) {
    case 'operator':
    case 'ipa':
      return membership.role
    case 'entityAdmin':
    case 'entityStaff':
      return membership.entityId
    case 'resellerAdmin':
    case 'resellerStaff':
      return membership.resellerId
    case 'registrationBody':
      return membership.registrationBodyId
  }
}
