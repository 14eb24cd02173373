import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import type { EntityId, OperationId } from '../../../shared/domain/ids.ts'
import type { KeptOperation } from '../../../shared/domain/platform/operation.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { done, refuse, type Result as Found } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { World } from '../../ports/world.ts'
import { beginning } from '../change.ts'
import { outOfOrder } from '../reports/report-contracts.ts'
import { operationView } from '../views/directory-views.ts'
import type { Result } from './run-import.ts'
import type { RecountOutcome } from './run-recount.ts'
import type { Costs } from '../cost.ts'

const operationOf = async (
  { directory }: World,
  entityId: EntityId,
  operationId: OperationId,
  kind?: KeptOperation['kind'],
): Promise<Found<KeptOperation, Refusal<'not-found'>>> => {
  const found = await directory.operation(operationId)
  const own = found?.state.entityId === entityId && (kind === undefined || found.state.kind === kind)
  return found && own ? done(found.state) : refuse({ kind: 'not-found', what: 'operation' })
}

export const getOperation =
  (world: World): HandlerOf<Routes['getOperation']> =>
  async ({ params: { operationId } }, { who: { entityId } }) => {
    const found = await operationOf(world, entityId, operationId)
    return found.ok ? done(operationView(found.value)) : found
  }

/** What became of the rows so far, a step's worth to a page. */
export const listImportResults =
  (world: World): HandlerOf<Routes['listImportResults']> =>
  async ({ params: { operationId }, query: { cursor } }, { who: { entityId } }) => {
    const found = await operationOf(world, entityId, operationId, 'importContracts')
    if (!found.ok) return found
    const scope = `${operationId}/rows`
    const opened = cursor === undefined ? '1' : await world.cursors.open(scope, cursor)
    if (opened === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    const step = Number(opened)
    if (step > found.value.steps) return done({ items: [], nextCursor: null })
    const items = (await world.ledger.paper(operationId, numbered('results', step))) as Result[]
    const more = step < found.value.steps
    return done({ items, nextCursor: more ? await world.cursors.seal(scope, String(step + 1)) : null })
  }

const header = ['行番号', '会社名', '結果', '契約番号', '条項', '理由']

/** The same as a table for the clerk who has to correct the rows that were refused. */
export const downloadImportResults =
  (world: World): HandlerOf<Routes['downloadImportResults']> =>
  async ({ params: { operationId } }, { who: { entityId } }) => {
    const found = await operationOf(world, entityId, operationId, 'importContracts')
    if (!found.ok) return found
    const rows: string[][] = []
    for (let step = 1; step <= found.value.steps; step += 1) {
      const results = (await world.ledger.paper(operationId, numbered('results', step))) as Result[]
      for (const { row, name, verdict, contractId, problem } of results) {
        rows.push([
          String(row),
          name,
          verdict === 'accepted' ? '記録済み' : '不受理',
          contractId ?? '',
          ...reasonsIn(problem),
        ])
      }
    }
    return done(world.documents.csv(header, rows))
  }

type Reasoned = { readonly where?: string; readonly clause?: string; readonly why: { readonly ja: string } }

/** Clause and reasons of a problem, in one cell each. */
const reasonsIn = (problem: Result['problem']): readonly [clauses: string, reasons: string] => {
  const {
    breaches = [],
    errors = [],
    title = '',
  } = (problem ?? {}) as {
    readonly breaches?: readonly Reasoned[]
    readonly errors?: readonly Reasoned[]
    readonly title?: string
  }
  const reasons = [...breaches.map(({ why }) => why.ja), ...errors.map(({ where, why }) => `${where}: ${why.ja}`)]
  const clauses = [...new Set(breaches.map(({ clause }) => clause ?? ''))]
  return [clauses.join(' '), reasons.length > 0 ? reasons.join(' ') : title]
}

/** Starts a recount of the report over a span of days. */
export const recountContracts =
  ({ ids, digest, commits }: World): HandlerOf<Routes['recountContracts']> =>
  async ({ body }, { who: { entityId }, at, stamp }) => {
    const no = outOfOrder(body)
    if (no) return refuse(no)
    const operationId = ids.fresh('opr')
    const inputSha256 = digest(body)
    const accepted = {
      type: 'operation-accepted' as const,
      operationId,
      entityId,
      kind: 'recountContracts' as const,
      total: 1,
      inputSha256,
    }
    const papers = [{ name: 'input-0001', content: body, sha256: inputSha256 }]
    const changed = beginning('operation', operationId, [accepted], at, { papers })
    return commits.commit({ stamp, answer: operationView(changed.state as KeptOperation), changes: [changed] })
  }

export const getRecount =
  (world: World): HandlerOf<Routes['getRecount']> =>
  async ({ params: { operationId } }, { who: { entityId } }) => {
    const found = await operationOf(world, entityId, operationId, 'recountContracts')
    if (!found.ok) return found
    const { stage } = found.value
    const outcome =
      stage === 'finished' ? ((await world.ledger.paper(operationId, 'results-0001')) as RecountOutcome) : null
    return done({
      ...operationView(found.value),
      outcome: outcome && { ...outcome, differences: [...outcome.differences] },
    })
  }

export const costs: Costs = {
  getOperation: { requests: 1, readUnits: 1, writeUnits: 0 },
  listImportResults: { requests: 2, readUnits: 2, writeUnits: 0 },
  downloadImportResults: { requests: 2, readUnits: 2, writeUnits: 0 },
  recountContracts: { requests: 1, readUnits: 0, writeUnits: 9 },
  getRecount: { requests: 2, readUnits: 2, writeUnits: 0 },
}
