import { describe, expect, test } from 'vitest'
import type { ContractFacts } from '../../shared/standard/model/occasion.ts'
import { contract, judged, type EditionId } from './given.ts'

const fee = (
  id: EditionId,
  monitoringType: ContractFacts['monitoringType'],
  initialFeeExTaxYen: number,
  changed: Partial<ContractFacts> = {},
) => judged(id, 'contract', contract({ monitoringType, initialFeeExTaxYen, ...changed }))

const aboveCap = [{ clause: '第2章1.(7)エ', rule: 'initial-fee-within-cap', where: 'terms.initialFeeParts' }]

describe('第2章1.(7)エ the initial fee stays within a cap', () => {
  describe.each([
    { monitoringType: 'network', cap: 500_000 },
    { monitoringType: 'endpoint', cap: 500_000 },
    { monitoringType: 'combined', cap: 1_000_000 },
  ] as const)('for the $monitoringType type, under 1.2', ({ monitoringType, cap }) => {
    test('allows no fee at all', () => expect(fee('1.2', monitoringType, 0)).toEqual([]))
    test('allows the cap itself', () => expect(fee('1.2', monitoringType, cap)).toEqual([]))
    test('refuses one yen above the cap', () => expect(fee('1.2', monitoringType, cap + 1)).toEqual(aboveCap))
    test('1.1 has no cap', () => expect(fee('1.1', monitoringType, cap + 1)).toEqual([]))
  })

  test('an endpoint cap does not grow with the terminals', () => {
    const many = { terminals: 300, monthlyFeeExTaxYen: 540_000 }
    expect(fee('1.2', 'endpoint', 500_000, many)).toEqual([])
    expect(fee('1.2', 'endpoint', 500_001, many)).toEqual(aboveCap)
  })

  test('the cap is the same for a contract through a reseller', () => {
    expect(fee('1.2', 'network', 500_000, { channel: 'reseller' })).toEqual([])
    expect(fee('1.2', 'network', 500_001, { channel: 'reseller' })).toEqual(aboveCap)
  })
})
