import { describe, expect, test } from 'vitest'
import { contract, judged } from './given.ts'

const stopped = [{ clause: '第2章1.(10)', rule: 'seller-can-provide', where: 'resellerId' }]

describe('第2章1.(10) no contract is made through a reseller that has stopped', () => {
  test('one that can provide may sell', () =>
    expect(judged('1.2', 'contract', contract({ channel: 'reseller', sellerCanProvide: true }))).toEqual([]))

  test('one that cannot may not', () =>
    expect(judged('1.2', 'contract', contract({ channel: 'reseller', sellerCanProvide: false }))).toEqual(stopped))

  test('an authorization does not help it, and lacking one is told as well', () =>
    expect(
      judged('1.2', 'contract', contract({ channel: 'reseller', sellerCanProvide: false, sellerMayResell: false })),
    ).toEqual([{ clause: '第1章2.(4)', rule: 'reseller-is-authorized', where: 'resellerId' }, ...stopped]))

  test('1.1 has no such clause', () =>
    expect(judged('1.1', 'contract', contract({ sellerCanProvide: false }))).toEqual([]))
})
