import type { EntityId, RegistrationBodyId, ResellerId } from '../ids.ts'
import { isOneOf, namers, type EntityRole, type ResellerRole, type RoleApart, type RoleOfPeople } from '../people.ts'
import type { Instant } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'

/** Role a person may act in, with its tenant. A second tenant of the same account is a second membership. */
export type Membership =
  | { readonly role: RoleApart }
  | { readonly role: EntityRole; readonly entityId: EntityId }
  | { readonly role: ResellerRole; readonly entityId: EntityId; readonly resellerId: ResellerId }
  | { readonly role: 'registrationBody'; readonly registrationBodyId: RegistrationBodyId }

/** Stages of a member. `kept` is whoever has accepted and acts: what people are shown as active. */
export const memberStages = ['invited', 'kept', 'suspended', 'removed'] as const
export type MemberStage = (typeof memberStages)[number]

/** A person in a tenant. Tokens take role and tenant from here and from nowhere else. */
export type ExistingMember = {
  readonly stage: MemberStage
  readonly sub: string
  readonly membership: Membership
  /** Instant since when the member is in this stage; absent for one named before that was noted. */
  readonly since?: Instant
  /** True once the personal data of a removed member were erased. */
  readonly erased?: true
}
export type Member = { readonly stage: 'none' } | ExistingMember

/** What happens to a member. Why, where somebody has to say it, lies in the evidence document of the hash. */
export type MemberEvent =
  | {
      /**
       * A person was named, for the first time or again: invited, or, before invitations were accepted, at once a member.
       * With `elsewhere` the account had a membership already: `sub` is an alias under which nobody signs in, and the
       * person is written to. With `elsewhereSha256`, as it was before, the person could not follow.
       */
      readonly type: 'member-named'
      readonly sub: string
      readonly membership: Membership
      readonly invited?: true
      readonly elsewhere?: true
      readonly elsewhereSha256?: string
      readonly reasonSha256?: string
    }
  | { readonly type: 'member-accepted' }
  | { readonly type: 'member-role-changed'; readonly membership: Membership; readonly reasonSha256: string }
  | { readonly type: 'member-suspended'; readonly reasonSha256: string }
  | { readonly type: 'member-reinstated'; readonly reasonSha256: string }
  | { readonly type: 'member-removed'; readonly reasonSha256: string }
  | { readonly type: 'member-erased'; readonly reasonSha256: string }

export const noMember: Member = { stage: 'none' }

export const evolveMember = (member: Member, event: MemberEvent, at: Instant): Member => {
  if (event.type === 'member-named') {
    const { sub, membership } = event
    return event.invited ? { stage: 'invited', sub, membership, since: at } : { stage: 'kept', sub, membership }
  }
  if (member.stage === 'none') throw new Error(`${event.type} of nobody`)
  const { sub, membership } = member
  const into = (stage: MemberStage): Member => ({ stage, sub, membership, since: at })
  switch (event.type) {
    case 'member-accepted':
    case 'member-reinstated':
      return into('kept')
    case 'member-suspended':
      return into('suspended')
    case 'member-removed':
      return into('removed')
    case 'member-role-changed':
      return { ...member, membership: event.membership }
    case 'member-erased':
      return { ...member, erased: true }
  }
}

/** The organization a member acts for: the tenant its token will name. */
export const tenantOfMember = (membership: Membership): string => {
  if ('resellerId' in membership) return membership.resellerId
  if ('entityId' in membership) return membership.entityId
  if ('registrationBodyId' in membership) return membership.registrationBodyId
  return membership.role
}

/** True for a role whose people name others of their organization: of these a tenant keeps at least one. */
export const isAdmin = (role: RoleOfPeople): boolean => isOneOf(namers, role)

/** True for a member that may act now. */
export const mayAct = ({ stage }: ExistingMember): boolean => stage === 'invited' || stage === 'kept'

/** What an admin may do to a member, and from which stages. */
const stagesFor = {
  changeRole: ['invited', 'kept'],
  suspend: ['kept'],
  reinstate: ['suspended'],
  remove: ['invited', 'kept', 'suspended'],
  erase: ['removed'],
  inviteAgain: ['invited'],
} as const satisfies Record<string, readonly MemberStage[]>
export type MemberAct = keyof typeof stagesFor

/** Refuses what cannot be done to a member in its stage. */
export const inStageFor = (act: MemberAct, { stage, erased }: ExistingMember): Result<null, Refusal<'wrong-stage'>> => {
  const needs: readonly MemberStage[] = stagesFor[act]
  return needs.includes(stage) && !erased ? ok(null) : refuse({ kind: 'wrong-stage', what: 'member', stage, needs })
}
