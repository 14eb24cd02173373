import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { shardCount, type OperationId } from '../../../shared/domain/ids.ts'
import type { ExistingOperation } from '../../../shared/domain/platform/operation.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { Unreadable } from '../../ports/pages.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { operationView } from '../../views/directory-views.ts'
import { unreadableFor } from '../../application/unreadable-for.ts'
import type { Costs } from '../../application/cost.ts'
import { acceptOperation, onePaper } from '../../application/operations/accept-operation.ts'
import { askerOf, ownerOf, operationOf } from '../../application/operations/operation-of.ts'
import { outOfOrder } from '../../application/operations/report-from-index.ts'
import { ownersOf } from '../../application/operations/recount.ts'
import { recountInputForm, recountOutcomeForm } from '../../papers/recount.ts'

export const getOperation =
  (deps: Dependencies): HandlerOf<Routes['getOperation']> =>
  async ({ params: { operationId } }, { who }) => {
    const found = await operationOf(deps, who, operationId)
    return found.ok ? ok({ ...operationView(found.value), askedBy: await askerOf(deps, who, operationId) }) : found
  }

const usualLimit = 50
const pagesAtOnce = 5

/** Operations, the newest first. A page may hold fewer than its limit: what does not fit is left out of what was read. */
export const listOperations =
  ({ directory, cursors }: Dependencies): HandlerOf<Routes['listOperations']> =>
  async ({ query: { limit = usualLimit, cursor, kind, stage } }, { who }) => {
    const owner = ownerOf(who)
    const scope = `${owner}/listOperations`
    const opened = cursor === undefined ? null : await cursors.open(scope, cursor)
    if (opened === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    let after = opened as OperationId | null
    const items: ExistingOperation[] = []
    const unreadable: Unreadable[] = []
    for (let pages = 0; pages < pagesAtOnce; pages += 1) {
      const page = await directory.operations(who.entityId, { limit: limit - items.length, after })
      unreadable.push(...page.unreadable)
      for (const { state } of page.items) {
        if (state.owner === owner && (!kind || state.kind === kind) && (!stage || state.stage === stage))
          items.push(state)
      }
      after = page.next
      if (after === null || items.length === limit) break
    }
    return ok({
      items: items.map(operationView),
      unreadable: unreadableFor(who, unreadable),
      nextCursor: after && (await cursors.seal(scope, after)),
    })
  }

/** Starts a recount of the report over a span of days. Its resellers are read first: a step of it is a shard of one. */
export const recountContracts =
  (deps: Dependencies): HandlerOf<Routes['recountContracts']> =>
  async ({ body }, { who: { entityId }, at, metadata }) => {
    const no = outOfOrder(body)
    if (no) return refuse(no)
    const owners = await ownersOf(deps, entityId)
    const input = recountInputForm.write({ ...body, owners })
    const asked = { entityId, owner: entityId, kind: 'recountContracts', total: owners.length * shardCount } as const
    return deps.commits.commit({ metadata, ...acceptOperation(deps, asked, onePaper(deps, input), at) })
  }

export const getRecount =
  (deps: Dependencies): HandlerOf<Routes['getRecount']> =>
  async ({ params: { operationId } }, { who }) => {
    const found = await operationOf(deps, who, operationId, ['recountContracts'])
    if (!found.ok) return found
    const { stage, steps } = found.value
    const outcome =
      stage === 'finished'
        ? recountOutcomeForm.read(await deps.ledger.paper(operationId, numbered('results', steps)))
        : null
    return ok({
      ...operationView(found.value),
      outcome: outcome && { ...outcome, differences: [...outcome.differences] },
    })
  }

export const costs: Costs = {
  getOperation: { requests: 4, readUnits: 4, writeUnits: 0 },
  listOperations: { requests: 1, readUnits: 1, writeUnits: 0 },
  recountContracts: { requests: 2, readUnits: 1, writeUnits: 12 },
  getRecount: { requests: 2, readUnits: 2, writeUnits: 0 },
}
