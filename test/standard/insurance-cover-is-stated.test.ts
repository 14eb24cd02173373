import { describe, expect, test } from 'vitest'
import type { Insurance } from '../../shared/domain/service/facts.ts'
import { judged, service } from './given.ts'

const insured = (changed: Partial<Insurance>) => {
  const { insurance } = service('endpoint')
  return judged('1.2', 'service-version', service('endpoint', { insurance: { ...insurance, ...changed } }))
}
const gap = (what: string) => ({
  clause: '第2章1.(5)',
  rule: 'insurance-cover-is-stated',
  where: `facts.insurance.${what}`,
})

describe('第2章1.(5) under 1.2 the cover of the insurance is stated', () => {
  test('all of it holds', () => expect(insured({})).toEqual([]))
  test.each(['', ' ', '\u3000'])('refuses an insurer of %j', (insurer) =>
    expect(insured({ insurer })).toEqual([gap('insurer')]),
  )
  test('refuses one that covers nothing', () =>
    expect(insured({ coveredMatters: [] })).toEqual([gap('coveredMatters')]))
  test('one matter is enough', () =>
    expect(insured({ coveredMatters: [{ kind: 'firstResponse', what: '初動対応費用' }] })).toEqual([]))

  test.each([null, 0])('refuses a count of %j', (coverageCountPerYear) =>
    expect(insured({ coverageCountPerYear })).toEqual([gap('coverageCountPerYear')]),
  )
  test('once a year holds', () => expect(insured({ coverageCountPerYear: 1 })).toEqual([]))
  test('so does saying that there is no limit', () =>
    expect(insured({ coverageCountPerYear: 'unlimited' })).toEqual([]))

  test.each([null, 0])('refuses a limit of %j yen', (coverageLimitYen) =>
    expect(insured({ coverageLimitYen })).toEqual([gap('coverageLimitYen')]),
  )
  test('a limit of one yen holds', () => expect(insured({ coverageLimitYen: 1 })).toEqual([]))

  test('refuses an unstated deductible', () => expect(insured({ deductibleYen: null })).toEqual([gap('deductibleYen')]))
  test('a deductible of 0 yen is stated', () => expect(insured({ deductibleYen: 0 })).toEqual([]))

  test('names all five gaps at once', () =>
    expect(
      insured({
        insurer: '',
        coveredMatters: [],
        coverageCountPerYear: null,
        coverageLimitYen: null,
        deductibleYen: null,
      }),
    ).toEqual(['insurer', 'coveredMatters', 'coverageCountPerYear', 'coverageLimitYen', 'deductibleYen'].map(gap)))
})
