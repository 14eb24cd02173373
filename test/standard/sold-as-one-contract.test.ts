import { describe, expect, test } from 'vitest'
import { plainDate } from '../../shared/domain/plain-date.ts'
import { serviceFunctions } from '../../shared/domain/service/facts.ts'
import { bothEditions, contract, exception, judged, service, without } from './given.ts'

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

    const separate = (changed: Parameters<typeof exception>[0]) =>
      judged(
        id,
        'contract',
        contract({
          functions: without(serviceFunctions, 'simpleCyberInsurance'),
          exception: exception(changed),
        }),
      )
    const excepted = (where: string) => [{ clause: '第2章1.(6)', rule: 'sold-as-one-contract', where }]

    test('a contract without one function holds under an exception for that one, on its last day', () =>
      expect(separate({ expiresOn: plainDate('2026-09-30') })).toEqual([]))
    test('and not on the day after', () =>
      expect(separate({ expiresOn: plainDate('2026-09-29') })).toEqual(excepted('exceptionId')))

    test.each([
      ['ground', { ground: null }],
      ['evidence', { evidenced: false }],
      ['a way to keep the burden low', { burdenKeptLow: false }],
      ['approval', { approved: false }],
      ['a last day', { expiresOn: null }],
      ['this service', { forService: false }],
      ['this seller', { forSeller: false }],
      ['this SME', { forSme: false }],
    ] as const)('refuses one whose exception lacks %s', (_, changed) =>
      expect(separate(changed)).toEqual(excepted('exceptionId')),
    )

    test('an exception for more than it leaves out is not its own, nor one for less', () => {
      expect(separate({ leavesOut: ['consultationDesk', 'simpleCyberInsurance'] })).toEqual(excepted('functions'))
      expect(separate({ leavesOut: [] })).toEqual(excepted('functions'))
    })
    test('an exception for another function is wrong in both', () =>
      expect(separate({ leavesOut: ['consultationDesk'] })).toEqual([
        ...excepted('functions'),
        ...excepted('functions'),
      ]))
    test('everything an exception lacks is named at once', () =>
      expect(
        separate({ ground: null, evidenced: false, burdenKeptLow: false, approved: false, expiresOn: null }),
      ).toHaveLength(5))
  })
})
