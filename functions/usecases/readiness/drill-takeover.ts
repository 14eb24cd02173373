import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { shardCount } from '../../../shared/domain/ids.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { handoverOn } from '../../../shared/domain/reseller/handover.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { acceptOperation, onePaper } from '../../application/operations/accept-operation.ts'
import { drillInputForm } from '../../papers/drills.ts'

/** Has a takeover rehearsed on the live portfolio. It changes no contract and tells nobody. */
export const drillTakeover =
  (deps: Dependencies): HandlerOf<Routes['drillTakeover']> =>
  async ({ params: { resellerId } }, { who: { entityId }, at, today, metadata }) => {
    const reseller = await deps.directory.reseller(entityId, resellerId)
    if (!reseller) return refuse({ kind: 'not-found', what: 'reseller' })
    const { stage } = reseller.state
    if (stage !== 'active' && stage !== 'restricted')
      return refuse({ kind: 'wrong-stage', what: 'reseller', stage, needs: ['active', 'restricted'] })
    const input = drillInputForm.write({ resellerId, on: today, handover: handoverOn(reseller.state, today) })
    const asked = { entityId, owner: entityId, kind: 'drillTakeover', total: shardCount } as const
    return deps.commits.commit({ metadata, ...acceptOperation(deps, asked, onePaper(deps, input), at) })
  }

export const costs: Costs = {
  drillTakeover: { requests: 2, readUnits: 1, writeUnits: 12 },
}
