import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { shardCount } from '../../../shared/domain/ids.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import { ownersOf } from '../../application/operations/recount.ts'
import { acceptOperation, onePaper } from '../../application/operations/accept-operation.ts'
import { relistInputForm } from '../../papers/recount.ts'

/** Has all listings of an implementing entity made anew, by portfolio. What is signed meanwhile is listed as ever. */
export const relistContracts =
  (deps: Dependencies): HandlerOf<Routes['relistContracts']> =>
  async (_, { who: { entityId }, at, metadata }) => {
    const owners = await ownersOf(deps, entityId)
    const input = relistInputForm.write({ owners })
    const total = owners.length * shardCount
    const asked = { entityId, owner: entityId, kind: 'relistContracts', total } as const
    return deps.commits.commit({ metadata, ...acceptOperation(deps, asked, onePaper(deps, input), at) })
  }

export const costs: Costs = {
  relistContracts: { requests: 2, readUnits: 1, writeUnits: 12 },
}
