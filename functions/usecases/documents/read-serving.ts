import { shortNumberOf } from '../../../shared/domain/short-number.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { coverageOf } from '../../../shared/domain/contract/coverage.ts'
import { effectiveResponsibility } from '../../../shared/domain/contract/responsibility.ts'
import { servingSheet, type Serving } from '../../../shared/domain/documents/serving-sheet.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { papersKeptOf, papersOverAt } from '../../application/archive/retention.ts'
import type { Costs } from '../../application/cost.ts'
import { withPendingTakeover } from '../../../shared/policy/pending-takeover.ts'
import { takenOver } from '../../application/documents/taken-over.ts'
import { coverageAreas } from '../../../shared/domain/contract/contract-words.ts'
import type { Interval } from '../../../shared/domain/contract/states.ts'

const notFound = refuse<Refusal<'not-found'>>({ kind: 'not-found', what: 'contract' })

/**
 * Parties that serve the contract a link names, as its portfolio guard has them: right from the instant on, before any
 * worker came round.
 */
const servingOf = async (
  deps: Dependencies,
  link: string,
  at: Instant,
): Promise<Result<Serving, Refusal<'not-found'>>> => {
  const contractId = await deps.links.readServing(link)
  const read = contractId && (await deps.contracts.find(contractId))
  if (!read) return notFound
  const { state } = withPendingTakeover(read, at)
  if (state.stage !== 'live' && state.stage !== 'ended') return notFound
  const { deal, takeover, counterparty } = state
  const responsibility = effectiveResponsibility(state.responsibility, read.gate)
  const parties = [...new Set([...responsibility, ...counterparty].map(({ party }) => party))]
  const [disclosure, ...gates] = await Promise.all([
    deps.contracts.document(contractId, deal.revision),
    ...parties.map((party) => deps.contracts.gate(party, 0)),
  ])
  const stopped = takeover && gates.find((gate) => gate?.discontinued?.discontinuanceId === takeover.discontinuanceId)
  // The case says it where portfolio guards do not yet.
  const knownOn = takeover && (stopped?.discontinued?.knownOn ?? (await takenOver(deps, state, takeover)).knownOn)
  const named = ({ party, from, until }: Interval) => {
    const gate = gates[parties.indexOf(party)]
    if (!gate) throw new Error(`${party} has no gate`)
    return { name: gate.name, from, until }
  }
  const { day } = state.stage === 'ended' ? await papersKeptOf(deps, state) : { day: null }
  return ok({
    disclosure,
    answering: responsibility.map(named),
    counterparty: counterparty.map(named).at(-1)?.name ?? '',
    takenOver: takeover && knownOn ? { since: takeover.since, knownOn } : null,
    coverage: takeover && {
      stage: coverageOf(state, takeover, at).stage,
      lost: coverageAreas.filter((facet) => takeover.coverage[facet].stage === 'lost'),
    },
    endedOn: state.stage === 'ended' ? state.endedOn : null,
    papers: day && { until: day.until, over: at >= (papersOverAt(day) ?? at) },
    asOf: at,
  })
}

/** "Who serves me now", for programs: the same as the page says. */
export const readServing =
  (deps: Dependencies): HandlerOf<Routes['readServing']> =>
  async ({ params: { link } }, { at }) => {
    const found = await servingOf(deps, link, at)
    if (!found.ok) return found
    const { disclosure, answering, counterparty, takenOver: taken, coverage, endedOn, papers } = found.value
    return ok({
      shortNumber: shortNumberOf(disclosure.contractId),
      serviceName: disclosure.service.name,
      answering: answering.map((one) => ({ ...one })),
      counterparty,
      takenOverAt: taken?.since ?? null,
      knownOn: taken?.knownOn ?? null,
      coverage: coverage && { stage: coverage.stage, lost: [...coverage.lost] },
      helpDesk: [...(disclosure.items.find(({ code }) => code === 'helpDesk')?.lines ?? [])],
      endedOn,
      papersUntil: papers && !papers.over ? papers.until : null,
      asOf: at,
    })
  }

/** "Who serves me now", for people: no login, no script, readable on an old phone and on paper. */
export const readServingPage =
  (deps: Dependencies): HandlerOf<Routes['readServingPage']> =>
  async ({ params: { link } }, { at }) => {
    const found = await servingOf(deps, link, at)
    return found.ok
      ? ok(deps.documents.sheetPage(servingSheet(found.value, `${deps.places.site}/sign/ask.html#${link}`)))
      : found
  }

/**
 * Costs of a contract that was taken over and settled: a guard is read for everyone who ever answered. Of one that has
 * ended its day of retention is read as well: two requests.
 */
export const costs: Costs = {
  readServing: { requests: 5, readUnits: 6, writeUnits: 0 },
  readServingPage: { requests: 5, readUnits: 6, writeUnits: 0 },
}
