import { describe, expect, test } from 'vitest'
import { contract, judged } from './given.ts'

describe('第1章2.(4) a reseller sells what it is authorized for', () => {
  test('an authorized reseller may', () =>
    expect(judged('1.2', 'contract', contract({ channel: 'reseller', sellerMayResell: true }))).toEqual([]))

  test('one without an authorization may not', () =>
    expect(judged('1.2', 'contract', contract({ channel: 'reseller', sellerMayResell: false }))).toEqual([
      { clause: '第1章2.(4)', rule: 'reseller-is-authorized', where: 'resellerId' },
    ]))

  test('the implementing entity needs none for its own service', () =>
    expect(judged('1.2', 'contract', contract({ channel: 'direct', sellerMayResell: false }))).toEqual([]))

  test('1.1 knows no authorization: it refuses resellers as such', () => {
    const rules = judged('1.1', 'contract', contract({ channel: 'reseller', sellerMayResell: false }))
    expect(rules.map(({ rule }) => rule)).toEqual(['sold-by-those-the-standard-names'])
  })
})
