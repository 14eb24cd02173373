import type { EventOf } from '../../../shared/domain/aggregates/aggregates.ts'
import {
  tallied,
  unansweredAfterDays,
  type ContractReport,
  type Span,
  type Tally,
} from '../../../shared/domain/aggregates/contract-report.ts'
import type { EntityId, OperationId } from '../../../shared/domain/ids.ts'
import type { Actor } from '../../../shared/domain/people.ts'
import { dayInJapan, daysAfter, type Instant, type PlainDate } from '../../../shared/domain/plain-date.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../../application/change.ts'
import { bookOf } from '../../application/contracts/portfolio.ts'
import { systemStamp } from '../../application/system-stamp.ts'
import { reportFromIndex } from '../../application/operations/report-from-index.ts'
import type { RecountOutcome } from '../../application/operations/recount-outcome.ts'

/**
 * Counts a report's totals a second way: from what happened, event by event, and not from what stands in any row.
 * Then says whether both agree, and where not. True when it is done.
 */
export const runRecount =
  (world: World) =>
  async (operationId: OperationId, actor: Actor): Promise<boolean> => {
    const entityId = actor.tenant as EntityId
    const found = await world.directory.operation(entityId, operationId)
    if (!found) throw new Error(`no ${operationId}`)
    if (found.state.stage === 'finished') return true
    const span = (await world.ledger.paper(operationId, 'input-0001')) as Span
    const today = dayInJapan(world.clock.now())
    const ledger = new Map<string, number>()
    let events = 0
    for await (const stream of streamsOf(world, entityId)) {
      const history = await world.ledger.eventsOf(stream)
      events += history.length
      for (const [where, n] of countedIn(history, span, today)) ledger.set(where, (ledger.get(where) ?? 0) + n)
    }
    const report = figuresOf(await reportFromIndex(world, entityId, span, today))
    const differences = [...new Set([...ledger.keys(), ...report.keys()])]
      .map((where) => ({ where, report: report.get(where) ?? 0, ledger: ledger.get(where) ?? 0 }))
      .filter(({ report: a, ledger: b }) => a !== b)
    await note(world, entityId, operationId, { agrees: differences.length === 0, events, differences })
    return true
  }

/** Every contract of the implementing entity, from its books, not from the index the report is read from. */
const streamsOf = async function* (world: World, entityId: EntityId): AsyncGenerator<string> {
  const resellers = await world.directory.resellers(entityId)
  const known = new Set<string>()
  for (const owner of [entityId, ...resellers.map(({ state }) => state.resellerId)]) {
    for await (const entries of bookOf(world.contracts, owner)) {
      for (const { kept } of entries) {
        const { contractId } = kept.state.deal
        if (!known.has(contractId)) yield contractId
        known.add(contractId)
      }
    }
  }
}

type Deal = Extract<EventOf<'contract'>, { deal: unknown }>['deal']

/** What one contract's history adds to the figures. */
const countedIn = (
  history: readonly LedgerEvent[],
  { from, until }: Span,
  today: PlainDate,
): readonly (readonly [string, number])[] => {
  let deal: Deal | undefined
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
    // Whoever signs a change of a paper contract stands by it.
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

const note = async (
  world: World,
  entityId: EntityId,
  operationId: OperationId,
  outcome: RecountOutcome,
): Promise<void> => {
  const found = await world.directory.operation(entityId, operationId)
  if (!found) throw new Error(`no ${operationId}`)
  const now = world.clock.now()
  const paper = { name: 'results-0001', content: outcome, sha256: world.digest(outcome) }
  const advanced = {
    type: 'operation-advanced' as const,
    accepted: outcome.agrees ? 1 : 0,
    refused: outcome.agrees ? 0 : 1,
    resultsSha256: paper.sha256,
  }
  await world.commits.commit({
    stamp: systemStamp('note-recount', operationId, now),
    answer: outcome.agrees,
    changes: [
      change('operation', operationId, found, [advanced, { type: 'operation-finished' }], now, { papers: [paper] }),
    ],
  })
}
