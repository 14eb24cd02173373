import { describe, expect, test } from 'vitest'
import { byRule, judge } from '../../shared/standard/model/edition.ts'
import { placementIsConsidered } from '../../shared/standard/rules/placement-is-considered.ts'
import { contract, editionOf, service } from './given.ts'

const everythingWrong = contract({
  channel: 'reseller',
  monitoringType: 'endpoint',
  functions: [],
  initialFeeExTaxYen: 9_000_000,
  monthlyFeeExTaxYen: 9_000_000,
  terminals: 0,
  importantTerminals: 5,
  noticeBy: 'nothing',
  sellerMayResell: false,
  sellerCanProvide: false,
  anotherLiveContract: true,
})

describe('judging', () => {
  test('finds every breach at once, in the order of the clauses', () => {
    const labels = editionOf('1.2').clauses.map(({ label }) => label)
    const found = judge(editionOf('1.2'), 'contract', everythingWrong).map(({ clause }) => clause)
    expect(new Set(found)).toEqual(
      new Set([
        '第1章2.(2)',
        '第1章2.(4)',
        '第2章1.(2)',
        '第2章1.(6)',
        '第2章1.(7)ア・イ',
        '第2章1.(7)エ',
        '第2章1.(10)',
        '附則1.(4)',
      ]),
    )
    expect(found).toEqual(found.toSorted((a, b) => labels.indexOf(a) - labels.indexOf(b)))
  })

  test('asks the rules of its occasion alone', () => {
    expect(judge(editionOf('1.2'), 'service-version', service('network'))).toEqual([])
    const gaps = service('network', { placement: null, devices: [] })
    const rules = judge(editionOf('1.2'), 'service-version', gaps).map(({ rule }) => rule)
    expect(rules).toEqual(['device-and-countries-are-disclosed', 'placement-is-considered'])
  })

  test('finds nothing where a rule says it does not apply, and the rule still says why', () => {
    const { notFor, objections } = byRule(placementIsConsidered, { lettersAtLeast: 4 })
    const unplaced = service('endpoint', { placement: null })
    expect(notFor(unplaced as never)).toEqual({
      ja: '端末監視型には求められていない',
      en: 'not asked of the endpoint type',
    })
    expect(objections(unplaced as never)).toEqual([])
  })

  test('tells our reading with a breach where a clause has one, and nothing where it has none', () => {
    const [overCap] = judge(editionOf('1.2'), 'contract', contract({ initialFeeExTaxYen: 500_001 }))
    const reading = editionOf('1.2').clauses.find(({ label }) => label === '第2章1.(7)エ')?.ourReading
    expect(reading?.ja).toContain('再販協力会社の上乗せ')
    expect(overCap?.ourReading).toEqual(reading)

    const [undisclosed] = judge(editionOf('1.1'), 'contract', contract({ channel: 'reseller' }))
    expect(undisclosed?.clause).toBe('第1章2.(3)')
    expect(undisclosed).not.toHaveProperty('ourReading')
  })
})
