import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { reportContracts, type ReportedContract, type Tally } from '../../shared/domain/contract-report.ts'
import { prefectures } from '../../shared/domain/places.ts'
import { day, entityId, exceptionId, otherResellerId, resellerId } from './given.ts'

const span = { from: day('2026-04-01'), until: day('2026-06-30') }
const contract = (changed: Partial<ReportedContract> = {}): ReportedContract => ({
  seller: resellerId,
  monitoringType: 'network',
  prefecture: '東京都',
  signedOn: day('2026-05-10'),
  endedOn: null,
  takenOverOn: [],
  awaitingConfirmation: false,
  separate: false,
  exception: null,
  ...changed,
})
const totals = (changed: Partial<ReportedContract>) => reportContracts([contract(changed)], span).totals
const nothing = {
  live: 0,
  new: 0,
  ended: 0,
  takenOver: 0,
  exceptions: 0,
  exceptionsInForce: 0,
  exceptionsLapsed: 0,
  awaitingConfirmation: 0,
}

describe('a contract is counted', () => {
  test.each([
    ['2026-03-31', { ...nothing, live: 1 }],
    ['2026-04-01', { ...nothing, live: 1, new: 1 }],
    ['2026-06-30', { ...nothing, live: 1, new: 1 }],
    ['2026-07-01', nothing],
  ])('signed on %s: %j', (on, expected) => expect(totals({ signedOn: day(on) })).toEqual(expected))

  test.each([
    ['2026-03-31', nothing],
    ['2026-04-01', { ...nothing, ended: 1 }],
    ['2026-06-30', { ...nothing, ended: 1 }],
    ['2026-07-01', { ...nothing, live: 1 }],
  ])('signed before and ended on %s: %j', (on, expected) =>
    expect(totals({ signedOn: day('2026-01-01'), endedOn: day(on) })).toEqual(expected),
  )

  test.each([
    ['2026-03-31', 0],
    ['2026-04-01', 1],
    ['2026-06-30', 1],
    ['2026-07-01', 0],
  ])('taken over on %s: %i', (on, takenOver) => expect(totals({ takenOverOn: [day(on)] })).toMatchObject({ takenOver }))
  test('taken over as often as it was', () => {
    const takenOverOn = [day('2026-03-31'), day('2026-04-01'), day('2026-06-30'), day('2026-07-01')]
    expect(totals({ takenOverOn })).toMatchObject({ live: 1, takenOver: 2 })
  })

  test('not at all before it is signed', () => expect(totals({ signedOn: null })).toEqual(nothing))
  test('as an exception, or as awaited, while it is live', () => {
    const both = { separate: true, awaitingConfirmation: true }
    expect(totals(both)).toMatchObject({ exceptions: 1, awaitingConfirmation: 1 })
    expect(totals({ ...both, endedOn: day('2026-06-30') })).toMatchObject({ exceptions: 0, awaitingConfirmation: 0 })
  })
  test.each([
    ['2026-06-30', false, { exceptionsInForce: 1, exceptionsLapsed: 0 }],
    ['2026-06-29', false, { exceptionsInForce: 0, exceptionsLapsed: 1 }],
    ['2026-12-31', true, { exceptionsInForce: 0, exceptionsLapsed: 1 }],
  ])('under an exception until %s, withdrawn %j: %j', (expiresOn, withdrawn, expected) => {
    const under = { separate: true, exception: { exceptionId, expiresOn: day(expiresOn), withdrawn } }
    expect(totals(under)).toMatchObject({ exceptions: 1, ...expected })
    const { lapsed } = reportContracts([contract(under), contract(under)], span)
    expect([...lapsed]).toEqual(expected.exceptionsLapsed > 0 ? [[exceptionId, 2]] : [])
    expect(totals({ ...under, endedOn: day('2026-06-30') })).toMatchObject({
      exceptionsInForce: 0,
      exceptionsLapsed: 0,
    })
  })
  test('on a span of one day', () => {
    const one = { from: day('2026-05-10'), until: day('2026-05-10') }
    expect(reportContracts([contract()], one).totals).toMatchObject({ live: 1, new: 1 })
  })
  test('in the month it happened', () => {
    const { byMonth } = reportContracts([contract({ endedOn: day('2026-06-01') })], span)
    expect([...byMonth]).toEqual([
      ['2026-05', { live: 0, new: 1, ended: 0, takenOver: 0 }],
      ['2026-06', { live: 0, new: 0, ended: 1, takenOver: 0 }],
    ])
  })
})

describe('the report of a few contracts', () => {
  const { bySeller, byMonitoringType, cells } = reportContracts(
    [
      contract({ seller: otherResellerId, monitoringType: 'network' }),
      contract({ seller: resellerId, monitoringType: 'combined', takenOverOn: [day('2026-05-31')] }),
      contract({ seller: entityId, monitoringType: 'endpoint' }),
      contract({ seller: entityId, monitoringType: 'endpoint', endedOn: day('2026-06-30') }),
    ],
    span,
  )

  test('lists sellers and types in their order', () => {
    expect([...bySeller.keys()]).toEqual([entityId, resellerId, otherResellerId])
    expect([...byMonitoringType.keys()]).toEqual(['combined', 'endpoint', 'network'])
  })
  test('has a cell for each seller, type, place and month with something in it', () => {
    const place = { prefecture: '東京都', new: 0, ended: 0, takenOver: 0 }
    const [may, june] = [
      { ...place, month: '2026-05' },
      { ...place, month: '2026-06' },
    ]
    expect(cells).toEqual([
      { ...may, seller: entityId, monitoringType: 'endpoint', new: 2 },
      { ...june, seller: entityId, monitoringType: 'endpoint', ended: 1 },
      { ...may, seller: resellerId, monitoringType: 'combined', new: 1, takenOver: 1 },
      { ...may, seller: otherResellerId, monitoringType: 'network', new: 1 },
    ])
  })
})

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
      awaitingConfirmation: fc.boolean(),
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

const sum = (tallies: Iterable<Omit<Tally, 'live'>>) =>
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
          awaitingConfirmation: standing.filter(({ awaitingConfirmation }) => awaitingConfirmation).length,
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
