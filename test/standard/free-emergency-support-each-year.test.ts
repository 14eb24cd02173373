import { describe, expect, test } from 'vitest'
import { freeSupportsWithin } from '../../shared/domain/contract/emergency-support.ts'
import { plainDate } from '../../shared/domain/plain-date.ts'
import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import { at, judged, service, silent, support, whys, type EditionId } from './given.ts'
import type { ContractEvent } from '../../shared/domain/contract/events.ts'
import type { EmergencySupport } from '../../shared/domain/contract/service-events.ts'

const free = (
  id: EditionId,
  freePerContractYear: number,
  travelExpenses: ServiceFacts['emergencySupport']['travelExpenses'] = 'chargeable',
) =>
  judged(
    id,
    'service-version',
    service('network', {
      emergencySupport: { onSiteDispatch: true, remote: 'withConsent', freePerContractYear, travelExpenses },
    }),
  )

describe('第2章1.(3) emergency support is free at least once a year', () => {
  test('once a year holds', () => expect(free('1.2', 1)).toEqual([]))
  test('more often holds', () => expect(free('1.2', 2)).toEqual([]))
  test('never is refused', () =>
    expect(free('1.2', 0)).toEqual([
      {
        clause: '第2章1.(3)',
        rule: 'free-emergency-support-each-year',
        where: 'facts.emergencySupport.freePerContractYear',
      },
    ]))
  test('travel may be charged or not', () => {
    expect(free('1.2', 1, 'chargeable')).toEqual([])
    expect(free('1.2', 1, 'included')).toEqual([])
  })
  test('1.1 does not ask for it', () => expect(free('1.1', 0)).toEqual([]))
})

describe('第2章1.(3) the free support of the year is given', () => {
  const year = { from: plainDate('2026-10-01'), until: plainDate('2027-09-30') }
  const past = (...supports: readonly Partial<EmergencySupport>[]): readonly ContractEvent[] =>
    supports.map((one) => ({
      type: 'emergency-supported',
      purpose: 'emergency',
      mode: 'onSite',
      startedAt: at('10:00:00'),
      remoteConsentAt: null,
      chargedExTaxYen: 0,
      incidentalExTaxYen: 0,
      supportSha256: 'a'.repeat(64),
      departsFrom: [],
      ...one,
    }))
  /** The next emergency of a year with some supports in it. */
  const next = (chargedExTaxYen: number, events: readonly ContractEvent[], id: EditionId = '1.2') => {
    const freeSupportsUsed = freeSupportsWithin(events, year)
    return judged(id, 'emergency-support', support({ chargedExTaxYen, freeSupportsUsed }))
  }
  const charged = [{ clause: '第2章1.(3)', rule: 'free-emergency-support-each-year', where: 'chargedExTaxYen' }]

  test('the first emergency without cost holds', () => expect(next(0, past())).toEqual([]))
  test('charged one yen, it is refused', () => expect(next(1, past())).toEqual(charged))
  test('travel for 8,000 yen is booked apart and may be charged', () => {
    const withTravel = { ...support({ chargedExTaxYen: 0 }), incidentalExTaxYen: 8_000 }
    expect(judged('1.2', 'emergency-support', withTravel)).toEqual([])
  })

  test('after the free one the next may be charged, or not', () => {
    expect(next(50_000, past({}))).toEqual([])
    expect(next(0, past({}))).toEqual([])
  })
  test('the first emergency after set-up is still free', () => {
    const setUp = past({ purpose: 'setUp' })
    expect(next(0, setUp)).toEqual([])
    expect(next(50_000, setUp)).toEqual(charged)
  })
  test('one that was charged leaves the free one untouched', () =>
    expect(next(50_000, past({ chargedExTaxYen: 50_000 }))).toEqual(charged))
  test('remote support counts as much as dispatch', () =>
    expect(next(50_000, past({ mode: 'remote', remoteConsentAt: at('10:00:00') }))).toEqual([]))

  test('of two the terms promise, both are free; the third may be charged (E3)', () => {
    const nth = (freeSupportsUsed: number, freePromised = 2) =>
      judged('1.2', 'emergency-support', support({ chargedExTaxYen: 1, freeSupportsUsed, freePromised }))
    expect(nth(0)).toEqual(charged)
    expect(nth(1)).toEqual(charged)
    expect(nth(2)).toEqual([])
    expect(
      whys('1.2', 'emergency-support', support({ chargedExTaxYen: 1, freeSupportsUsed: 1, freePromised: 2 })),
    ).toEqual(['自己負担のない支援（年2回のうち1回）が残っているのに、1円（税抜）を請求しています。'])
  })
  test('terms that promise less than the edition do not lower it (E3)', () => {
    const none = { chargedExTaxYen: 1, freePromised: 0 }
    expect(judged('1.2', 'emergency-support', support({ ...none, freeSupportsUsed: 0 }))).toEqual(charged)
    expect(judged('1.2', 'emergency-support', support({ ...none, freeSupportsUsed: 1 }))).toEqual([])
  })

  test.each([
    ['the day before the year', '2026-09-30', charged],
    ['its first day', '2026-10-01', []],
    ['its last day', '2027-09-30', []],
    ['the day after', '2027-10-01', charged],
  ])('a free support on %s, %s', (_, day, found) => {
    expect(next(50_000, past({ startedAt: at('00:00:00', day) }))).toEqual(found)
    expect(next(50_000, past({ startedAt: at('23:59:59', day) }))).toEqual(found)
  })

  test('set-up may be charged: it is not counted', () => {
    const setUp = support({ purpose: 'setUp', chargedExTaxYen: 50_000 })
    expect(judged('1.2', 'emergency-support', setUp)).toEqual([])
    expect(silent('1.2', 'free-emergency-support-each-year', 'emergency-support', setUp)).toEqual({
      ja: '導入に伴う初期対応は数えない',
      en: 'the dispatch for set-up is not counted',
    })
    expect(silent('1.2', 'free-emergency-support-each-year', 'emergency-support', support())).toBeUndefined()
  })

  test('1.1 does not ask for it', () => expect(next(50_000, past(), '1.1')).toEqual([]))
})
