import type { HandlersOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { discontinuanceRoutes } from '../../../shared/api/routes/discontinuances.ts'
import type { takeoverWorkRoutes } from '../../../shared/api/routes/takeover-work.ts'
import type { takeoverRoutes } from '../../../shared/api/routes/takeovers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { moveContracts } from '../takeovers/move-contracts.ts'
import { workOnTakeovers } from '../takeovers/work-on-takeovers.ts'
import { approveDiscontinuance } from './approve-discontinuance.ts'
import { closeDiscontinuance } from './close-discontinuance.ts'
import { downloadUnreached, listUnreached } from './list-unreached.ts'
import { noteCoverage } from './note-coverage.ts'
import { proposeDiscontinuance, withdrawDiscontinuance } from './propose-discontinuance.ts'
import { getDiscontinuance, getFanOut, listDiscontinuances, listTakeovers } from './read-discontinuances.ts'
import { confirmRestriction } from './confirm-restriction.ts'
import { getApprovalWindow, setApprovalWindow } from './set-approval-window.ts'
import { settleTakeover } from './settle-takeover.ts'
import { sendNoticeAgain } from './send-notice-again.ts'
import { askToTally } from './tally-takeovers.ts'
import { tellSme } from './tell-sme.ts'

/** The use cases about discontinuances and the takeovers in them. */
export const discontinuancesIn = (
  deps: Dependencies,
): Pick<
  HandlersOf<Routes>,
  keyof typeof discontinuanceRoutes | keyof typeof takeoverRoutes | keyof typeof takeoverWorkRoutes
> => ({
  proposeDiscontinuance: proposeDiscontinuance(deps),
  approveDiscontinuance: approveDiscontinuance(deps),
  confirmRestriction: confirmRestriction(deps),
  getApprovalWindow: getApprovalWindow(deps),
  setApprovalWindow: setApprovalWindow(deps),
  withdrawDiscontinuance: withdrawDiscontinuance(deps),
  tallyTakeovers: askToTally(deps),
  closeDiscontinuance: closeDiscontinuance(deps),
  listDiscontinuances: listDiscontinuances(deps),
  getDiscontinuance: getDiscontinuance(deps),
  getFanOut: getFanOut(deps),
  listTakeovers: listTakeovers(deps),
  listUnreached: listUnreached(deps),
  downloadUnreached: downloadUnreached(deps),
  tellSme: tellSme(deps),
  sendNoticeAgain: sendNoticeAgain(deps),
  noteCoverage: noteCoverage(deps),
  settleTakeover: settleTakeover(deps),
  workOnTakeovers: workOnTakeovers(deps),
  moveContracts: moveContracts(deps),
})
