import { describe, expect, test } from 'vitest'
import {
  contractTerms,
  linesOfTerms,
  statedTerms,
  termInWords,
  termNames,
  termOf,
} from '../../../shared/domain/contract/contract-terms.ts'
import { plainDate } from '../../../shared/domain/plain-date.ts'

const given = { monthlyFeeExTaxYen: 9_800, terminals: 10, termMonths: 12, startOn: plainDate('2026-06-01') }

describe('the plain terms of a contract', () => {
  test('keep their keys of stored rows for ever', () => {
    expect(
      termNames.map((name) => [name, termOf(name).revision?.key ?? null, termOf(name).search?.key ?? null]),
    ).toEqual([
      ['monthlyFeeExTaxYen', 'mf', 'f'],
      ['terminals', 'tm', null],
      ['importantTerminals', 'it', null],
      ['termMonths', null, 't'],
      ['startOn', 'so', 'b'],
    ])
  })
  test('have a column each to themselves', () => {
    const columns = termNames.flatMap((name) => termOf(name).column ?? [])
    expect(new Set(columns).size).toBe(columns.length)
  })
  test('say null of terminals nobody counted', () => {
    expect(statedTerms(given)).toEqual({ ...given, importantTerminals: null })
    expect(statedTerms({ ...given, importantTerminals: 0 })).toEqual({ ...given, importantTerminals: 0 })
  })
  test('are stated in their item of the disclosure, a number of terminals where there are any', () => {
    const terms = statedTerms(given)
    expect(linesOfTerms('monthlyFee', terms)).toEqual(['月額9,800円（税抜）', '対象の端末：10台'])
    expect(linesOfTerms('monthlyFee', { ...terms, terminals: 0 })).toEqual(['月額9,800円（税抜）'])
    expect(linesOfTerms('term', terms)).toEqual([])
  })
  test('are said in words where two contracts are compared', () => {
    expect(termInWords('monthlyFeeExTaxYen', 9_800)).toBe('9,800円')
    expect(termInWords('importantTerminals', null)).toBe(contractTerms.importantTerminals.leftOut)
    expect(termInWords('importantTerminals', 3)).toBe('3台')
    expect(termInWords('startOn', plainDate('2026-06-01'))).toBe('2026年6月1日')
  })
})
