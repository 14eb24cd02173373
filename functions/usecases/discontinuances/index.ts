import type { HandlersOf } from '../../../shared/api/route.ts'
import type { discontinuanceRoutes } from '../../../shared/api/routes/discontinuances.ts'
import type { takeoverWorkRoutes } from '../../../shared/api/routes/takeover-work.ts'
import type { takeoverRoutes } from '../../../shared/api/routes/takeovers.ts'
import type { World } from '../../ports/world.ts'
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
  world: World,
): HandlersOf<typeof discontinuanceRoutes & typeof takeoverRoutes & typeof takeoverWorkRoutes> => ({
  proposeDiscontinuance: proposeDiscontinuance(world),
  approveDiscontinuance: approveDiscontinuance(world),
  confirmRestriction: confirmRestriction(world),
  getApprovalWindow: getApprovalWindow(world),
  setApprovalWindow: setApprovalWindow(world),
  withdrawDiscontinuance: withdrawDiscontinuance(world),
  tallyTakeovers: askToTally(world),
  closeDiscontinuance: closeDiscontinuance(world),
  listDiscontinuances: listDiscontinuances(world),
  getDiscontinuance: getDiscontinuance(world),
  getFanOut: getFanOut(world),
  listTakeovers: listTakeovers(world),
  listUnreached: listUnreached(world),
  downloadUnreached: downloadUnreached(world),
  tellSme: tellSme(world),
  sendNoticeAgain: sendNoticeAgain(world),
  noteCoverage: noteCoverage(world),
  settleTakeover: settleTakeover(world),
  workOnTakeovers: workOnTakeovers(world),
  moveContracts: moveContracts(world),
})
