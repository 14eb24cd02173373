import { describe, expect, test } from 'vitest'
import { taxedOnce, taxOnceYen } from '../../shared/domain/consumption-tax.ts'

describe('the tax on an invoice', () => {
  test('is worked out once on the sum, and a fraction of a yen is dropped', () => {
    expect(taxOnceYen([105, 105])).toBe(21)
    expect(taxOnceYen([109])).toBe(10)
    expect(taxOnceYen([110])).toBe(11)
    expect(taxOnceYen([11_054])).toBe(1_105)
    expect(taxOnceYen([1_009], 8)).toBe(80)
    expect(taxOnceYen([])).toBe(0)
    expect(taxedOnce([105, 104])).toEqual({ exTaxYen: 209, ratePercent: 10, taxYen: 20, inTaxYen: 229 })
  })
})
