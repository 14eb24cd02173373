import { describe, expect, test } from 'vitest'
import { bothEditions, contract, judged } from './given.ts'

describe('第2章1.(6) an SME has one live contract for a service', () => {
  describe.each(bothEditions)('under %s', (id) => {
    test('the first is made', () =>
      expect(judged(id, 'contract', contract({ anotherLiveContract: false }))).toEqual([]))

    test('a second is refused', () =>
      expect(judged(id, 'contract', contract({ anotherLiveContract: true }))).toEqual([
        { clause: '第2章1.(6)', rule: 'one-live-contract-each', where: 'sme.smeId' },
      ]))
  })
})
