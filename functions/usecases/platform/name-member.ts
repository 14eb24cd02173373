import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Principal, Role } from '../../../shared/domain/people.ts'
import type { Membership } from '../../../shared/domain/platform/member.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { World } from '../../ports/world.ts'
import type { Costs } from '../../application/cost.ts'
import { stillActs } from '../../application/tenants/still-acts.ts'
import { newMember } from '../../application/tenants/new-member.ts'

/** An admin names people of its own tenant; the operator names operators and IPA's officers. */
export const nameMember =
  (world: World): HandlerOf<Routes['nameMember']> =>
  async ({ body: { mail, name, role } }, { who, stamp }) => {
    const membership = membershipBeside(who, role)
    if (!membership)
      return refuse({ kind: 'does-not-fit', what: 'role', given: role, needs: 'a role of your own tenant' })
    const checks = await stillActs(world, who)
    if (!checks.ok) return checks
    const member = await newMember(world, { mail, name }, membership, stamp)
    if (!member.ok) return member
    const { sub, change } = member.value
    return world.commits.commit({ stamp, answer: { sub, role }, changes: [change], checks: checks.value })
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

/** By a reseller's admin one request, one read and two write units more: the reseller must still stand. */
export const costs: Costs = {
  nameMember: { requests: 2, readUnits: 1, writeUnits: 7 },
}
