import type { HandlersOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { obligationRoutes } from '../../../shared/api/routes/obligations.ts'
import type { World } from '../../ports/world.ts'
import { fulfilObligation, waiveObligation } from './act-on-obligation.ts'
import { listObligations } from './list-obligations.ts'
import { getObligationSettings, setObligationSettings } from './set-obligation-settings.ts'

/** The use cases behind the lines on obligations. */
export const obligationHandlersIn = (world: World): Pick<HandlersOf<Routes>, keyof typeof obligationRoutes> => ({
  listObligations: listObligations(world),
  fulfilObligation: fulfilObligation(world),
  waiveObligation: waiveObligation(world),
  getObligationSettings: getObligationSettings(world),
  setObligationSettings: setObligationSettings(world),
})
