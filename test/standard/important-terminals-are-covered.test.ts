import { describe, expect, test } from 'vitest'
import { judgeAnew } from '../../shared/standard/index.ts'
import { contract, doubted, editionOf, judged, service, silent, type EditionId, type SampledType } from './given.ts'

const promised = (id: EditionId, type: SampledType, coversImportantTerminals: boolean) =>
  judged(id, 'service-version', service(type, { coversImportantTerminals }))
const covering = (id: EditionId, monitoringType: SampledType, terminals: number, importantTerminals: number | null) =>
  judged(id, 'contract', contract({ monitoringType, terminals, importantTerminals }))
const uncovered = (where: string) => [{ clause: '附則1.(4)', rule: 'important-terminals-are-covered', where }]

describe('附則1.(4) terminals that handle important information are covered', () => {
  describe.each(['endpoint', 'combined'] as const)('the %s type, under 1.2', (type) => {
    test('a service that promises it holds', () => expect(promised('1.2', type, true)).toEqual([]))
    test('a service that does not is refused', () =>
      expect(promised('1.2', type, false)).toEqual(uncovered('facts.coversImportantTerminals')))

    test('a contract that covers exactly as many holds', () => expect(covering('1.2', type, 5, 5)).toEqual([]))
    test('one terminal short is refused', () =>
      expect(covering('1.2', type, 5, 6)).toEqual(uncovered('terms.terminals')))
    test('none to cover holds', () => expect(covering('1.2', type, 5, 0)).toEqual([]))
    test('what was not counted is not known, and never kept (E7)', () => {
      expect(covering('1.2', type, 5, null)).toEqual([])
      const uncounted = contract({ monitoringType: type, monthlyFeeExTaxYen: 0, importantTerminals: null })
      expect(doubted('1.2', 'contract', uncounted)).toEqual([
        'notKnown important-terminals-are-covered terms.importantTerminals',
      ])
      expect(judgeAnew(editionOf('1.2'), 'contract', uncounted).map(({ rule, where }) => [rule, where])).toEqual([
        ['important-terminals-are-covered', 'terms.importantTerminals'],
      ])
    })
    test('none, once counted, is known', () =>
      expect(
        doubted('1.2', 'contract', contract({ monitoringType: type, monthlyFeeExTaxYen: 0, importantTerminals: 0 })),
      ).toEqual([]))
  })

  test('a network type covers none and promises none', () => {
    expect(promised('1.2', 'network', false)).toEqual([])
    expect(covering('1.2', 'network', 0, 6)).toEqual([])
    const why = { ja: 'ネットワーク監視型には求められていない', en: 'not asked of the network type' }
    expect(silent('1.2', 'important-terminals-are-covered', 'service-version', service('network'))).toEqual(why)
    expect(silent('1.2', 'important-terminals-are-covered', 'contract', contract())).toEqual(why)
  })

  test('1.1 does not ask for it', () => {
    expect(promised('1.1', 'endpoint', false)).toEqual([])
    expect(covering('1.1', 'endpoint', 5, 6)).toEqual([])
  })
})
