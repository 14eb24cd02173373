import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { disclosureItemCodes } from '../../../shared/domain/disclosure-items.ts'
import {
  openRedisclosure as decideOpening,
  type ExistingRedisclosure,
} from '../../../shared/domain/redisclosure/redisclosure.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { redisclosureOf } from '../../ports/unique-keys.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { beginning } from '../../application/change.ts'
import { redisclosureView } from '../../views/redisclosure-view.ts'
import { changedSince, contractsOf, ownersOf } from '../../application/redisclosures/old-contracts.ts'
import type { Costs } from '../../application/cost.ts'

/** Opens a campaign and counts the contracts it is about. There is one for a version, ever. */
export const openRedisclosure =
  (deps: Dependencies): HandlerOf<Routes['openRedisclosure']> =>
  async ({ params: { serviceId, number }, body: { dueOn } }, { who: { entityId, sub }, at, today, metadata }) => {
    const service = await deps.directory.service(entityId, serviceId)
    const version = service?.state.versions.find((one) => one.number === number)
    if (!service || !version) return refuse({ kind: 'not-found', what: 'serviceVersion' })
    const redisclosureId = deps.ids.fresh('rdc')
    const claim = redisclosureOf(serviceId, number, redisclosureId)
    if (await deps.commits.holderOf(claim)) return refuse({ kind: 'already-exists', what: 'redisclosure' })

    const changed = await changedSince(deps, service.state, number)
    const { owners } = await ownersOf(deps, entityId)
    const contracts = changed.size > 0 ? await contractsOf(deps, owners, { serviceId, openedAt: at }, changed) : []
    const differing = new Set([...changed.values()].flat())
    const decision = decideOpening(
      {
        redisclosureId,
        entityId,
        serviceId,
        dueOn,
        toVersion: number,
        items: disclosureItemCodes.filter((code) => differing.has(code)),
        contracts: contracts.filter(({ stage, counted }) => stage === 'live' && counted).length,
        openedBy: sub,
      },
      { published: version.offeredFrom !== null, today },
    )
    if (!decision.ok) return decision
    const change = beginning('redisclosure', redisclosureId, decision.value, at)
    return deps.commits.commit({
      metadata,
      answer: redisclosureView(change.state as ExistingRedisclosure, 1, today),
      changes: [change],
      claims: [claim],
    })
  }

/** The books of everyone who holds a contract are read whole, as for a gap report. */
export const costs: Costs = {
  openRedisclosure: { requests: 68, readUnits: 67, writeUnits: 11 },
}
