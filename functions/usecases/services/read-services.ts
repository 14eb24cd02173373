import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { editionOf, judgeVersion } from '../../../shared/policy/judging.ts'
import { writtenIn, type Shown } from '../../views/written.ts'
import { serviceView } from '../../views/directory-views.ts'
import { filesShown } from '../../application/files/files-shown.ts'
import type { Costs } from '../../application/cost.ts'

export const listServices =
  ({ directory }: Dependencies): HandlerOf<Routes['listServices']> =>
  async (_, { who: { entityId } }) => {
    const { items, unreadable } = await directory.services(entityId)
    return ok({
      items: items.map(({ state, version }) => serviceView(state, version)),
      unreadable: [...unreadable],
      nextCursor: null,
    })
  }

export const getService =
  (deps: Dependencies): HandlerOf<Routes['getService']> =>
  async ({ params: { serviceId } }, { who, today }) => {
    const found = await deps.directory.service(who.entityId, serviceId)
    if (!found) return refuse({ kind: 'not-found', what: 'service' })
    const [written, files] = await Promise.all([
      writtenIn(deps, who, serviceId, ofService),
      filesShown(deps, who, serviceId, today),
    ])
    return ok({ ...serviceView(found.state, found.version), written: [...written], files })
  }

/** A version's facts, judged anew by its own edition. */
export const getServiceVersion =
  ({ directory, facts }: Dependencies): HandlerOf<Routes['getServiceVersion']> =>
  async ({ params: { serviceId, number } }, { who: { entityId } }) => {
    const found = await directory.service(entityId, serviceId)
    const version = found?.state.versions.find((one) => one.number === number)
    if (!version) return refuse({ kind: 'not-found', what: 'serviceVersion' })
    const said = await facts(serviceId, number)
    const judged = judgeVersion(editionOf(version.edition), said, version.offeredFrom !== null)
    return ok({ serviceId, ...version, facts: said as never, ...judged })
  }

const ofService: Shown = { documents: ['change', 'evidence'], between: [['change-', 'evidence-~']] }

/**
 * A service is read with its changes in words and its evidence: its ledger, the evidence documents beside it, names,
 * and the list of its files.
 */
export const costs: Costs = {
  listServices: { requests: 1, readUnits: 1, writeUnits: 0 },
  getService: { requests: 6, readUnits: 5.5, writeUnits: 0 },
  getServiceVersion: { requests: 1, readUnits: 1, writeUnits: 0 },
}
