import type { HandlersOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { findingRoutes } from '../../../shared/api/routes/search.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { relistContracts } from './relist-contracts.ts'
import { downloadFoundContracts, searchContracts } from './search-contracts.ts'

/** The use cases by which concluded contracts are found. */
export const findingIn = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof findingRoutes> => ({
  searchContracts: searchContracts(deps),
  downloadFoundContracts: downloadFoundContracts(deps),
  relistContracts: relistContracts(deps),
})
