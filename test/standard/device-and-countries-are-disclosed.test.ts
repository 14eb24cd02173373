import { describe, expect, test } from 'vitest'
import { plainDate } from '../../shared/domain/plain-date.ts'
import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import { judged, service, type EditionId } from './given.ts'

const having = (id: EditionId, changed: Partial<ServiceFacts>) =>
  judged(id, 'service-version', service('network', changed))
const undisclosed = (where: string) => ({ clause: '第2章1.(6)', rule: 'device-and-countries-are-disclosed', where })
const device = { manufacturer: '架空ネットワークス', model: 'FN-200' }
const known = (...countries: readonly string[]) => ({ dataStorage: { kind: 'known' as const, countries } })

describe('第2章1.(6) devices and countries are disclosed', () => {
  describe('the device', () => {
    test('maker and model hold', () => expect(having('1.2', { devices: [device] })).toEqual([]))
    test('refuses none', () => expect(having('1.2', { devices: [] })).toEqual([undisclosed('facts.devices')]))

    test.each(['', ' ', '\u3000'])('refuses a maker of %j', (manufacturer) =>
      expect(having('1.2', { devices: [{ ...device, manufacturer }] })).toEqual([
        undisclosed('facts.devices.0.manufacturer'),
      ]),
    )
    test.each(['', ' ', '\u3000'])('refuses a model of %j', (model) =>
      expect(having('1.2', { devices: [{ ...device, model }] })).toEqual([undisclosed('facts.devices.0.model')]),
    )
    test('finds the one among several that says nothing', () =>
      expect(having('1.2', { devices: [device, { manufacturer: '', model: '' }, device] })).toEqual([
        undisclosed('facts.devices.1.manufacturer'),
        undisclosed('facts.devices.1.model'),
      ]))
  })

  describe('the country of service provision', () => {
    test.each(['JP', 'AD', 'ZW', 'TW'])('%s is one', (code) =>
      expect(having('1.2', { serviceProvisionCountries: [code] })).toEqual([]),
    )
    test.each(['XX', 'XK', 'EU', 'UK', 'jp', 'JPN', 'J', ''])('%j is none', (code) =>
      expect(having('1.2', { serviceProvisionCountries: [code] })).toEqual([
        undisclosed('facts.serviceProvisionCountries.0'),
      ]),
    )
    test('refuses none at all', () =>
      expect(having('1.2', { serviceProvisionCountries: [] })).toEqual([
        undisclosed('facts.serviceProvisionCountries'),
      ]))
    test('finds the wrong ones among several', () =>
      expect(having('1.2', { serviceProvisionCountries: ['JP', 'XX', 'US', 'YY'] })).toEqual([
        undisclosed('facts.serviceProvisionCountries.1'),
        undisclosed('facts.serviceProvisionCountries.3'),
      ]))
  })

  describe('the country of data storage', () => {
    test('one or several hold', () => {
      expect(having('1.2', known('JP'))).toEqual([])
      expect(having('1.2', known('JP', 'US'))).toEqual([])
    })
    test('saying that it is not known holds', () =>
      expect(having('1.2', { dataStorage: { kind: 'unknown', statedOn: plainDate('2026-04-01') } })).toEqual([]))
    test('saying nothing does not', () =>
      expect(having('1.2', { dataStorage: null })).toEqual([undisclosed('facts.dataStorage')]))
    test('nor does knowing it and naming none', () =>
      expect(having('1.2', known())).toEqual([undisclosed('facts.dataStorage')]))
    test('nor does a country that is none', () =>
      expect(having('1.2', known('JP', 'XX'))).toEqual([undisclosed('facts.dataStorage.countries.1')]))
  })

  test('1.1 asks for none of it', () =>
    expect(having('1.1', { devices: [], serviceProvisionCountries: [], dataStorage: null })).toEqual([]))
})
