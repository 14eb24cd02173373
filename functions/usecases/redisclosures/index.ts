import type { HandlersOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { redisclosureRoutes } from '../../../shared/api/routes/redisclosures.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { listAffectedContracts } from './affected-contracts.ts'
import { openRedisclosure } from './open-redisclosure.ts'
import { downloadRemaining, getRedisclosure, listRedisclosures } from './read-redisclosures.ts'
import { closeRedisclosure, leaveUnderOldText, tellOfChange } from './update-campaign.ts'

/** The use cases about telling SMEs anew what a contract says. */
export const redisclosuresIn = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof redisclosureRoutes> => ({
  listAffectedContracts: listAffectedContracts(deps),
  openRedisclosure: openRedisclosure(deps),
  listRedisclosures: listRedisclosures(deps),
  getRedisclosure: getRedisclosure(deps),
  downloadRemaining: downloadRemaining(deps),
  tellOfChange: tellOfChange(deps),
  leaveUnderOldText: leaveUnderOldText(deps),
  closeRedisclosure: closeRedisclosure(deps),
})
