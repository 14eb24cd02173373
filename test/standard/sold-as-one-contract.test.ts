import { describe, expect, test } from 'vitest'
import { serviceFunctions } from '../../shared/domain/service/facts.ts'
import { bothEditions, contract, judged, service, without } from './given.ts'

const split = (where: string) => ({ clause: '第2章1.(6)', rule: 'sold-as-one-contract', where })

describe('第2章1.(6) all functions come in one contract', () => {
  describe.each(bothEditions)('under %s', (id) => {
    test('a service that offers all five holds, in whatever order', () => {
      const functions = serviceFunctions.toReversed()
      expect(judged(id, 'service-version', service('network', { functions }))).toEqual([])
    })

    test('a contract that binds all five holds, in whatever order', () =>
      expect(judged(id, 'contract', contract({ functions: serviceFunctions.toReversed() }))).toEqual([]))

    test.each(serviceFunctions)('refuses a service without %s', (one) => {
      const functions = without(serviceFunctions, one)
      expect(judged(id, 'service-version', service('network', { functions }))).toEqual([split('facts.functions')])
    })

    test.each(serviceFunctions)('refuses a contract without %s', (one) => {
      const functions = without(serviceFunctions, one)
      expect(judged(id, 'contract', contract({ functions }))).toEqual([split('functions')])
    })

    test('names every missing function at once', () => {
      const nothing = serviceFunctions.map(() => split('functions'))
      expect(judged(id, 'contract', contract({ functions: [] }))).toEqual(nothing)
    })
  })
})
