import { describe, expect, test } from 'vitest'
import { yen } from '../../shared/domain/yen.ts'

describe('an amount of yen', () => {
  test.each([
    [0, '0円'],
    [999, '999円'],
    [1_000, '1,000円'],
    [500_000, '500,000円'],
    [1_234_567, '1,234,567円'],
  ])('%i is written %s', (amount, written) => expect(yen(amount)).toBe(written))
})
