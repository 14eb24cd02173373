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

export type MemberEvent = { readonly type: 'member-named'; readonly sub: string; readonly membership: Membership }

export const noMember: Member = { stage: 'none' }

export const evolveMember = (_: Member, { type: _type, ...kept }: MemberEvent): Member => ({ stage: 'kept', ...kept })
