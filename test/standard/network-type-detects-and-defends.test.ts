import { describe, expect, test } from 'vitest'
import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import { judged, service, silent, type EditionId, type SampledType } from './given.ts'

const everything = {
  detectInbound: true,
  detectOutbound: true,
  networkDefend: true,
  continuousDetection: true,
  endpointDefend: true,
}
const able = (id: EditionId, type: SampledType, changed: Partial<ServiceFacts['capabilities']>) =>
  judged(id, 'service-version', service(type, { capabilities: { ...everything, ...changed } }))
const lacking = (what: string) => ({
  clause: '第1章2.(1)',
  rule: 'network-type-detects-and-defends',
  where: `facts.capabilities.${what}`,
})

describe('第1章2.(1) a network type detects from outside and from inside, and defends', () => {
  describe.each(['network', 'combined'] as const)('the %s type, under 1.2', (type) => {
    test('holds with all three', () => expect(able('1.2', type, {})).toEqual([]))
    test('refuses one blind to the outside', () =>
      expect(able('1.2', type, { detectInbound: false })).toEqual([lacking('detectInbound')]))
    test('refuses one blind to the inside', () =>
      expect(able('1.2', type, { detectOutbound: false })).toEqual([lacking('detectOutbound')]))
    test('names both at once', () =>
      expect(able('1.2', type, { detectInbound: false, detectOutbound: false })).toEqual([
        lacking('detectInbound'),
        lacking('detectOutbound'),
      ]))
  })

  test('a network type by itself must defend, whatever else is claimed', () =>
    expect(able('1.2', 'network', { networkDefend: false, endpointDefend: true })).toEqual([lacking('networkDefend')]))

  test('beside an endpoint type that defends, its own defence is waived', () =>
    expect(able('1.2', 'combined', { networkDefend: false, endpointDefend: true })).toEqual([]))

  test('where neither side defends, both are named', () =>
    expect(able('1.2', 'combined', { networkDefend: false, endpointDefend: false })).toEqual([
      lacking('networkDefend'),
      {
        clause: '第1章2.(2)',
        rule: 'endpoint-type-detects-and-defends',
        where: 'facts.capabilities.endpointDefend',
      },
    ]))

  test('an endpoint type is asked for nothing of it', () => {
    const blind = { detectInbound: false, detectOutbound: false, networkDefend: false }
    expect(able('1.2', 'endpoint', blind)).toEqual([])
    expect(silent('1.2', 'network-type-detects-and-defends', 'service-version', service('endpoint'))).toEqual({
      ja: '端末監視型には求められていない',
      en: 'not asked of the endpoint type',
    })
  })

  test('1.1 demands no functions', () => {
    const nothing = { detectInbound: false, detectOutbound: false, networkDefend: false, endpointDefend: false }
    expect(able('1.1', 'network', nothing)).toEqual([])
    expect(able('1.1', 'combined', nothing)).toEqual([])
  })
})
