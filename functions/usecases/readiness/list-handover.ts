import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { handoverCodes } from '../../../shared/domain/reseller/handover.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { handoverView } from '../../views/readiness-view.ts'
import { isItsOwn } from '../../application/tenants/still-acts.ts'
import { handoverForm } from '../../papers/resellers.ts'

/** Every item of the list, whether it was supplied or not. */
export const listHandover =
  ({ directory, ledger }: Dependencies): HandlerOf<Routes['listHandover']> =>
  async ({ params: { resellerId } }, { who, today }) => {
    const found = isItsOwn(who, resellerId) ? await directory.reseller(who.entityId, resellerId) : undefined
    if (!found) return refuse({ kind: 'not-found', what: 'reseller' })
    const { handover = [] } = found.state
    const names = handover.map(({ code, paper }) => numbered(`handover-${code}`, paper))
    const papers = names.length > 0 ? (await ledger.papers(resellerId, names)).map(handoverForm.read) : []
    const supplied = new Map(handover.map((item, index) => [item.code, { item, words: papers[index] }]))
    const items = handoverCodes.map((code) => {
      const one = supplied.get(code)
      return handoverView(code, one?.item, one?.words, today)
    })
    return ok({ items })
  }

export const costs: Costs = {
  listHandover: { requests: 2, readUnits: 2, writeUnits: 0 },
}
