import { shortNumberOf } from '../../../shared/domain/short-number.ts'
import type { HandlerOf, InputOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { labelOfFacet } from '../../../shared/domain/contract/coverage.ts'
import { labelOfWeakness } from '../../../shared/domain/reseller/drill.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { drillForm, type DrillLine, drillStepForm } from '../../papers/drills.ts'
import type { Costs } from '../../application/cost.ts'
import type { Seller } from '../../application/contracts/contract-access.ts'
import { partsOfDrill, readinessView, stepsPerPart } from '../../views/readiness-view.ts'
import { isItsOwn } from '../../application/tenants/still-acts.ts'

/** The reseller, to its implementing entity and to itself; anyone else's does not exist. */
const resellerFor = async ({ directory }: Dependencies, who: Seller, resellerId: `rsl_${string}`) =>
  isItsOwn(who, resellerId) ? directory.reseller(who.entityId, resellerId) : undefined

export const getReadiness =
  (deps: Dependencies): HandlerOf<Routes['getReadiness']> =>
  async ({ params: { resellerId } }, { who, today }) => {
    const found = await resellerFor(deps, who, resellerId)
    if (!found) return refuse({ kind: 'not-found', what: 'reseller' })
    const { drill } = found.state
    const paper = drill ? drillForm.read(await deps.ledger.paper(resellerId, numbered('drill', drill.paper))) : null
    return ok(readinessView(found.state, paper, today))
  }

type Of = InputOf<Routes['listDrillContracts']>['query']['of']

const isOf = ({ fate, weaknesses, gaps }: DrillLine, of: Of): boolean => {
  if (of === undefined) return true
  if (of === 'voided') return fate === 'voided'
  if (of === 'anyGap') return gaps.length > 0
  return [...weaknesses, ...gaps].includes(of)
}

/** Number of steps of the latest drill, and the operation in which its results lie. */
const stepsOfDrill = async (deps: Dependencies, who: Seller, resellerId: `rsl_${string}`) => {
  const found = await resellerFor(deps, who, resellerId)
  if (!found) return refuse({ kind: 'not-found' as const, what: 'reseller' })
  const { drill } = found.state
  const operation = drill && (await deps.directory.operation(who.entityId, drill.operationId))
  if (!operation) return refuse({ kind: 'not-found' as const, what: 'drill' })
  return ok({ operationId: operation.state.operationId, steps: operation.state.steps })
}

const linesOf = async ({ ledger }: Dependencies, operationId: string, from: number, until: number) => {
  const names = Array.from({ length: until - from + 1 }, (_, index) => numbered('results', from + index))
  return (await ledger.papers(operationId, names)).map(drillStepForm.read)
}

const usualLimit = 50
const stepsAtOnce = 5

/** Lists the findings of the latest drill, contract by contract. A page may hold fewer than its limit. */
export const listDrillContracts =
  (deps: Dependencies): HandlerOf<Routes['listDrillContracts']> =>
  async ({ params: { resellerId }, query: { limit = usualLimit, cursor, of } }, { who }) => {
    const drill = await stepsOfDrill(deps, who, resellerId)
    if (!drill.ok) return drill
    const { operationId, steps } = drill.value
    const scope = `${operationId}/drill/${of ?? ''}`
    const opened = cursor === undefined ? '1/0' : await deps.cursors.open(scope, cursor)
    if (opened === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    const [from = 1, skip = 0] = opened.split('/').map(Number)
    const until = Math.min(steps, from + stepsAtOnce - 1)
    const items: DrillLine[] = []
    for (let step = from; step <= until; step += 1) {
      const [results] = await linesOf(deps, operationId, step, step)
      for (const [index, line] of (results?.lines ?? []).entries()) {
        if ((step === from && index < skip) || !isOf(line, of)) continue
        if (items.length === limit)
          return ok({ items: items.map(shown), nextCursor: await deps.cursors.seal(scope, `${step}/${index}`) })
        items.push(line)
      }
    }
    const nextCursor = until < steps ? await deps.cursors.seal(scope, `${until + 1}/0`) : null
    return ok({ items: items.map(shown), nextCursor })
  }

const shown = ({ weaknesses, gaps, ...line }: DrillLine) => ({
  ...line,
  shortNumber: shortNumberOf(line.contractId),
  weaknesses: [...weaknesses],
  gaps: [...gaps],
})

const header = ['契約番号', '会社名', '引継ぎでの扱い', '途切れるもの', '弱いところ', '契約ID']

/** The same as a table; whole where one answer holds it, else part by part. */
export const downloadDrillContracts =
  (deps: Dependencies): HandlerOf<Routes['downloadDrillContracts']> =>
  async ({ params: { resellerId }, query: { of, part } }, { who }) => {
    const drill = await stepsOfDrill(deps, who, resellerId)
    if (!drill.ok) return drill
    const { operationId, steps } = drill.value
    const parts = partsOfDrill(steps)
    if (part === undefined && parts > 1)
      return refuse({ kind: 'does-not-fit', what: 'part', given: 'none', needs: `a part from 1 to ${parts}` })
    if ((part ?? 1) > parts) return refuse({ kind: 'not-found', what: 'part' })
    const from = ((part ?? 1) - 1) * stepsPerPart + 1
    const results = await linesOf(deps, operationId, from, Math.min(steps, from + stepsPerPart - 1))
    const rows = results
      .flatMap(({ lines }) => lines)
      .filter((line) => isOf(line, of))
      .map(({ contractId, name, fate, weaknesses, gaps }) => [
        shortNumberOf(contractId),
        name,
        fate === 'takenOver' ? '引継ぎ' : '無効',
        gaps.map((facet) => labelOfFacet[facet].ja).join('、'),
        weaknesses.map((one) => labelOfWeakness[one].ja).join('、'),
        contractId,
      ])
    return ok({ type: 'text/csv; charset=utf-8', body: deps.documents.csv(header, rows) })
  }

export const costs: Costs = {
  getReadiness: { requests: 2, readUnits: 2, writeUnits: 0 },
  listDrillContracts: { requests: 3, readUnits: 3, writeUnits: 0 },
  downloadDrillContracts: { requests: 3, readUnits: 3, writeUnits: 0 },
}
