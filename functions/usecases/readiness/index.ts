import type { HandlersOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { readinessRoutes } from '../../../shared/api/routes/readiness.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { drillTakeover } from './drill-takeover.ts'
import { listHandover } from './list-handover.ts'
import { downloadDrillContracts, getReadiness, listDrillContracts } from './read-readiness.ts'
import { supplyHandover } from './supply-handover.ts'

/** The use cases about how ready one is for a reseller that stops. */
export const readinessIn = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof readinessRoutes> => ({
  supplyHandover: supplyHandover(deps),
  listHandover: listHandover(deps),
  drillTakeover: drillTakeover(deps),
  getReadiness: getReadiness(deps),
  listDrillContracts: listDrillContracts(deps),
  downloadDrillContracts: downloadDrillContracts(deps),
})
