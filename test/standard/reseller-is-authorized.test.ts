import { describe, expect, test } from 'vitest'
import { contract, judged, silent } from './given.ts'

describe('第1章2.(4) a reseller sells what it is authorized for', () => {
  test('an authorized reseller may', () =>
    expect(judged('1.2', 'contract', contract({ channel: 'reseller', sellerMayResell: true }))).toEqual([]))

  test('one without an authorization may not', () =>
    expect(judged('1.2', 'contract', contract({ channel: 'reseller', sellerMayResell: false }))).toEqual([
      { clause: '第1章2.(4)', rule: 'reseller-is-authorized', where: 'resellerId' },
    ]))

  test('the implementing entity needs none for its own service', () => {
    const direct = contract({ channel: 'direct', sellerMayResell: false })
    expect(judged('1.2', 'contract', direct)).toEqual([])
    expect(silent('1.2', 'reseller-is-authorized', 'contract', direct)).toEqual({
      ja: '再販協力会社を通さない契約である',
      en: 'no reseller is part of the contract',
    })
    expect(silent('1.2', 'reseller-is-authorized', 'contract', { ...direct, channel: 'reseller' })).toBeUndefined()
  })

  test('1.1 knows no authorization: it refuses resellers as such', () => {
    const rules = judged('1.1', 'contract', contract({ channel: 'reseller', sellerMayResell: false }))
    expect(rules.map(({ rule }) => rule)).toEqual(['sold-by-those-the-standard-names'])
  })
})
