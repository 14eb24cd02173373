import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import {
  entityRoles,
  isOneOf,
  mayName,
  resellerRoles,
  rolesApart,
  type Principal,
  type RoleOfPeople,
} from '../../../shared/domain/people.ts'
import type { Membership } from '../../../shared/domain/platform/member.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { stillActs } from '../../application/tenants/still-acts.ts'
import { newMember } from '../../application/tenants/new-member.ts'

/** An admin names people of its own tenant; the operator names operators and IPA's officers. */
export const nameMember =
  (deps: Dependencies): HandlerOf<Routes['nameMember']> =>
  async ({ body: { mail, name, role } }, { who, metadata }) => {
    const membership = membershipBeside(who, role)
    if (!membership)
      return refuse({ kind: 'does-not-fit', what: 'role', given: role, needs: 'a role of your own tenant' })
    const checks = await stillActs(deps, who)
    if (!checks.ok) return checks
    const member = await newMember(deps, { mail, name }, membership, metadata)
    if (!member.ok) return member
    const { sub, change, people } = member.value
    return deps.commits.commit({ metadata, answer: { sub, role }, changes: [change], people, checks: checks.value })
  }

/** The membership somebody of this role has beside whoever names them; undefined where that is not theirs to name. */
const membershipBeside = (who: Principal, role: RoleOfPeople): Membership | undefined =>
  mayName[who.role]?.includes(role) ? membershipIn(who, role) : undefined

const membershipIn = (who: Principal, role: RoleOfPeople): Membership | undefined => {
  if (isOneOf(rolesApart, role)) return { role }
  if (isOneOf(entityRoles, role)) return 'entityId' in who ? { role, entityId: who.entityId } : undefined
  if (isOneOf(resellerRoles, role))
    return 'resellerId' in who ? { role, entityId: who.entityId, resellerId: who.resellerId } : undefined
  return 'registrationBodyId' in who ? { role, registrationBodyId: who.registrationBodyId } : undefined
}

/** Costs for a reseller's admin are one request, one read and two write units more: the reseller must still stand. */
export const costs: Costs = {
  nameMember: { requests: 3, readUnits: 2, writeUnits: 11 },
}
