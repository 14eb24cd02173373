import { describe, expect, test } from 'vitest'
import { penaltyFor } from '../../../shared/domain/contract/penalty.ts'
import { day } from '../given.ts'

describe('the penalty for leaving early', () => {
  const term = { on: day('2029-04-14'), endOn: day('2029-10-14'), monthlyFeeExTaxYen: 9_800, wholeMonthsLeft: 6 }
  const half = { kind: 'remainingMonths', monthlyRatePercent: 50 } as const

  test('fixed: what was stated, until the day before the last', () => {
    const fixed = { kind: 'fixed', exTaxYen: 30_000 } as const
    expect(penaltyFor(fixed, term)).toBe(30_000)
    expect(penaltyFor(fixed, { ...term, on: day('2029-10-13'), wholeMonthsLeft: 0 })).toBe(30_000)
    expect(penaltyFor(fixed, { ...term, on: day('2029-10-14'), wholeMonthsLeft: 0 })).toBe(0)
    expect(penaltyFor(fixed, { ...term, on: day('2029-10-15'), wholeMonthsLeft: 0 })).toBe(0)
  })
  test('remaining months: so many whole months of the fee, by the rate', () => {
    expect(penaltyFor(half, term)).toBe(29_400)
    expect(penaltyFor({ ...half, monthlyRatePercent: 100 }, term)).toBe(58_800)
    expect(penaltyFor(half, { ...term, wholeMonthsLeft: 1 })).toBe(4_900)
    expect(penaltyFor(half, { ...term, wholeMonthsLeft: 0 })).toBe(0)
  })
  test('remaining months: nothing on the last day of the term, and something the day before', () => {
    expect(penaltyFor(half, { ...term, on: day('2029-10-14') })).toBe(0)
    expect(penaltyFor(half, { ...term, on: day('2029-10-13') })).toBe(29_400)
  })
  test('is rounded down to the whole yen', () => {
    const odd = { ...term, monthlyFeeExTaxYen: 333, wholeMonthsLeft: 1 }
    expect(penaltyFor(half, odd)).toBe(166)
    expect(penaltyFor({ ...half, monthlyRatePercent: 1 }, odd)).toBe(3)
    expect(penaltyFor({ ...half, monthlyRatePercent: 0 }, odd)).toBe(0)
  })
  test('none: nothing, whatever is left', () => {
    expect(penaltyFor({ kind: 'none' }, term)).toBe(0)
    expect(penaltyFor(null, term)).toBe(0)
  })
})
