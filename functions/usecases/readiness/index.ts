import type { HandlersOf } from '../../../shared/api/route.ts'
import type { readinessRoutes } from '../../../shared/api/routes/readiness.ts'
import type { World } from '../../ports/world.ts'
import { drillTakeover } from './drill-takeover.ts'
import { listHandover } from './list-handover.ts'
import { downloadDrillContracts, getReadiness, listDrillContracts } from './read-readiness.ts'
import { supplyHandover } from './supply-handover.ts'

/** The use cases about how ready one is for a reseller that stops. */
export const readinessIn = (world: World): HandlersOf<typeof readinessRoutes> => ({
  supplyHandover: supplyHandover(world),
  listHandover: listHandover(world),
  drillTakeover: drillTakeover(world),
  getReadiness: getReadiness(world),
  listDrillContracts: listDrillContracts(world),
  downloadDrillContracts: downloadDrillContracts(world),
})
