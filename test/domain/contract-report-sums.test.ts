import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  reportContracts as reportOn,
  type ReportedContract,
  type Span,
  type Tally,
} from '../../shared/domain/aggregates/contract-report.ts'
import { prefectures } from '../../shared/domain/places.ts'
import { day, entityId, exceptionId, otherResellerId, resellerId } from './given.ts'

const span = { from: day('2026-04-01'), until: day('2026-06-30') }
const reportContracts = (all: Iterable<ReportedContract>, of: Span) => reportOn(all, of, day('2026-07-10'))
const somewhere = fc
  .integer({ min: 0, max: 240 })
  .map((n) => day(new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)))
const contracts = fc.array(
  fc
    .record({
      seller: fc.constantFrom(entityId, resellerId, otherResellerId),
      monitoringType: fc.constantFrom('network' as const, 'endpoint' as const, 'combined' as const),
      prefecture: fc.constantFrom(...prefectures),
      days: fc.array(somewhere, { minLength: 3, maxLength: 3 }).map((days) => days.toSorted()),
      more: fc.array(somewhere, { maxLength: 2 }),
      stage: fc.constantFrom('unsigned', 'live', 'takenOver', 'ended', 'endedAfterTakeover'),
      attested: fc.option(
        fc.record({
          answer: fc.constantFrom('confirmed' as const, 'disputed' as const, 'awaiting' as const),
          since: fc.option(somewhere),
        }),
      ),
      separate: fc.boolean(),
      exception: fc.option(
        fc.record({ exceptionId: fc.constant(exceptionId), expiresOn: somewhere, withdrawn: fc.boolean() }),
      ),
    })
    .map(
      ({ days: [signedOn, takenOverOn, endedOn], more, stage, ...rest }): ReportedContract => ({
        ...rest,
        signedOn: stage === 'unsigned' || !signedOn ? null : signedOn,
        takenOverOn: stage.toLowerCase().includes('takeover') && takenOverOn ? [takenOverOn, ...more] : [],
        endedOn: stage.startsWith('ended') && endedOn ? endedOn : null,
      }),
    ),
  { maxLength: 60 },
)

const sum = (tallies: Iterable<Pick<Tally, 'new' | 'ended' | 'takenOver'>>) =>
  [...tallies].reduce(
    (a, b) => ({ new: a.new + b.new, ended: a.ended + b.ended, takenOver: a.takenOver + b.takenOver }),
    { new: 0, ended: 0, takenOver: 0 },
  )
const live = (tallies: Iterable<Tally>) => [...tallies].reduce((n, tally) => n + tally.live, 0)

describe('the report over any contracts', () => {
  test('comes to the same sum by seller, type, prefecture, month and cell', () =>
    fc.assert(
      fc.property(contracts, (all) => {
        const report = reportContracts(all, span)
        const { live: standing, new: begun, ended, takenOver } = report.totals
        const flows = { new: begun, ended, takenOver }
        const groupings = [report.bySeller, report.byMonitoringType, report.byPrefecture]
        expect(groupings.map((by) => sum(by.values()))).toEqual(groupings.map(() => flows))
        expect(groupings.map((by) => live(by.values()))).toEqual(groupings.map(() => standing))
        expect(sum(report.byMonth.values())).toEqual(flows)
        expect(sum(report.cells)).toEqual(flows)
      }),
    ))

  test('counts each contract once', () =>
    fc.assert(
      fc.property(contracts, (all) => {
        const inSpan = (on: string | null) => on !== null && '2026-04-01' <= on && on <= '2026-06-30'
        const holds = ({ expiresOn, withdrawn }: NonNullable<ReportedContract['exception']>) =>
          !withdrawn && span.until <= expiresOn
        const standing = all.filter(
          ({ signedOn, endedOn }) =>
            signedOn !== null && signedOn <= span.until && (endedOn === null || endedOn > span.until),
        )
        expect(reportContracts(all, span).totals).toEqual({
          live: standing.length,
          new: all.filter(({ signedOn }) => inSpan(signedOn)).length,
          ended: all.filter(({ endedOn }) => inSpan(endedOn)).length,
          takenOver: all.flatMap(({ takenOverOn }) => takenOverOn).filter(inSpan).length,
          exceptions: standing.filter(({ separate }) => separate).length,
          exceptionsInForce: standing.filter(({ exception }) => exception && holds(exception)).length,
          exceptionsLapsed: standing.filter(({ exception }) => exception && !holds(exception)).length,
          confirmed: standing.filter(({ attested }) => attested?.answer === 'confirmed').length,
          disputed: standing.filter(({ attested }) => attested?.answer === 'disputed').length,
          awaitingConfirmation: standing.filter(({ attested }) => attested?.answer === 'awaiting').length,
          unanswered: standing.filter(
            ({ attested }) => attested?.answer === 'awaiting' && attested.since && attested.since < '2026-06-10',
          ).length,
        })
      }),
    ))

  test('does not depend on the order they come in', () => {
    const shuffled = contracts.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    )
    const asRead = (all: readonly ReportedContract[]) => {
      const { totals: sums, bySeller, byMonitoringType, byPrefecture, byMonth, cells } = reportContracts(all, span)
      return JSON.stringify([sums, [...bySeller], [...byMonitoringType], [...byPrefecture], [...byMonth], cells])
    }
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(asRead(other)).toBe(asRead(all))
      }),
    )
  })

  test('lists prefectures from north to south and months in their order', () =>
    fc.assert(
      fc.property(contracts, (all) => {
        const { byPrefecture, byMonth } = reportContracts(all, span)
        expect([...byPrefecture.keys()]).toEqual(prefectures.filter((one) => byPrefecture.has(one)))
        expect([...byMonth.keys()]).toEqual([...byMonth.keys()].toSorted())
      }),
    ))

  test('names no seller, type or place without anything to count', () =>
    fc.assert(
      fc.property(contracts, (all) => {
        const { bySeller, byMonitoringType, byPrefecture, byMonth } = reportContracts(all, span)
        const tallies = [bySeller, byMonitoringType, byPrefecture, byMonth].flatMap((by) => [...by.values()])
        expect(tallies.filter((tally) => Object.values(tally).every((n) => n === 0))).toEqual([])
      }),
    ))
})
