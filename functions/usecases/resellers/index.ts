import type { HandlersOf } from '../../../shared/api/route.ts'
import type { resellerRoutes } from '../../../shared/api/routes/resellers.ts'
import type { World } from '../../ports/world.ts'
import {
  approveReseller,
  authorizeResale,
  endAuthorization,
  liftRestriction,
  restrictReseller,
} from './decide-on-reseller.ts'
import { inviteReseller } from './invite-reseller.ts'
import { getReseller, listResellers } from './read-resellers.ts'
import { supplyRequirement } from './supply-requirement.ts'

/** The use cases about resellers. */
export const resellersIn = (world: World): HandlersOf<typeof resellerRoutes> => ({
  inviteReseller: inviteReseller(world),
  supplyRequirement: supplyRequirement(world),
  approveReseller: approveReseller(world),
  authorizeResale: authorizeResale(world),
  endAuthorization: endAuthorization(world),
  restrictReseller: restrictReseller(world),
  liftRestriction: liftRestriction(world),
  listResellers: listResellers(world),
  getReseller: getReseller(world),
})
