import type { EventOf } from '../../../shared/domain/aggregates/aggregates.ts'
import {
  tallied,
  unansweredAfterDays,
  type ContractReport,
  type Span,
  type Tally,
} from '../../../shared/domain/aggregates/contract-report.ts'
import {
  portfolioOf,
  portfolioOfContract,
  shardCount,
  type EntityId,
  type OperationId,
  type PortfolioOwner,
} from '../../../shared/domain/ids.ts'
import type { Actor } from '../../../shared/domain/people.ts'
import { dayInJapan, daysAfter, type Instant, type PlainDate } from '../../../shared/domain/plain-date.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { entriesOfShard } from '../../application/contracts/portfolio.ts'
import { commitStep, runOperation, type MayGoOn } from '../operation/runner.ts'
import { reportFromIndex } from '../../application/operations/report-from-index.ts'
import { ownersOf } from '../../application/operations/recount.ts'
import {
  type Counted,
  countedForm,
  recountInputForm,
  type RecountOutcome,
  recountOutcomeForm,
} from '../../papers/recount.ts'

/** Counts of a recount up to a step: how many events it read, and how often each figure was found in them. */
const nothing: Counted = { events: 0, counts: {} }

/**
 * Counts a report's totals a second way: from what happened, event by event, and not from what stands in any row; a
 * shard of a portfolio at a step, so that it can stop and begin again at any of them. The last step says whether both
 * agree, and where not. True when it is done.
 */
export const runRecount =
  (deps: Dependencies) =>
  async (operationId: OperationId, actor: Actor, mayGoOn: MayGoOn): Promise<boolean> => {
    const entityId = actor.tenant as EntityId
    const { owners, ...span } = recountInputForm.read(await deps.ledger.paper(operationId, numbered('input', 1)))
    return runOperation(deps, entityId, operationId, mayGoOn, async (found) => {
      const { steps } = found.state
      const before =
        steps > 0 ? countedForm.read(await deps.ledger.paper(operationId, numbered('results', steps))) : nothing
      const among = owners ?? (await ownersOf(deps, entityId))
      const owner = among[Math.floor(steps / shardCount)]
      if (!owner) throw new Error(`${operationId} went past its last portfolio`)
      const counted = await countShard(deps, owner, steps % shardCount, span, before)
      const isLast = steps + 1 === among.length * shardCount
      const results = isLast
        ? recountOutcomeForm.write(await outcomeOf(deps, entityId, span, counted))
        : countedForm.write(counted)
      await commitStep(deps, found, { command: 'advance-recount', results, accepted: 1, refused: 0, finishes: isLast })
    })
  }

/** Adds what the ledgers of one shard say. A contract is counted where it was made, whoever held it since. */
const countShard = async (
  deps: Dependencies,
  owner: PortfolioOwner,
  shard: number,
  span: Span,
  before: Counted,
): Promise<Counted> => {
  const today = dayInJapan(deps.clock.now())
  const counts = new Map(Object.entries(before.counts))
  let { events } = before
  for await (const entries of entriesOfShard(deps.contracts, owner, shard)) {
    for (const { kept } of entries) {
      const { contractId } = kept.state.deal
      if (portfolioOfContract(contractId) !== portfolioOf(owner)) continue
      const history = await deps.ledger.eventsOf(contractId)
      events += history.length
      for (const [where, n] of countedIn(history, span, today)) counts.set(where, (counts.get(where) ?? 0) + n)
    }
  }
  return { events, counts: Object.fromEntries(counts) }
}

const outcomeOf = async (
  deps: Dependencies,
  entityId: EntityId,
  span: Span,
  { events, counts }: Counted,
): Promise<RecountOutcome> => {
  const ledger = new Map(Object.entries(counts))
  const report = figuresOf(await reportFromIndex(deps, entityId, span, dayInJapan(deps.clock.now())))
  const differences = [...new Set([...ledger.keys(), ...report.keys()])]
    .map((where) => ({ where, report: report.get(where) ?? 0, ledger: ledger.get(where) ?? 0 }))
    .filter(({ report: a, ledger: b }) => a !== b)
  return { agrees: differences.length === 0, events, differences }
}

type ContractRevision = Extract<EventOf<'contract'>, { deal: unknown }>['deal']

/** Figures that one contract's history adds. */
const countedIn = (
  history: readonly LedgerEvent[],
  { from, until }: Span,
  today: PlainDate,
): readonly (readonly [string, number])[] => {
  let deal: ContractRevision | undefined
  let signedOn: PlainDate | undefined
  let endedOn: PlainDate | undefined
  let answer: 'confirmed' | 'disputed' | 'awaitingConfirmation' | undefined
  let awaitedSince: PlainDate | undefined
  const takenOverOn: PlainDate[] = []
  for (const { event, at } of history as readonly { event: EventOf<'contract'>; at: Instant }[]) {
    if ('deal' in event) deal = event.deal
    if (event.type === 'contract-signed' || event.type === 'contract-attested') signedOn = event.signedOn
    if (event.type === 'contract-ended') endedOn = event.on
    if (event.type === 'contract-attested') [answer, awaitedSince] = ['awaitingConfirmation', dayInJapan(at)]
    if (event.type === 'attestation-disputed') answer = 'disputed'
    if (event.type === 'attestation-kept' || event.type === 'attestation-corrected') answer = 'awaitingConfirmation'
    // An SME that signs a change of a paper contract stands by it.
    if (event.type === 'attestation-confirmed' || (event.type === 'amendment-signed' && answer)) answer = 'confirmed'
    if (event.type === 'takeover-opened') takenOverOn.push(dayInJapan(event.since))
  }
  if (!deal || !signedOn || signedOn > until) return []
  const inside = (day: PlainDate | undefined): day is PlainDate => day !== undefined && from <= day && day <= until
  const silent =
    answer === 'awaitingConfirmation' && awaitedSince && today > daysAfter(awaitedSince, unansweredAfterDays)
  const what = [
    ...(!endedOn || endedOn > until ? ['live', ...(answer ? [answer] : []), ...(silent ? ['unanswered'] : [])] : []),
    ...(inside(signedOn) ? ['new'] : []),
    ...(inside(endedOn) ? ['ended'] : []),
    ...takenOverOn.filter(inside).map(() => 'takenOver'),
  ]
  const months = [
    ...(inside(signedOn) ? [`month ${signedOn.slice(0, 7)} new`] : []),
    ...(inside(endedOn) ? [`month ${endedOn.slice(0, 7)} ended`] : []),
    ...takenOverOn.filter(inside).map((day) => `month ${day.slice(0, 7)} takenOver`),
  ]
  const { seller, monitoringType, prefecture } = deal
  return [
    ...what.flatMap((one) => [`total ${one}`, `${seller} ${one}`, `${monitoringType} ${one}`, `${prefecture} ${one}`]),
    ...months,
  ].map((where) => [where, 1] as const)
}

/** The report's figures under the same names. */
const figuresOf = (report: ContractReport): ReadonlyMap<string, number> => {
  const figures = new Map<string, number>()
  const put = (name: string, tally: Tally) => {
    for (const one of tallied) figures.set(`${name} ${one}`, tally[one])
  }
  put('total', report.totals)
  for (const group of [report.bySeller, report.byMonitoringType, report.byPrefecture]) {
    for (const [name, tally] of group) put(name, tally)
  }
  for (const [month, tally] of report.byMonth) {
    for (const one of ['new', 'ended', 'takenOver'] as const) figures.set(`month ${month} ${one}`, tally[one])
  }
  return figures
}
