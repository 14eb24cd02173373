import { describe, expect, test } from 'vitest'
import { evolvers } from '../../../shared/domain/aggregates/aggregates.ts'
import { applyDiscontinuance } from '../../../shared/domain/contract/takeover.ts'
import { nextTurn, takeTurn, turnBy } from '../../../shared/domain/contract/term.ts'
import { daysAfter, later, startOfDayInJapan, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { figure } from '../../support/figures.ts'
import { breach, day, entityId, sha256 } from '../given.ts'
import { explanation } from './given.ts'
import { mayStand, tell, wrongIn, type Happened, type Told } from './ten-years-checks.ts'
import {
  dealFrom,
  endings,
  first,
  lastDay,
  lots,
  plans,
  revisionOf,
  steps,
  type Now,
  type StepName,
} from './ten-years.ts'
import {
  type ContractRevision,
  noContract,
  type Contract,
  type ExistingContract,
} from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'
import { extent } from '../../support/extent.ts'

const contracts = extent(150, 1_000)
const days = 3_650
const dayOne = day('2026-10-01')

type Seller = {
  readonly id: ContractRevision['seller']
  readonly stopsOn: PlainDate | null
  readonly caseId: `dsc_${string}`
}

/** Nine resellers; most of them stop some day within the ten years. */
const sellersBy = (by: ReturnType<typeof lots>): readonly Seller[] =>
  Array.from({ length: 9 }, (_, n) => ({
    id: `rsl_${String(n).padStart(26, '0')}` as const,
    stopsOn: n < 6 ? daysAfter(dayOne, 200 + by.below(3_000)) : null,
    caseId: `dsc_${String(n).padStart(26, '0')}` as const,
  }))

type Counts = Map<string, number>
const count = (counts: Counts, what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1)

const dueOn = (contract: Contract): PlainDate | null =>
  contract.stage === 'none' ? null : (nextTurn(contract)?.on ?? null)

/** One contract, day by day, from the day it begins until it ends or ten years are over. */
const live = (n: number, sellers: readonly Seller[], counts: Counts): Contract => {
  const by = lots(1_000 + n)
  const begins = by.below(days / 2)
  const happened: Happened[] = []
  const told: Told = { deal: null, next: null, consents: new Map(), wished: new Set() }
  let contract: Contract = noContract
  let due: PlainDate | null = null
  let moment = startOfDayInJapan(dayOne)
  const takeIn = (events: readonly ContractEvent[]): void => {
    for (const event of events) {
      moment = later(moment, 1)
      tell(told, contract, event)
      contract = evolvers.contract(contract, event, moment)
      happened.push({ event, at: moment })
      count(counts, event.type)
      const wrong = wrongIn(contract, happened, told)
      if (wrong) throw new Error(`contract ${n} ${wrong}: ${happened.map((one) => one.event.type).join(' ')}`)
    }
    due = dueOn(contract)
  }
  let plan: StepName[] = []
  for (let d = begins; d < days && contract.stage !== 'ended'; d += 1) {
    const today = daysAfter(dayOne, d)
    const on = startOfDayInJapan(today)
    moment = moment < on ? on : moment
    const going = sellers.filter(({ stopsOn }) => stopsOn === null || today < stopsOn)
    const now: Now = { today, at: moment, lots: by, successor: by.once(9) ? entityId : by.oneOf(going).id }
    if (contract.stage === 'none') {
      const deal = dealFrom(daysAfter(today, by.below(20)), by.oneOf(going).id, now)
      const said = { explanation, signedOn: today, remoteSupportConsent: false, attestationSha256: sha256('3') }
      if (by.once(3)) takeIn([{ type: 'contract-attested', deal, ...said, confirmBy: null }])
      else takeIn([{ type: 'contract-drafted', deal }])
      plan = (contract as Contract).stage === 'live' ? [] : [...first]
      continue
    }
    const kept: ExistingContract = contract
    // The record is reached a few days after the instant its holder stopped.
    const holder = kept.stage === 'live' ? kept.holder : kept.deal.seller
    const stopped = sellers.find(({ id }) => id === holder)
    if (stopped?.stopsOn && daysAfter(stopped.stopsOn, n % 4) <= today) {
      const since = startOfDayInJapan(stopped.stopsOn)
      takeIn(applyDiscontinuance(kept, { discontinuanceId: stopped.caseId, since }))
      if ((contract as Contract).stage === 'void') return contract
    }
    if (due !== null && (due as PlainDate) <= today) turn(contract, now, takeIn, counts)
    const state = contract as Contract
    if (state.stage === 'live' && !mayStand(state, today))
      throw new Error(`contract ${n} stands on ${today}, after ${state.deal.endOn}`)
    if (state.stage === 'live' && state.takeover && state.takeover.stage !== 'settled' && by.once(40))
      plan = ['tell', 'settle']
    else if (plan.length === 0 && by.once(60)) plan = [...by.oneOf(by.once(25) ? endings : plans)]
    const name = by.once(30)
      ? by.oneOf(Object.keys(steps).filter((one) => by.once(3) || one !== 'annul') as StepName[])
      : plan.shift()
    if (!name || state.stage === 'none' || (['annul', 'terminate'].includes(name) && !by.once(8))) continue
    const decision = steps[name](state, { ...now, at: moment })
    if (decision.ok) takeIn(decision.value)
    else count(counts, 'refused')
  }
  return contract
}

/** Lets the calendar take whatever turns have come; more than one, where some were kept waiting. */
const turn = (
  contract: Contract,
  { today, lots: by }: Now,
  takeIn: (events: readonly ContractEvent[]) => void,
  counts: Counts,
) => {
  let state = contract
  for (let turns = 0; turns < 50; turns += 1) {
    const comes = state.stage === 'none' ? null : turnBy(state, today)
    if (state.stage !== 'live' || !comes) return
    const startOn = daysAfter(state.deal.endOn, 1)
    const months = state.deal.renewal?.months ?? 0
    const renewed = {
      deal: revisionOf(state, { startOn, endOn: lastDay(startOn, months) }),
      breaches: by.once(20) ? [breach] : [],
    }
    const events = takeTurn(state, { turn: comes, today, renewed })
    count(counts, `turn: ${comes}`)
    expect(events.length, comes).toBeGreaterThan(0)
    takeIn(events)
    state = events.reduce<Contract>((now, event) => evolvers.contract(now, event, startOfDayInJapan(today)), state)
  }
  throw new Error(`the calendar does not come to rest on ${today}`)
}

describe('ten years of a thousand contracts', () => {
  test('every contract is at every moment what it must be, and ends for a reason', () => {
    const started = process.cpuUsage()
    const counts: Counts = new Map()
    const sellers = sellersBy(lots(7))
    const ends = Array.from({ length: contracts }, (_, n) => live(n, sellers, counts))
    for (const one of ends) count(counts, one.stage === 'ended' ? `ended: ${one.ending}` : one.stage)
    const happened = (type: string) => counts.get(type) ?? 0
    const due = [
      'amendment-signed',
      'amendment-withdrawn',
      'contract-amended',
      'contract-renewed',
      'renewal-announced',
      'renewal-held',
      'term-begun',
      'takeover-settled',
      'consent-withdrawn',
      'cancellation-withdrawn',
      'cancellation-confirmed',
      'attestation-confirmed',
      'attestation-disputed',
      'own-link-sent',
      'ended: cancelledBySme',
      'ended: endedInTakeover',
      'ended: expired',
      'ended: terminated',
      'ended: annulled',
      'turn: leave',
      'turn: begin',
      'turn: renew',
      'turn: hold',
      'turn: expire',
      'turn: announce',
      'live',
      'void',
    ]
    expect(due.filter((what) => happened(what) === 0)).toEqual([])
    const { user, system } = process.cpuUsage(started)
    const events = [...counts].reduce((sum, [what, times]) => (/^[a-z]+(-[a-z]+)+$/.test(what) ? sum + times : sum), 0)
    figure('ten years: contracts × days', contracts * days)
    figure('ten years: events, each checked', events)
    figure(
      'ten years: takeovers / renewals / signed changes',
      `${happened('takeover-opened')} / ${happened('contract-renewed') + happened('term-begun')} / ${happened('amendment-signed')}`,
    )
    figure('ten years: seconds of processor', Number(((user + system) / 1_000_000).toFixed(1)))
  }, 120_000)
})
