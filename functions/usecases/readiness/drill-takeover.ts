import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import { shardCount, type ResellerId } from '../../../shared/domain/ids.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import type { KeptOperation } from '../../../shared/domain/platform/operation.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { handoverOn, type HandoverCode, type HandoverStage } from '../../../shared/domain/reseller/handover.ts'
import type { World } from '../../ports/world.ts'
import { beginning } from '../change.ts'
import type { Costs } from '../cost.ts'
import { operationView } from '../views/directory-views.ts'

/** What a drill goes by from its first step to its last: whose book, and the handover items as they stood that day. */
export type DrillInput = {
  readonly resellerId: ResellerId
  readonly on: PlainDate
  readonly handover: Readonly<Record<HandoverCode, HandoverStage>>
}

/** Has a takeover rehearsed on the live book. It changes no contract and tells nobody. */
export const drillTakeover =
  ({ ids, digest, commits, directory }: World): HandlerOf<Routes['drillTakeover']> =>
  async ({ params: { resellerId } }, { who: { entityId }, at, today, stamp }) => {
    const reseller = await directory.reseller(entityId, resellerId)
    if (!reseller) return refuse({ kind: 'not-found', what: 'reseller' })
    const { stage } = reseller.state
    if (stage !== 'active' && stage !== 'restricted')
      return refuse({ kind: 'wrong-stage', what: 'reseller', stage, needs: ['active', 'restricted'] })
    const input: DrillInput = { resellerId, on: today, handover: handoverOn(reseller.state, today) }
    const operationId = ids.fresh('opr')
    const inputSha256 = digest(input)
    const accepted = {
      type: 'operation-accepted' as const,
      operationId,
      entityId,
      owner: entityId,
      kind: 'drillTakeover' as const,
      total: shardCount,
      inputSha256,
    }
    const papers = [{ name: 'input-0001', content: input, sha256: inputSha256 }]
    const changed = beginning('operation', operationId, [accepted], at, { papers })
    return commits.commit({ stamp, answer: operationView(changed.state as KeptOperation), changes: [changed] })
  }

export const costs: Costs = {
  drillTakeover: { requests: 2, readUnits: 1, writeUnits: 9 },
}
