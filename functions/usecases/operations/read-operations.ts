import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { shardCount, type OperationId } from '../../../shared/domain/ids.ts'
import type { KeptOperation } from '../../../shared/domain/platform/operation.ts'
import { done, refuse } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { World } from '../../ports/world.ts'
import { operationView } from '../../views/directory-views.ts'
import type { Costs } from '../../application/cost.ts'
import { acceptOperation, onePaper } from '../../application/operations/accept-operation.ts'
import { ownerOf, operationOf } from '../../application/operations/operation-of.ts'
import { outOfOrder } from '../../application/operations/report-from-index.ts'
import { ownersOf, type RecountInput } from '../../application/operations/recount.ts'
import { recountOutcomeForm } from '../../application/papers/recount.ts'

export const getOperation =
  (world: World): HandlerOf<Routes['getOperation']> =>
  async ({ params: { operationId } }, { who }) => {
    const found = await operationOf(world, who, operationId)
    return found.ok ? done(operationView(found.value)) : found
  }

const usualLimit = 50
const pagesAtOnce = 5

/** Operations, the newest first. A page may hold fewer than its limit: what does not fit is left out of what was read. */
export const listOperations =
  ({ directory, cursors }: World): HandlerOf<Routes['listOperations']> =>
  async ({ query: { limit = usualLimit, cursor, kind, stage } }, { who }) => {
    const owner = ownerOf(who)
    const scope = `${owner}/listOperations`
    const opened = cursor === undefined ? null : await cursors.open(scope, cursor)
    if (opened === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    let after = opened as OperationId | null
    const items: KeptOperation[] = []
    for (let pages = 0; pages < pagesAtOnce; pages += 1) {
      const page = await directory.operations(who.entityId, { limit: limit - items.length, after })
      for (const { state } of page.items) {
        if (state.owner === owner && (!kind || state.kind === kind) && (!stage || state.stage === stage))
          items.push(state)
      }
      after = page.next
      if (after === null || items.length === limit) break
    }
    return done({ items: items.map(operationView), nextCursor: after && (await cursors.seal(scope, after)) })
  }

/** Starts a recount of the report over a span of days. Its resellers are read first: a step of it is a shard of one. */
export const recountContracts =
  (world: World): HandlerOf<Routes['recountContracts']> =>
  async ({ body }, { who: { entityId }, at, stamp }) => {
    const no = outOfOrder(body)
    if (no) return refuse(no)
    const owners = await ownersOf(world, entityId)
    const input: RecountInput = { ...body, owners }
    const asked = { entityId, owner: entityId, kind: 'recountContracts', total: owners.length * shardCount } as const
    return world.commits.commit({ stamp, ...acceptOperation(world, asked, onePaper(world, input), at) })
  }

export const getRecount =
  (world: World): HandlerOf<Routes['getRecount']> =>
  async ({ params: { operationId } }, { who }) => {
    const found = await operationOf(world, who, operationId, ['recountContracts'])
    if (!found.ok) return found
    const { stage, steps } = found.value
    const outcome =
      stage === 'finished'
        ? recountOutcomeForm.read(await world.ledger.paper(operationId, numbered('results', steps)))
        : null
    return done({
      ...operationView(found.value),
      outcome: outcome && { ...outcome, differences: [...outcome.differences] },
    })
  }

export const costs: Costs = {
  getOperation: { requests: 1, readUnits: 1, writeUnits: 0 },
  listOperations: { requests: 1, readUnits: 1, writeUnits: 0 },
  recountContracts: { requests: 2, readUnits: 1, writeUnits: 9 },
  getRecount: { requests: 2, readUnits: 2, writeUnits: 0 },
}
