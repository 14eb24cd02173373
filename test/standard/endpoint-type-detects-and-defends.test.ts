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
  clause: '第1章2.(2)',
  rule: 'endpoint-type-detects-and-defends',
  where: `facts.capabilities.${what}`,
})

describe('第1章2.(2) an endpoint type detects constantly, and defends', () => {
  describe.each(['endpoint', 'combined'] as const)('the %s type, under 1.2', (type) => {
    test('holds with both', () => expect(able('1.2', type, {})).toEqual([]))
    test('refuses one that does not watch constantly', () =>
      expect(able('1.2', type, { continuousDetection: false })).toEqual([lacking('continuousDetection')]))
  })

  test('an endpoint type by itself must defend, whatever else is claimed', () =>
    expect(able('1.2', 'endpoint', { endpointDefend: false, networkDefend: true })).toEqual([
      lacking('endpointDefend'),
    ]))

  test('beside a network type that defends, its own defence is waived', () =>
    expect(able('1.2', 'combined', { endpointDefend: false, networkDefend: true })).toEqual([]))

  test('the waiver is for defence only', () =>
    expect(able('1.2', 'combined', { endpointDefend: false, continuousDetection: false })).toEqual([
      lacking('continuousDetection'),
    ]))

  test('a network type is asked for nothing of it', () => {
    expect(able('1.2', 'network', { continuousDetection: false, endpointDefend: false })).toEqual([])
    expect(silent('1.2', 'endpoint-type-detects-and-defends', 'service-version', service('network'))).toEqual({
      ja: 'ネットワーク監視型には求められていない',
      en: 'not asked of the network type',
    })
  })

  test('1.1 demands no functions', () =>
    expect(able('1.1', 'endpoint', { continuousDetection: false, endpointDefend: false })).toEqual([]))
})
