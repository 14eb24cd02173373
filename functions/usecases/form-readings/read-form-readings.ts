import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { findVisibleContract } from '../../application/contracts/contract-access.ts'
import type { Costs } from '../../application/cost.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'
import { findingsView } from '../../views/form-reading-view.ts'
import { formReadingForm } from '../../papers/service-records.ts'

/** Every reading of the form a contract was signed on, as the ledger and its evidence documents have it. */
export const listFormReadings =
  ({ contracts, ledger }: Dependencies): HandlerOf<Routes['listFormReadings']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await findVisibleContract(contracts, who, contractId)
    if (!found.ok) return found
    const readings = (await ledger.eventsOf(contractId)).flatMap(({ seq, at, event }) => {
      const one = event as ContractEvent
      return one.type === 'form-read' ? [{ seq, at, one }] : []
    })
    const names = readings.map(({ seq }) => numbered('form-reading', seq))
    const papers = names.length > 0 ? (await ledger.papers(contractId, names)).map(formReadingForm.read) : []
    const items = readings.map(({ at, one }, index) => {
      const paper = papers[index]
      if (!paper) throw new Error(`${contractId} lost the paper of a reading`)
      const { formName, readBy } = paper
      const { formSha256, operationId } = one
      const newest = index === readings.length - 1
      return { ...findingsView(one), formSha256, formName, readBy, recordedAt: at, operationId, newest }
    })
    return ok({ items: items.toReversed(), nextCursor: null })
  }

/** The contract, its ledger, and the evidence documents: here of one reading after an incident. */
export const costs: Costs = {
  listFormReadings: { requests: 3, readUnits: 5, writeUnits: 0 },
}
