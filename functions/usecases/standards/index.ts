import type { HandlersOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { standardRoutes } from '../../../shared/api/routes/standards.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { getContractConformity, getContractConformityPage } from './contract-conformity.ts'
import { getGap, getGapPage } from './gap.ts'
import { getStandard, getStandardPage, listStandards } from './read-standards.ts'
import { getServiceConformity, getServiceConformityPage } from './service-conformity.ts'

/** The use cases behind the lines on the standard and on conformity. */
export const standardHandlersIn = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof standardRoutes> => ({
  listStandards: listStandards(),
  getStandard: getStandard(),
  getStandardPage: getStandardPage(deps),
  getServiceConformity: getServiceConformity(deps),
  getServiceConformityPage: getServiceConformityPage(deps),
  getContractConformity: getContractConformity(deps),
  getContractConformityPage: getContractConformityPage(deps),
  getGap: getGap(deps),
  getGapPage: getGapPage(deps),
})
