import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import { shardCount, type ResellerId } from '../../../shared/domain/ids.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { handoverOn, type HandoverCode, type HandoverStage } from '../../../shared/domain/reseller/handover.ts'
import type { World } from '../../ports/world.ts'
import type { Costs } from '../cost.ts'
import { acceptOperation, onePaper } from '../operations/accept-operation.ts'

/** What a drill goes by from its first step to its last: whose book, and the handover items as they stood that day. */
export type DrillInput = {
  readonly resellerId: ResellerId
  readonly on: PlainDate
  readonly handover: Readonly<Record<HandoverCode, HandoverStage>>
}

/** Has a takeover rehearsed on the live book. It changes no contract and tells nobody. */
export const drillTakeover =
  (world: World): HandlerOf<Routes['drillTakeover']> =>
  async ({ params: { resellerId } }, { who: { entityId }, at, today, stamp }) => {
    const reseller = await world.directory.reseller(entityId, resellerId)
    if (!reseller) return refuse({ kind: 'not-found', what: 'reseller' })
    const { stage } = reseller.state
    if (stage !== 'active' && stage !== 'restricted')
      return refuse({ kind: 'wrong-stage', what: 'reseller', stage, needs: ['active', 'restricted'] })
    const input: DrillInput = { resellerId, on: today, handover: handoverOn(reseller.state, today) }
    const asked = { entityId, owner: entityId, kind: 'drillTakeover', total: shardCount } as const
    return world.commits.commit({ stamp, ...acceptOperation(world, asked, onePaper(world, input), at) })
  }

export const costs: Costs = {
  drillTakeover: { requests: 2, readUnits: 1, writeUnits: 9 },
}
