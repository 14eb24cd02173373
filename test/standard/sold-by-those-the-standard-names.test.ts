import { describe, expect, test } from 'vitest'
import { bothEditions, contract, judged, reseller } from './given.ts'

describe('第1章2.(3) the edition says who contracts with the SME', () => {
  test.each(bothEditions)('under %s the implementing entity itself may', (id) =>
    expect(judged(id, 'contract', contract({ channel: 'direct' }))).toEqual([]),
  )

  test('under 1.2 a reseller may', () =>
    expect(judged('1.2', 'contract', contract({ channel: 'reseller' }))).toEqual([]))

  test('under 1.1 a reseller may not', () =>
    expect(judged('1.1', 'contract', contract({ channel: 'reseller' }))).toEqual([
      { clause: '第1章2.(3)', rule: 'sold-by-those-the-standard-names', where: 'resellerId' },
    ]))
})

describe('第1章2.(3) the edition says whether a service may be resold', () => {
  test('under 1.2 it may', () => expect(judged('1.2', 'reseller', reseller())).toEqual([]))

  test('under 1.1 it may not, whatever the reseller pledged and learnt', () =>
    expect(judged('1.1', 'reseller', reseller())).toEqual([
      { clause: '第1章2.(3)', rule: 'sold-by-those-the-standard-names', where: 'serviceId' },
    ]))
})
