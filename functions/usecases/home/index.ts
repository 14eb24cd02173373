import type { HandlersOf } from '../../../shared/api/route.ts'
import type { homeRoutes } from '../../../shared/api/routes/home.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { readHome } from './read-home.ts'

/** The use case behind the first page. */
export const homeIn = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof homeRoutes> => ({
  readHome: readHome(deps),
})
