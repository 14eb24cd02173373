import { describe, expect, test } from 'vitest'
import { bothEditions, contract, judged } from './given.ts'

describe('第2章1.(7)ウ fees are stated in whole yen', () => {
  const refusing = (where: string) => [{ clause: '第2章1.(7)ウ', rule: 'conditions-are-stated', where }]

  describe.each(bothEditions)('under %s', (id) => {
    const said = (fees: object) =>
      judged(id, 'contract', contract(fees)).filter(({ rule }) => rule === 'conditions-are-stated')

    test('no fee at all is one', () => expect(said({ initialFeeExTaxYen: 0, monthlyFeeExTaxYen: 0 })).toEqual([]))
    test.each([0.5, -1, Number.NaN])('%d is no amount', (yen) => {
      expect(said({ initialFeeExTaxYen: yen })).toEqual(refusing('terms.initialFeeParts'))
      expect(said({ monthlyFeeExTaxYen: yen })).toEqual(refusing('terms.monthlyFeeExTaxYen'))
    })
  })
})
