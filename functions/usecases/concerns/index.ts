import type { HandlersOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { concernRoutes } from '../../../shared/api/routes/concerns.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { dismissConcern } from './dismiss-concern.ts'
import { raiseConcern } from './raise-concern.ts'
import { getConcern, listConcerns } from './read-concerns.ts'

/** The use cases about concerns. */
export const concernsIn = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof concernRoutes> => ({
  raiseConcern: raiseConcern(deps),
  dismissConcern: dismissConcern(deps),
  listConcerns: listConcerns(deps),
  getConcern: getConcern(deps),
})
