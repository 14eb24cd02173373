import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { ContractSummary } from '../../ports/contracts.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Seller } from '../../application/contracts/contract-access.ts'
import { contractLineView } from '../../views/contract-view.ts'
import { listedExceptionView, peopleOfExceptions } from '../../views/exception-view.ts'
import { readWhole } from '../../application/read-whole.ts'
import { unreadableFor } from '../../application/unreadable-for.ts'
import type { Costs } from '../../application/cost.ts'
import { sees, exceptionSeen } from '../../application/contracts/exception-check.ts'
import { exceptionBurdenForm, exceptionEvidenceForm, exceptionGroundForm, reasonForm } from '../../papers/statements.ts'

/** A contract under it is shown to whoever may see that contract: who handed it on does not see it any more. */
const holds = (who: Seller, { holder }: Pick<ContractSummary, 'holder'>): boolean =>
  !('resellerId' in who) || holder === who.resellerId

export const listExceptions =
  ({ directory, people }: Dependencies): HandlerOf<Routes['listExceptions']> =>
  async ({ query: { stage, serviceId } }, { who, today }) => {
    const exceptions = await directory.exceptions(who.entityId)
    const seen = exceptions.items.filter(({ state }) => sees(who, state))
    const names = await people.namesOf(peopleOfExceptions(seen.map(({ state }) => state)), who)
    const items = seen
      .map(({ state, version }) => listedExceptionView(state, version, today, names))
      .filter((one) => (!stage || one.stage === stage) && (!serviceId || one.serviceId === serviceId))
    return ok({ items, unreadable: unreadableFor(who, exceptions.unreadable), nextCursor: null })
  }

const reasonPaper: Partial<Record<string, string>> = {
  'exception-declined': 'decline',
  'exception-withdrawn': 'withdrawal',
}

/** An exception with its evidence documents. Live contracts under it are found by the SMEs it names. */
export const getException =
  ({ directory, ledger, contracts, people }: Dependencies): HandlerOf<Routes['getException']> =>
  async ({ params: { exceptionId } }, { who, today }) => {
    const found = await exceptionSeen({ directory }, who, exceptionId)
    if (!found) return refuse({ kind: 'not-found', what: 'exception' })
    const paper = (name: string, seq = 1) => ledger.paper(exceptionId, numbered(name, seq))
    const { state, version } = found
    const [ground, evidence, burden, events, lines, names] = await Promise.all([
      paper('ground').then(exceptionGroundForm.read),
      paper('evidence').then(exceptionEvidenceForm.read),
      paper('burden').then(exceptionBurdenForm.read),
      ledger.eventsOf(exceptionId),
      Promise.all(state.smeIds.map((smeId) => contracts.listOfSme(who.entityId, smeId))),
      people.namesOf(peopleOfExceptions([state]), who),
    ])
    const last = events.at(-1)
    const name = last && reasonPaper[last.event.type]
    const reason = name ? reasonForm.read(await paper(name, last.seq)).reason : null
    return ok({
      ...listedExceptionView(state, version, today, names),
      groundInWords: ground.groundInWords,
      evidence,
      burden: burden.burden,
      reason,
      liveContracts: lines
        .flatMap(readWhole)
        .filter((line) => line.stage === 'live' && line.exceptionId === exceptionId && holds(who, line))
        .map(contractLineView),
    })
  }

/** An exception for one SME; each SME more is two requests more. */
export const costs: Costs = {
  listExceptions: { requests: 3, readUnits: 5, writeUnits: 0 },
  getException: { requests: 9, readUnits: 8.5, writeUnits: 0 },
}
