import type { HandlersOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { resellerRoutes } from '../../../shared/api/routes/resellers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
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
export const resellersIn = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof resellerRoutes> => ({
  inviteReseller: inviteReseller(deps),
  supplyRequirement: supplyRequirement(deps),
  approveReseller: approveReseller(deps),
  authorizeResale: authorizeResale(deps),
  endAuthorization: endAuthorization(deps),
  restrictReseller: restrictReseller(deps),
  liftRestriction: liftRestriction(deps),
  listResellers: listResellers(deps),
  getReseller: getReseller(deps),
})
