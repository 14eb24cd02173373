import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import type { Principal, Role } from '../../../shared/domain/people.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Membership } from '../../../shared/domain/platform/member.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { done, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Change } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { beginning } from '../change.ts'
import type { Costs } from '../cost.ts'

type Person = { readonly mail: string; readonly name: string }

/** Opens an account and gives it a role. A person who has one already keeps it: one person, one role. */
export const newMember = async (
  { accounts, directory }: Pick<World, 'accounts' | 'directory'>,
  person: Person,
  membership: Membership,
  at: Instant,
): Promise<Result<{ readonly sub: string; readonly change: Change }, Refusal<'already-exists'>>> => {
  const { sub } = await accounts.open(person)
  if (await directory.member(sub)) return refuse({ kind: 'already-exists', what: 'mail' })
  return done({ sub, change: beginning('member', sub, [{ type: 'member-named', sub, membership }], at) })
}

/** An admin names people of its own tenant; the operator names operators and IPA's officers. */
export const nameMember =
  (world: World): HandlerOf<Routes['nameMember']> =>
  async ({ body: { mail, name, role } }, { who, at, stamp }) => {
    const membership = membershipBeside(who, role)
    if (!membership)
      return refuse({ kind: 'does-not-fit', what: 'role', given: role, needs: 'a role of your own tenant' })
    const member = await newMember(world, { mail, name }, membership, at)
    if (!member.ok) return member
    const { sub, change } = member.value
    return world.commits.commit({ stamp, answer: { sub, role }, changes: [change] })
  }

const membershipBeside = (who: Principal, role: Role): Membership | undefined => {
  switch (who.role) {
    case 'operator':
      return role === 'operator' || role === 'ipa' ? { role } : undefined
    case 'ipa':
      return role === 'ipa' ? { role } : undefined
    case 'entityAdmin':
      return role === 'entityAdmin' || role === 'entityStaff' ? { role, entityId: who.entityId } : undefined
    case 'resellerAdmin':
      return role === 'resellerAdmin' || role === 'resellerStaff'
        ? { role, entityId: who.entityId, resellerId: who.resellerId }
        : undefined
    case 'registrationBody':
      return role === 'registrationBody' ? { role, registrationBodyId: who.registrationBodyId } : undefined
    default:
      return undefined
  }
}

export const costs: Costs = {
  nameMember: { requests: 2, readUnits: 1, writeUnits: 6 },
}
