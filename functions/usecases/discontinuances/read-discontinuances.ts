import { numbersOf } from '../../../shared/domain/short-number.ts'
import { takeoverIn } from '../../../shared/domain/contract/takeover.ts'
import { fanOutProgress } from '../../../shared/domain/discontinuance/fan-out.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { ResellerId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Obligation } from '../../../shared/domain/discontinuance/obligation.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'
import { stageAt } from '../../../shared/domain/discontinuance/window.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { coverageLine } from '../../views/coverage-view.ts'
import { discontinuanceView } from '../../views/directory-views.ts'
import { obligationView } from '../../views/obligation-views.ts'
import {
  affected,
  sealedCursor,
  pageAt,
  cursorIn,
  type PortfolioEntry,
  type PortfolioCursor,
} from '../../application/contracts/portfolio.ts'
import { breachesOf, progressOf } from '../../application/cases/progress.ts'
import type { Costs } from '../../application/cost.ts'
import type { ExistingContract, Takeover } from '../../../shared/domain/contract/states.ts'
import type { Unreadable } from '../../ports/pages.ts'
import type { ConcludedStage } from '../../../shared/domain/contract/contract-words.ts'
import { obligationWordForm, statementForm } from '../../papers/statements.ts'

export const listDiscontinuances =
  ({ directory }: Dependencies): HandlerOf<Routes['listDiscontinuances']> =>
  async ({ query: { stage } }, { who: { entityId }, at }) => {
    const cases = await directory.discontinuances(entityId)
    const items = cases.items
      .map(({ state, version }) => discontinuanceView(state, version, at))
      .filter((one) => stage === undefined || one.stage === stage)
    return ok({ items, unreadable: [...cases.unreadable], nextCursor: null })
  }

export const getDiscontinuance =
  (deps: Dependencies): HandlerOf<Routes['getDiscontinuance']> =>
  async ({ params: { discontinuanceId } }, { who: { entityId }, at, today }) => {
    const found = await deps.directory.discontinuance(entityId, discontinuanceId)
    if (!found) return refuse({ kind: 'not-found', what: 'discontinuance' })
    const { takeovers, coverage, countedAt, counting, missing, facts } = await progressOf(deps, found.state, at)
    const isProposed = stageAt(found.state, at) === 'proposed'
    const [breaches, { statement, wordsOf }, affects] = await Promise.all([
      breachesOf(deps, found.state, facts),
      writtenOf(deps, found.state),
      isProposed ? affected(deps.contracts, found.state.resellerId) : null,
    ])
    return ok({
      ...discontinuanceView(found.state, found.version, at),
      statement,
      affects,
      takeovers,
      coverage,
      countedAt,
      counting,
      obligations: (found.state.obligations ?? []).map((one) => ({
        ...obligationView(one, today),
        words: wordsOf(one),
      })),
      missing: missing as never,
      breaches: [...breaches],
    })
  }

/** The statement behind a case, and what people said of its obligations. Its frozen list lies between them, and is long. */
const writtenOf = async ({ ledger }: Dependencies, { discontinuanceId, statementSha256 }: ExistingDiscontinuance) => {
  const papers = (
    await Promise.all([
      ledger.papersBetween(discontinuanceId, 'fulfilled-', 'fulfilled-~'),
      ledger.papersBetween(discontinuanceId, 'statement-', 'waived-~'),
    ])
  ).flat()
  const said = new Map(papers.map(({ sha256, content }) => [sha256, content]))
  const stated = said.get(statementSha256)
  if (!stated) throw new Error(`${discontinuanceId} lost its statement`)
  const { statement } = statementForm.read(stated)
  const wordsOf = ({ met, waived }: Obligation) => {
    const words = said.get(waived?.reasonSha256 ?? met?.evidenceSha256 ?? '')
    if (!words) return null
    const { what, reference = null, reason = '', recordedBy = null } = obligationWordForm.read(words)
    return { what: what ?? reason, reference, recordedBy: waived?.by ?? recordedBy }
  }
  return { statement, wordsOf }
}

