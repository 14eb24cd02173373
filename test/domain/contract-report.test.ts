import { describe, expect, test } from 'vitest'
import {
  reportContracts as reportOn,
  unansweredAfterDays,
  type ReportedContract,
  type Span,
} from '../../shared/domain/aggregates/contract-report.ts'
import { day, entityId, exceptionId, otherResellerId, resellerId } from './given.ts'

const span = { from: day('2026-04-01'), until: day('2026-06-30') }
const today = day('2026-07-10')
const reportContracts = (all: Iterable<ReportedContract>, of: Span) => reportOn(all, of, today)
const contract = (changed: Partial<ReportedContract> = {}): ReportedContract => ({
  seller: resellerId,
  monitoringType: 'network',
  prefecture: '東京都',
  signedOn: day('2026-05-10'),
  endedOn: null,
  takenOverOn: [],
  attested: null,
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
  confirmed: 0,
  disputed: 0,
  awaitingConfirmation: 0,
  unanswered: 0,
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
  test('as an exception while it is live', () => {
    expect(totals({ separate: true })).toMatchObject({ exceptions: 1 })
    expect(totals({ separate: true, endedOn: day('2026-06-30') })).toMatchObject({ exceptions: 0 })
  })
  test.each([
    ['confirmed', { confirmed: 1, disputed: 0, awaitingConfirmation: 0, unanswered: 0 }],
    ['disputed', { confirmed: 0, disputed: 1, awaitingConfirmation: 0, unanswered: 0 }],
    ['awaiting', { confirmed: 0, disputed: 0, awaitingConfirmation: 1, unanswered: 0 }],
  ] as const)('as %s by its SME, where it was attested and is live, under its seller too', (answer, expected) => {
    const paper = contract({ attested: { answer, since: today } })
    const { totals: all, bySeller, byMonitoringType } = reportContracts([paper, contract()], span)
    expect(all).toMatchObject({ live: 2, ...expected })
    expect(bySeller.get(resellerId)).toMatchObject(expected)
    expect(byMonitoringType.get('network')).toMatchObject(expected)
    const over = totals({ attested: { answer, since: today }, endedOn: day('2026-06-30') })
    expect(over).toEqual({ ...nothing, new: 1, ended: 1 })
  })
  test.each([
    ['2026-06-10', 0],
    ['2026-06-09', 1],
  ])('as awaited since %s, read thirty days later or one more: without an answer %i', (since, unanswered) => {
    expect(unansweredAfterDays).toBe(30)
    const attested = { answer: 'awaiting', since: day(since) } as const
    expect(totals({ attested })).toMatchObject({ awaitingConfirmation: 1, unanswered })
    expect(totals({ attested: { ...attested, answer: 'confirmed' } })).toMatchObject({ unanswered: 0 })
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
  test('under exceptions that are over, which are named in the order of their ids', () => {
    const later = `${exceptionId.slice(0, -1)}z` as typeof exceptionId
    const over = (id: typeof exceptionId) =>
      contract({ separate: true, exception: { exceptionId: id, expiresOn: day('2026-06-29'), withdrawn: false } })
    expect([...reportContracts([over(later), over(exceptionId)], span).lapsed]).toEqual([
      [exceptionId, 1],
      [later, 1],
    ])
  })
  test('on a span of one day', () => {
    const one = { from: day('2026-05-10'), until: day('2026-05-10') }
    expect(reportContracts([contract()], one).totals).toMatchObject({ live: 1, new: 1 })
  })
  test('in the month it happened', () => {
    const { byMonth } = reportContracts([contract({ endedOn: day('2026-06-01') })], span)
    expect([...byMonth]).toEqual([
      ['2026-05', { new: 1, ended: 0, takenOver: 0 }],
      ['2026-06', { new: 0, ended: 1, takenOver: 0 }],
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
