import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { insuranceCover } from '../../../shared/domain/documents/insurance-cover.ts'
import { takeoverNotice } from '../../../shared/domain/documents/takeover-notice.ts'
import { refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { findVisibleContract } from '../../application/contracts/contract-access.ts'
import type { Costs } from '../../application/cost.ts'
import { withPendingTakeover } from '../../../shared/policy/pending-takeover.ts'
import { letterheadOf } from '../../application/tenants/letterheads.ts'
import { takenOver } from '../../application/documents/taken-over.ts'
import { servingUrl } from '../../application/documents/serving-url.ts'
import { waitingText } from '../../application/contracts/waiting-text.ts'
import { onPaper, revisionOf, contractToPrint } from '../../application/documents/contract-to-print.ts'

export const printContract =
  (deps: Dependencies): HandlerOf<Routes['printContract']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    return found.ok ? onPaper(deps, await contractToPrint(deps, found.value.kept.state.deal)) : found
  }

/** The document a signer has before it, for who came through the link and its code. */
export const printSigningDocument =
  (deps: Dependencies): HandlerOf<Routes['printSigningDocument']> =>
  async (_, call) => {
    const waiting = await waitingText(deps, call)
    return waiting.ok ? onPaper(deps, await contractToPrint(deps, waiting.value)) : waiting
  }

export const printInsuranceCover =
  (deps: Dependencies): HandlerOf<Routes['printInsuranceCover']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const { disclosure, ...made } = await revisionOf(deps, found.value.kept.state.deal)
    return onPaper(deps, insuranceCover(disclosure, made))
  }

/** The notice of the takeover a contract is or was last in, as its guard has it even before the worker came round. */
export const printTakeoverNotice =
  (deps: Dependencies): HandlerOf<Routes['printTakeoverNotice']> =>
  async ({ params: { contractId } }, { who, at, today }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const { state } = withPendingTakeover(found.value, at)
    const takeover = state.stage === 'live' || state.stage === 'ended' ? state.takeover : null
    if (!takeover) return refuse({ kind: 'not-found', what: 'takeover' })
    const { revision, documentSha256: sha256 } = state.deal
    const disclosure = await deps.contracts.document(contractId, revision)
    const { entityId } = state.deal
    const [page, entity, taken] = await Promise.all([
      servingUrl(deps, contractId),
      deps.directory.entity(entityId),
      takenOver(deps, state, takeover),
    ])
    // It goes out by post today, so it bears the address of today.
    const letterhead = await letterheadOf(deps, entityId, entity?.state.letterheads, today)
    return onPaper(deps, takeoverNotice(disclosure, { sha256, page, letterhead, ...taken }))
  }

export const costs: Costs = {
  printContract: { requests: 3, readUnits: 5, writeUnits: 0 },
  printSigningDocument: { requests: 3, readUnits: 5, writeUnits: 0 },
  printInsuranceCover: { requests: 3, readUnits: 5, writeUnits: 0 },
  printTakeoverNotice: { requests: 5, readUnits: 6, writeUnits: 0 },
}
