import { describe, expect, test } from 'vitest'
import type { ContractFacts } from '../../shared/standard/model/occasion.ts'
import { contract, doubted, judged, type EditionId } from './given.ts'

const fee = (
  id: EditionId,
  monitoringType: ContractFacts['monitoringType'],
  monthlyFeeExTaxYen: number,
  terminals: number,
) => judged(id, 'contract', contract({ monitoringType, monthlyFeeExTaxYen, terminals }))

const open = (...[id, monitoringType, monthlyFeeExTaxYen, terminals]: Parameters<typeof fee>) =>
  doubted(id, 'contract', contract({ monitoringType, monthlyFeeExTaxYen, terminals, importantTerminals: 0 }))
const depends = ['depends monthly-fee-within-cap terms.monthlyFeeExTaxYen']
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

  test('with tax 10,000 yen is kept; a yen more with tax depends, as long as it is within the cap without (E16)', () => {
    expect(open('1.2', 'network', 9_091, 0)).toEqual([])
    expect(open('1.2', 'network', 9_092, 0)).toEqual(depends)
    expect(open('1.2', 'network', 10_000, 0)).toEqual(depends)
    expect(open('1.2', 'network', 10_001, 0)).toEqual([])
  })
  test('so it is for each terminal of an endpoint type (E16)', () => {
    expect(open('1.2', 'endpoint', 1_818 * 5, 5)).toEqual([])
    expect(open('1.2', 'endpoint', 9_092, 5)).toEqual(depends)
    expect(open('1.2', 'endpoint', 10_000, 5)).toEqual(depends)
    expect(open('1.2', 'endpoint', 10_001, 5)).toEqual([])
  })
  test('of a combined type the sum of both depends, with tax and above it, and is refused at no fee (E16)', () => {
    // 10,000 + 5 × 2,000
    expect(open('1.2', 'combined', 18_182, 5)).toEqual([])
    expect(open('1.2', 'combined', 18_183, 5)).toEqual(depends)
    expect(open('1.2', 'combined', 20_000, 5)).toEqual(depends)
    expect(open('1.2', 'combined', 20_001, 5)).toEqual(depends)
    expect(fee('1.2', 'combined', 9_999_999, 1)).toEqual([])
    expect(open('1.2', 'combined', 9_999_999, 1)).toEqual(depends)
  })

  test('1.1 has no cap that is known to us', () => {
    expect(fee('1.1', 'network', 10_001, 0)).toEqual([])
    expect(fee('1.1', 'endpoint', 2_001, 1)).toEqual([])
    expect(open('1.1', 'network', 10_000, 0)).toEqual([])
  })
})
