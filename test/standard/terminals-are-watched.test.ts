import { describe, expect, test } from 'vitest'
import type { MonitoringType } from '../../shared/domain/service/facts.ts'
import { bothEditions, contract, judged, silent, type EditionId } from './given.ts'

const covering = (id: EditionId, monitoringType: MonitoringType, terminals: number) =>
  judged(id, 'contract', contract({ monitoringType, terminals, monthlyFeeExTaxYen: 0 }))

describe('第1章2.(2) a contract that watches terminals has terminals', () => {
  describe.each(bothEditions)('under %s', (id) => {
    test.each(['endpoint', 'combined'] as const)('the %s type: one holds, none is refused', (type) => {
      expect(covering(id, type, 1)).toEqual([])
      expect(covering(id, type, 0)).toEqual([
        { clause: '第1章2.(2)', rule: 'terminals-are-watched', where: 'terms.terminals' },
      ])
    })

    test('a network type has none to count', () => {
      expect(covering(id, 'network', 0)).toEqual([])
      expect(silent(id, 'terminals-are-watched', 'contract', contract({ monitoringType: 'network' }))).toEqual({
        ja: 'ネットワーク監視型には求められていない',
        en: 'not asked of the network type',
      })
    })
  })
})
