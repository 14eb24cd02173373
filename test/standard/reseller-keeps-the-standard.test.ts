import { describe, expect, test } from 'vitest'
import { plainDate } from '../../shared/domain/plain-date.ts'
import { judged, reseller } from './given.ts'

const unpledged = { clause: '第1章2.(4)', rule: 'reseller-keeps-the-standard', where: 'resellerId' }

describe('第1章2.(4) only those sell who pledged to keep the standard', () => {
  test('a reseller that pledged may be authorized', () =>
    expect(judged('1.2', 'reseller', reseller({ pledgedOn: plainDate('2026-04-01') }))).toEqual([]))

  test('one that did not may not', () =>
    expect(judged('1.2', 'reseller', reseller({ pledgedOn: null }))).toEqual([unpledged]))

  test('one that was not trained either is told both at once', () =>
    expect(judged('1.2', 'reseller', reseller({ pledgedOn: null, trainedOn: null }))).toEqual([
      unpledged,
      { clause: '第2章1.(7)ウ', rule: 'reseller-can-explain', where: 'resellerId' },
    ]))

  test('1.1 has no such clause: it refuses resellers as such', () => {
    const rules = judged('1.1', 'reseller', reseller({ pledgedOn: null })).map(({ rule }) => rule)
    expect(rules).toEqual(['sold-by-those-the-standard-names'])
  })
})
