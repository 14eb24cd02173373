import { describe, expect, test } from 'vitest'
import { plainDate } from '../../shared/domain/plain-date.ts'
import { judged, reseller } from './given.ts'

describe('第2章1.(7)ウ whoever explains the conditions has learnt them', () => {
  test('a reseller that was trained may be authorized', () =>
    expect(judged('1.2', 'reseller', reseller({ trainedOn: plainDate('2026-04-08') }))).toEqual([]))

  test('one that was not may not', () =>
    expect(judged('1.2', 'reseller', reseller({ trainedOn: null }))).toEqual([
      { clause: '第2章1.(7)ウ', rule: 'reseller-can-explain', where: 'resellerId' },
    ]))

  test('1.1 does not ask for it: it refuses resellers as such', () => {
    const rules = judged('1.1', 'reseller', reseller({ trainedOn: null })).map(({ rule }) => rule)
    expect(rules).toEqual(['sold-by-those-the-standard-names'])
  })
})
