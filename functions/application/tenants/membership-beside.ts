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

/** The membership somebody of this role has beside whoever names them; undefined where that is not theirs to name. */
export const membershipBeside = (who: Principal, role: RoleOfPeople): Membership | undefined =>
  mayName[who.role]?.includes(role) ? membershipIn(who, role) : undefined

const membershipIn = (who: Principal, role: RoleOfPeople): Membership | undefined => {
  if (isOneOf(rolesApart, role)) return { role }
  if (isOneOf(entityRoles, role)) return 'entityId' in who ? { role, entityId: who.entityId } : undefined
  if (isOneOf(resellerRoles, role))
    return 'resellerId' in who ? { role, entityId: who.entityId, resellerId: who.resellerId } : undefined
  return 'registrationBodyId' in who ? { role, registrationBodyId: who.registrationBodyId } : undefined
}
