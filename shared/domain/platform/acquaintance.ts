import { isOneOf, entityRoles, resellerRoles, type Principal } from '../people.ts'
import type { Membership } from './member.ts'

/**
 * True where whoever asks may know the people of a membership by name: one's own organization; an implementing entity and
 * its resellers each other, but not one reseller another; authorities and implementing entities each other; an SME those
 * who serve it. Of anyone else only the role is shown.
 */
export const mayKnow = (asker: Principal, of: Membership): boolean => {
  switch (asker.role) {
    case 'operator':
      return of.role === 'operator' || of.role === 'ipa'
    case 'ipa':
      return of.role === 'ipa' || isOneOf(entityRoles, of.role)
    case 'registrationBody':
      return 'registrationBodyId' in of
        ? of.registrationBodyId === asker.registrationBodyId
        : isOneOf(entityRoles, of.role)
    case 'sme':
      return 'entityId' in of
    default:
      if (!('resellerId' in asker))
        return 'entityId' in of ? of.entityId === asker.entityId : of.role === 'ipa' || of.role === 'registrationBody'
      if (isOneOf(resellerRoles, of.role)) return 'resellerId' in of && of.resellerId === asker.resellerId
      return 'entityId' in of && of.entityId === asker.entityId
  }
}
