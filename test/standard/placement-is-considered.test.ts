import { describe, expect, test } from 'vitest'
import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import { doubted, judged, service, silent, type EditionId, type SampledType } from './given.ts'

const itemised = {
  boundary: 'ルーター直下',
  segments: '全区画',
  unseen: 'なし',
  bypasses: 'なし',
}
const standing = (id: EditionId, type: SampledType, placement: ServiceFacts['placement']) =>
  judged(id, 'service-version', service(type, { placement }))

describe('附則1.(3) where the device stands is considered', () => {
  describe.each(['network', 'combined'] as const)('the %s type, under 1.2', (type) => {
    test('one text of four letters is considered, and not itemised (E13)', () => {
      expect(standing('1.2', type, '境界直下')).toEqual([])
      expect(doubted('1.2', 'service-version', service(type, { placement: '境界直下' }))).toEqual([
        'notItemised placement-is-considered facts.placement',
      ])
    })
    test.each(['あ', '境界下', ' 境界下 ', '𠮷𠮷𠮷'])('one of under four letters says nothing: %j (E13)', (placement) =>
      expect(standing('1.2', type, placement)).toEqual([
        { clause: '附則1.(3)', rule: 'placement-is-considered', where: 'facts.placement' },
      ]),
    )
    test('each consideration by itself is kept, and leaves nothing open (E13)', () => {
      expect(standing('1.2', type, itemised)).toEqual([])
      expect(doubted('1.2', 'service-version', service(type, { placement: itemised }))).toEqual([])
    })
    test.each(['boundary', 'segments', 'unseen', 'bypasses'])('each has to be answered: %s (E13)', (one) =>
      expect(standing('1.2', type, { ...itemised, [one]: ' ' })).toEqual([
        { clause: '附則1.(3)', rule: 'placement-is-considered', where: `facts.placement.${one}` },
      ]),
    )
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
