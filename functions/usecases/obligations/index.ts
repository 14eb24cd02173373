import type { HandlersOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { obligationRoutes } from '../../../shared/api/routes/obligations.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { fulfilObligation, waiveObligation } from './act-on-obligation.ts'
import { listObligations } from './list-obligations.ts'
import { getObligationSettings, setObligationSettings } from './set-obligation-settings.ts'

/** The use cases behind the lines on obligations. */
export const obligationHandlersIn = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof obligationRoutes> => ({
  listObligations: listObligations(deps),
  fulfilObligation: fulfilObligation(deps),
  waiveObligation: waiveObligation(deps),
  getObligationSettings: getObligationSettings(deps),
  setObligationSettings: setObligationSettings(deps),
})