/** Reads the progress of the fan-out. The same two requests for one contract and for a million. */
export const getFanOut =
  ({ directory, contracts }: Dependencies): HandlerOf<Routes['getFanOut']> =>
  async ({ params: { discontinuanceId } }, { who: { entityId } }) => {
    const [found, checkpoints] = await Promise.all([
      directory.discontinuance(entityId, discontinuanceId),
      contracts.checkpoints(discontinuanceId),
    ])
    if (!found) return refuse({ kind: 'not-found', what: 'discontinuance' })
    const { reached } = found.state
    return ok({ discontinuanceId, reached, ...fanOutProgress(found.state, checkpoints) })
  }

/** The takeovers of a case, a shard of the book to a page, so that none is skipped or shown twice. */
export const listTakeovers =
  (deps: Dependencies): HandlerOf<Routes['listTakeovers']> =>
  async (
    { params: { discontinuanceId }, query: { cursor, stage, coverage, limit = 50 } },
    { who: { entityId }, at: now },
  ) => {
    const found = await deps.directory.discontinuance(entityId, discontinuanceId)
    if (!found) return refuse({ kind: 'not-found', what: 'discontinuance' })
    const scope = `${discontinuanceId}/listTakeovers`
    const from = await cursorIn(deps, scope, cursor)
    if (!from) return refuse({ kind: 'not-found', what: 'cursor' })

    const items: ReturnType<typeof takeoverLine>[] = []
    const unreadable: Unreadable[] = []
    let at: PortfolioCursor | null = from
    while (at && items.length < limit) {
      const page: Awaited<ReturnType<typeof pageAt>> = await pageAt(
        deps.contracts,
        found.state.resellerId,
        at,
        undefined,
        { toShow: true },
      )
      const { entries, next } = page
      unreadable.push(...page.unreadable)
      for (const entry of entries) {
        const takeover = takeoverIn(discontinuanceId, entry.kept.state)
        if (!takeover || (stage && takeover.stage !== stage)) continue
        const line = takeoverLine(entry, takeover, now)
        if (!coverage || line.coverage.stage === coverage) items.push(line)
      }
      at = next
    }
    return ok({ items, unreadable, nextCursor: await sealedCursor(deps, scope, at) })
  }

const takeoverLine = ({ kept: { state }, name }: PortfolioEntry, takeover: Takeover, now: Instant) => {
  const { deal } = state
  const made = state as Extract<ExistingContract, { stage: ConcludedStage }>
  return {
    ...numbersOf(deal.contractId),
    stage: state.stage,
    entry: made.entry,
    resellerId: deal.seller === deal.entityId ? null : (deal.seller as ResellerId),
    service: { serviceId: deal.serviceId, monitoringType: deal.monitoringType },
    sme: { smeId: deal.smeId, name, prefecture: deal.prefecture },
    terms: {
      initialFeeExTaxYen: deal.initialFeeExTaxYen,
      monthlyFeeExTaxYen: deal.monthlyFeeExTaxYen,
      terminals: deal.terminals,
      startOn: deal.startOn,
      endOn: deal.endOn,
    },
    signedOn: made.signedOn,
    endedOn: made.stage === 'ended' ? made.endedOn : null,
    takeover: takeover.stage,
    late: takeover.late,
    settlement: takeover.settlement,
    coverage: coverageLine(made, takeover, now),
  }
}

/** A case is read with the words behind it: two requests. One that is proposed counts the book instead of its takeovers. */
export const costs: Costs = {
  listDiscontinuances: { requests: 1, readUnits: 1, writeUnits: 0 },
  getDiscontinuance: { requests: 23, readUnits: 23, writeUnits: 0 },
  getFanOut: { requests: 2, readUnits: 2, writeUnits: 0 },
  listTakeovers: { requests: 17, readUnits: 17, writeUnits: 0 },
}
