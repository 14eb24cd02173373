import { describe, expect, test } from 'vitest'
import type { ContractFacts } from '../../shared/standard/occasion.ts'
import { contract, judged, silent, type EditionId } from './given.ts'

const fee = (
  id: EditionId,
  monitoringType: ContractFacts['monitoringType'],
  monthlyFeeExTaxYen: number,
  terminals: number,
) => judged(id, 'contract', contract({ monitoringType, monthlyFeeExTaxYen, terminals }))

const aboveCap = [{ clause: '第2章1.(7)ア・イ', rule: 'monthly-fee-within-cap', where: 'terms.monthlyFeeExTaxYen' }]

describe('第2章1.(7)ア・イ the monthly fee stays within a cap', () => {
  test('a network type may cost 10,000 yen a month', () => expect(fee('1.2', 'network', 10_000, 0)).toEqual([]))
  test('and not one yen more', () => expect(fee('1.2', 'network', 10_001, 0)).toEqual(aboveCap))
  test('terminals do not lift the cap of a network type', () =>
    expect(fee('1.2', 'network', 10_001, 50)).toEqual(aboveCap))

  test.each([1, 2, 57])('an endpoint type of %i may cost 2,000 yen a terminal and not one yen more', (terminals) => {
    expect(fee('1.2', 'endpoint', 2_000 * terminals, terminals)).toEqual([])
    expect(fee('1.2', 'endpoint', 2_000 * terminals + 1, terminals)).toEqual(aboveCap)
  })

  test('a combined type is not judged: its cap is not known', () => {
    expect(fee('1.2', 'combined', 9_999_999, 1)).toEqual([])
    expect(silent('1.2', 'monthly-fee-within-cap', 'contract', contract({ monitoringType: 'combined' }))).toEqual({
      ja: '併用型の月額の上限は分からない',
      en: 'the cap of the combined type is not known',
    })
    expect(silent('1.2', 'monthly-fee-within-cap', 'contract', contract())).toBeUndefined()
  })

  test('1.1 has no cap that is known to us', () => {
    expect(fee('1.1', 'network', 10_001, 0)).toEqual([])
    expect(fee('1.1', 'endpoint', 2_001, 1)).toEqual([])
  })
})
