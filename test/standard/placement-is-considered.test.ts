import { describe, expect, test } from 'vitest'
import type { MonitoringType } from '../../shared/domain/service/facts.ts'
import { judged, service, silent, type EditionId } from './given.ts'

const standing = (id: EditionId, type: MonitoringType, placement: string | null) =>
  judged(id, 'service-version', service(type, { placement }))

describe('附則1.(3) where the device stands is considered', () => {
  describe.each(['network', 'combined'] as const)('the %s type, under 1.2', (type) => {
    test('saying where holds', () => expect(standing('1.2', type, 'ルーター直下')).toEqual([]))
    test.each([null, '', ' ', '\u3000'])('%j says nothing', (placement) =>
      expect(standing('1.2', type, placement)).toEqual([
        { clause: '附則1.(3)', rule: 'placement-is-considered', where: 'facts.placement' },
      ]),
    )
  })

  test('an endpoint type has no device to place', () => {
    expect(standing('1.2', 'endpoint', null)).toEqual([])
    expect(silent('1.2', 'placement-is-considered', 'service-version', service('endpoint'))).toEqual({
      ja: '端末監視型には求められていない',
      en: 'not asked of the endpoint type',
    })
  })
  test('1.1 does not ask for it', () => expect(standing('1.1', 'network', null)).toEqual([]))
})
