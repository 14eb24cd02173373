import type { HandlersOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { changeLogRoutes } from '../../../shared/api/routes/change-log.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { downloadChangeLog, listChangeLog } from './read-change-log.ts'

/** The use cases about change logs. */
export const changeLogIn = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof changeLogRoutes> => ({
  listChangeLog: listChangeLog(deps),
  downloadChangeLog: downloadChangeLog(deps),
})
