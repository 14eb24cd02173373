import type { HandlersOf } from '../../../shared/api/route.ts'
import type { bookRoutes } from '../../../shared/api/routes/book.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { browseContracts } from './browse-contracts.ts'
import { countContracts } from './count-contracts.ts'
import { findContracts } from './find-contracts.ts'

/** The use cases on a whole book of contracts. */
export const bookIn = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof bookRoutes> => ({
  browseContracts: browseContracts(deps),
  countContracts: countContracts(deps),
  findContracts: findContracts(deps),
})
