import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Span } from '../../../shared/domain/aggregates/contract-report.ts'
import type { EntityId, PortfolioOwner, ResellerId } from '../../../shared/domain/ids.ts'
import { dayInJapan, type Instant } from '../../../shared/domain/plain-date.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { labelOfType } from '../../../shared/domain/service/facts.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Costs } from '../../application/cost.ts'
import type { ExistingReseller } from '../../../shared/domain/reseller/states.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { entityOf } from '../../application/tenants/entity.ts'
import { reportFromIndex, outOfOrder } from '../../application/operations/report-from-index.ts'
import { readWhole } from '../../application/read-whole.ts'

const resellerOf = (seller: PortfolioOwner, entityId: EntityId): ResellerId | null =>
  seller === entityId ? null : (seller as ResellerId)

const assembled = async (deps: Dependencies, entityId: EntityId, span: Span, madeAt: Instant) => {
  const exceptions = new Map(
    readWhole(await deps.directory.exceptions(entityId)).map(({ state }) => [state.exceptionId as string, state]),
  )
  const [report, entity, resellers, cases] = await Promise.all([
    reportFromIndex(deps, entityId, span, dayInJapan(madeAt), exceptions),
    entityOf(deps, entityId),
    deps.directory.resellers(entityId),
    deps.directory.discontinuances(entityId),
  ])
  const known = new Map<string, ExistingReseller>(readWhole(resellers).map(({ state }) => [state.resellerId, state]))
  const nameOf = (seller: string) => known.get(seller)?.name ?? entity.name
  return {
    entityId,
    entityName: entity.name,
    ...span,
    madeAt,
    totals: report.totals,
    byReseller: [...report.bySeller].map(([seller, tally]) => ({
      resellerId: resellerOf(seller, entityId),
      name: nameOf(seller),
      stage: known.get(seller)?.stage ?? 'direct',
      ...tally,
    })),
    byMonitoringType: [...report.byMonitoringType].map(([monitoringType, tally]) => ({ monitoringType, ...tally })),
    byPrefecture: [...report.byPrefecture].map(([prefecture, tally]) => ({ prefecture, ...tally })),
    byMonth: [...report.byMonth].map(([month, tally]) => ({ month, ...tally })),
    cells: report.cells.map(({ seller, ...cell }) => ({ resellerId: resellerOf(seller, entityId), ...cell })),
    lapsedExceptions: [...report.lapsed].flatMap(([exceptionId, contracts]) => {
      const state = exceptions.get(exceptionId)
      if (!state) return []
      const { seller, serviceId, expiresOn } = state
      const stage = state.stage === 'withdrawn' ? ('withdrawn' as const) : ('expired' as const)
      return { exceptionId, resellerId: resellerOf(seller, entityId), serviceId, stage, expiresOn, contracts }
    }),
    openDiscontinuances: readWhole(cases)
      .map(({ state }) => state)
      .filter(
        (state): state is ExistingDiscontinuance & { since: NonNullable<ExistingDiscontinuance['since']> } =>
          state.stage === 'takingOver' && state.since !== null,
      )
      .map(({ discontinuanceId, resellerId, ground, since, list, late }) => ({
        discontinuanceId,
        resellerId,
        ground,
        since,
        late,
        resellerName: nameOf(resellerId),
        contracts: list?.contracts ?? null,
      })),
  }
}

export const reportContracts =
  (deps: Dependencies): HandlerOf<Routes['reportContracts']> =>
  async ({ query }, { who: { entityId }, at }) => {
    const no = outOfOrder(query)
    return no ? refuse(no) : ok(await assembled(deps, entityId, query, at))
  }

const header = ['月', '再販協力会社', '監視の型', '都道府県', '新規', '終了', '引継ぎ']

/** The report's cells as a table, one line for each month, seller, type and prefecture where something happened. */
export const downloadContractReport =
  (deps: Dependencies): HandlerOf<Routes['downloadContractReport']> =>
  async ({ query }, { who: { entityId }, at }) => {
    const no = outOfOrder(query)
    if (no) return refuse(no)
    const { cells, byReseller, totals } = await assembled(deps, entityId, query, at)
    const names = new Map(byReseller.map(({ resellerId, name }) => [resellerId, name]))
    const rows = cells.map(({ month, resellerId, monitoringType, prefecture, ...counts }) => [
      month,
      names.get(resellerId) ?? '',
      labelOfType[monitoringType].ja,
      prefecture,
      counts.new,
      counts.ended,
      counts.takenOver,
    ])
    return ok(deps.documents.csv(header, [...rows, ['合計', '', '', '', totals.new, totals.ended, totals.takenOver]]))
  }

export const costs: Costs = {
  reportContracts: { requests: 5, readUnits: 5, writeUnits: 0 },
  downloadContractReport: { requests: 5, readUnits: 5, writeUnits: 0 },
}
