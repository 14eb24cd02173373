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
import { listedDiscontinuanceView } from '../../views/directory-views.ts'
import { namedObligationView, peopleOfObligations } from '../../views/obligation-views.ts'
import {
  affected,
  sealedCursor,
  pageAt,
  cursorIn,
  type PortfolioEntry,
  type PortfolioCursor,
} from '../../application/contracts/portfolio.ts'
import { breachesOf, progressOf } from '../../application/cases/progress.ts'
import type { Principal } from '../../../shared/domain/people.ts'
import { personBySub, personShown } from '../../views/person-shown.ts'
import type { Costs } from '../../application/cost.ts'
import type { ExistingContract, Takeover } from '../../../shared/domain/contract/states.ts'
import type { Unreadable } from '../../ports/pages.ts'
import type { ConcludedStage } from '../../../shared/domain/contract/contract-words.ts'
import { obligationWordForm, statementForm } from '../../papers/statements.ts'

export const listDiscontinuances =
  ({ directory, people }: Dependencies): HandlerOf<Routes['listDiscontinuances']> =>
  async ({ query: { stage } }, { who, at }) => {
    const cases = await directory.discontinuances(who.entityId)
    const names = await people.namesOf(
      cases.items.map(({ state }) => state.proposedBy),
      who,
    )
    const items = cases.items
      .map(({ state, version }) => listedDiscontinuanceView(state, version, at, names))
      .filter((one) => stage === undefined || one.stage === stage)
    return ok({ items, unreadable: [...cases.unreadable], nextCursor: null })
  }

export const getDiscontinuance =
  (deps: Dependencies): HandlerOf<Routes['getDiscontinuance']> =>
  async ({ params: { discontinuanceId } }, { who, at, today }) => {
    const found = await deps.directory.discontinuance(who.entityId, discontinuanceId)
    if (!found) return refuse({ kind: 'not-found', what: 'discontinuance' })
    const { takeovers, coverage, countedAt, counting, missing, facts } = await progressOf(deps, found.state, at)
    const isProposed = stageAt(found.state, at) === 'proposed'
    const [breaches, { statement, wordsOf, approvedBy, names }, affects] = await Promise.all([
      breachesOf(deps, found.state, facts),
      writtenOf(deps, who, found.state),
      isProposed ? affected(deps.contracts, found.state.resellerId) : null,
    ])
    return ok({
      ...listedDiscontinuanceView(found.state, found.version, at, names),
      approvedBy,
      statement,
      affects,
      takeovers,
      coverage,
      countedAt,
      counting,
      obligations: (found.state.obligations ?? []).map((one) => ({
        ...namedObligationView(one, today, names),
        words: wordsOf(one),
      })),
      missing: missing as never,
      breaches: [...breaches],
    })
  }

/** The statement behind a case, who approved it, and what people said of its obligations. Its frozen list lies between them, and is long. */
const writtenOf = async (
  { ledger, people }: Dependencies,
  who: Principal,
  { discontinuanceId, statementSha256, proposedBy, obligations = [] }: ExistingDiscontinuance,
) => {
  const [events, ...read] = await Promise.all([
    ledger.eventsOf(discontinuanceId),
    ledger.papersBetween(discontinuanceId, 'fulfilled-', 'fulfilled-~'),
    ledger.papersBetween(discontinuanceId, 'statement-', 'waived-~'),
  ])
  const papers = read.flat()
  const said = new Map(papers.map(({ sha256, content }) => [sha256, content]))
  const stated = said.get(statementSha256)
  if (!stated) throw new Error(`${discontinuanceId} lost its statement`)
  const { statement } = statementForm.read(stated)
  const approval = events.find(({ event }) => event.type === 'discontinuance-approved')
  const words = new Map(
    obligations.flatMap(({ code, met, waived }) => {
      const content = said.get(waived?.reasonSha256 ?? met?.evidenceSha256 ?? '')
      return content ? [[code, { by: waived?.by ?? null, ...obligationWordForm.read(content) }]] : []
    }),
  )
  const names = await people.namesOf(
    [
      proposedBy,
      ...peopleOfObligations(obligations),
      ...(approval ? [approval.actor.sub] : []),
      ...[...words.values()].flatMap(({ by, recordedBy }) => by ?? recordedBy ?? []),
    ],
    who,
  )
  const wordsOf = ({ code }: Obligation) => {
    const word = words.get(code)
    if (!word) return null
    const { what, reference = null, reason = '', recordedBy = null } = word
    const by = word.by ?? recordedBy
    return { what: what ?? reason, reference, recordedBy: by === null ? null : personBySub(by, names) }
  }
  const approvedBy = approval ? personShown(approval.actor, names) : null
  return { statement, wordsOf, approvedBy, names }
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

/** A case is read with its ledger and the words behind it, three requests, and the names of people, two or three. One that is proposed counts the book instead of its takeovers. */
export const costs: Costs = {
  listDiscontinuances: { requests: 3, readUnits: 3, writeUnits: 0 },
  getDiscontinuance: { requests: 27, readUnits: 29, writeUnits: 0 },
  getFanOut: { requests: 2, readUnits: 2, writeUnits: 0 },
  listTakeovers: { requests: 17, readUnits: 17, writeUnits: 0 },
}
