import { describe, expect, test } from 'vitest'
import { CorporateNumber } from '../../shared/api/fields.ts'
import { freeSupportsWithin } from '../../shared/domain/contract/emergency-support.ts'
import { targetOf } from '../../shared/domain/contract/incident.ts'
import { plainDate } from '../../shared/domain/plain-date.ts'
import type { ContractFacts, DiscontinuanceFacts, EmergencySupportFacts } from '../../shared/standard/model/occasion.ts'
import { serviceFunctions } from '../../shared/domain/service/facts.ts'
import { at, contract, discontinuance, exception, incidentNotice, judged, service, support } from './given.ts'
import type { ContractEvent } from '../../shared/domain/contract/events.ts'

/** What 1.2 objects to, by clause alone. */
const onContract = (changed: Partial<ContractFacts>) =>
  judged('1.2', 'contract', contract(changed)).map(({ clause }) => clause)
const onService = (...[type, changed]: Parameters<typeof service>) =>
  judged('1.2', 'service-version', service(type, changed)).map(({ clause }) => clause)
const onSupport = (changed: Partial<EmergencySupportFacts>) =>
  judged('1.2', 'emergency-support', support(changed)).map(({ clause }) => clause)
const onCase = (changed: Partial<DiscontinuanceFacts>) =>
  judged('1.2', 'discontinuance', discontinuance(changed)).map(({ clause }) => clause)

describe('initial fees', () => {
  const endpoint300 = { monitoringType: 'endpoint', terminals: 300, monthlyFeeExTaxYen: 540_000 } as const

  test.each([
    ['a network type', { monitoringType: 'network', initialFeeExTaxYen: 500_000 }, []],
    ['a network type', { monitoringType: 'network', initialFeeExTaxYen: 500_001 }, ['第2章1.(7)エ']],
    ['an endpoint type on 300 terminals', { ...endpoint300, initialFeeExTaxYen: 500_000 }, []],
    ['an endpoint type on 300 terminals', { ...endpoint300, initialFeeExTaxYen: 500_001 }, ['第2章1.(7)エ']],
    ['a combined type', { monitoringType: 'combined', initialFeeExTaxYen: 1_000_000 }, []],
    ['a combined type', { monitoringType: 'combined', initialFeeExTaxYen: 1_000_001 }, ['第2章1.(7)エ']],
  ] as const)('%s: %j', (_, changed, clauses) => expect(onContract(changed)).toEqual(clauses))
})

describe('defence', () => {
  const { capabilities } = service('network')

  test('a network type alone that does not defend is refused', () =>
    expect(onService('network', { capabilities: { ...capabilities, networkDefend: false } })).toEqual(['第1章2.(1)']))

  test('one combined with an endpoint type that defends is not', () =>
    expect(
      onService('combined', {
        capabilities: { ...service('combined').capabilities, networkDefend: false, endpointDefend: true },
      }),
    ).toEqual([]))
})

describe('the country of data storage', () => {
  test('left out, it is refused', () => expect(onService('network', { dataStorage: null })).toEqual(['第2章1.(6)']))
  test('said not to be known, it holds', () =>
    expect(onService('network', { dataStorage: { kind: 'unknown', statedOn: plainDate('2026-04-01') } })).toEqual([]))
  test('two countries hold', () =>
    expect(onService('network', { dataStorage: { kind: 'known', countries: ['JP', 'US'] } })).toEqual([]))
})

describe('a separate contract (個別契約)', () => {
  const functions = serviceFunctions.slice(0, 4)

  test('without an exception is refused', () => expect(onContract({ functions })).toEqual(['第2章1.(6)']))
  test('under an approved one with ground, evidence and a burden kept low, it holds on its last day', () =>
    expect(onContract({ functions, exception: exception() })).toEqual([]))
  test('the day after, it is refused', () =>
    expect(onContract({ functions, exception: exception(), madeOn: plainDate('2026-10-01') })).toEqual(['第2章1.(6)']))
  test.each(['evidenced', 'burdenKeptLow', 'approved'] as const)('not %s, it is refused', (fact) =>
    expect(onContract({ functions, exception: exception({ [fact]: false }) })).toEqual(['第2章1.(6)']),
  )
})

describe('a serious incident detected at 10:00', () => {
  const told = (time: string) => incidentNotice({ detectedAt: at('10:00:00'), toldAt: at(time) })
  const target = 60

  test('told at 11:00:00 met its target', () =>
    expect(targetOf(told('11:00:00'), target)).toEqual({ minutes: 60, met: true }))
  test('told at 11:00:01 missed it', () =>
    expect(targetOf(told('11:00:01'), target)).toEqual({ minutes: 60, met: false }))
  test('is no breach either way', () => {
    expect(judged('1.2', 'incident-notice', told('11:00:00'))).toEqual([])
    expect(judged('1.2', 'incident-notice', told('11:00:01'))).toEqual([])
  })
})

describe('emergency support', () => {
  const setUp: ContractEvent = {
    type: 'emergency-supported',
    purpose: 'setUp',
    mode: 'onSite',
    startedAt: at('09:00:00', '2026-10-01'),
    remoteConsentAt: null,
    chargedExTaxYen: 0,
    incidentalExTaxYen: 0,
    supportSha256: 'a'.repeat(64),
    departsFrom: [],
  }
  const year = { from: plainDate('2026-10-01'), until: plainDate('2027-09-30') }

  test('after one dispatch for set-up, the one free support of the year is still there', () => {
    const freeSupportsUsed = freeSupportsWithin([setUp], year)
    expect(freeSupportsUsed).toBe(0)
    expect(onSupport({ chargedExTaxYen: 0, freeSupportsUsed })).toEqual([])
    expect(onSupport({ chargedExTaxYen: 1, freeSupportsUsed })).toEqual(['第2章1.(3)'])
  })
  test('the first, with nothing for the work and 8,000 yen of travel, holds', () => {
    const withTravel = { ...support({ chargedExTaxYen: 0 }), incidentalExTaxYen: 8_000 }
    expect(judged('1.2', 'emergency-support', withTravel)).toEqual([])
  })
  test('remote, begun at 10:00 with consent at 10:05, is refused', () =>
    expect(onSupport({ mode: 'remote', startedAt: at('10:00:00'), remoteConsentAt: at('10:05:00') })).toEqual([
      '第2章1.(3)',
    ]))
})

describe('a reseller of 37 contracts that stopped', () => {
  test('the implementing entity answers for all 37', () =>
    expect(onCase({ contractsListed: 37, contractsTakenOver: 37 })).toEqual([]))
  test('36 are not enough', () =>
    expect(onCase({ contractsListed: 37, contractsTakenOver: 36 })).toEqual(['第2章1.(10)']))
  test('reported to IPA alone, it is not done', () =>
    expect(onCase({ reportedToRegistrationBodyOn: null })).toEqual(['第2章1.(10)']))
})

describe('a corporate number', () => {
  const accepts = (given: string) => CorporateNumber.safeParse(given).success

  test.each(['4011001098993', '7123456789012'])('%s is one', (given) => expect(accepts(given)).toBe(true))
  test('one digit off is none', () => expect(accepts('4011001098994')).toBe(false))

  test('of all first digits, one is right', () => {
    const right = Array.from({ length: 10 }, (_, first) => `${first}011001098993`).filter(accepts)
    expect(right).toEqual(['4011001098993'])
  })
  test.each(['', '401100109899', '40110010989930', '４０１１００１０９８９９３', ' 4011001098993', 'T4011001098993'])(
    '%j is not of its form',
    (given) => expect(accepts(given)).toBe(false),
  )
})
