import { describe, expect, test } from 'vitest'
import { CorporateNumber } from '../../shared/api/fields.ts'
import { plainDate } from '../../shared/domain/plain-date.ts'
import type { ContractFacts } from '../../shared/standard/occasion.ts'
import { contract, judged, service } from './given.ts'

/** What 1.2 objects to, by clause alone. */
const onContract = (changed: Partial<ContractFacts>) =>
  judged('1.2', 'contract', contract(changed)).map(({ clause }) => clause)
const onService = (...[type, changed]: Parameters<typeof service>) =>
  judged('1.2', 'service-version', service(type, changed)).map(({ clause }) => clause)

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
