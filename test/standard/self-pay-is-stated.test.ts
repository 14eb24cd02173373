import { describe, expect, test } from 'vitest'
import type { Insurance, ServiceFacts } from '../../shared/domain/service/facts.ts'
import { bothEditions, judged, service, whys, type EditionId } from './given.ts'

const of = (
  changed: Partial<Insurance>,
  travelExpenses: ServiceFacts['emergencySupport']['travelExpenses'] = 'included',
): ServiceFacts => {
  const { insurance, emergencySupport } = service('network')
  return service('network', {
    insurance: { ...insurance, ...changed },
    emergencySupport: { ...emergencySupport, travelExpenses },
  })
}
const never = { selfPayCases: 'none', deductibleYen: 0, coverageCountPerYear: 'unlimited' } as const
const refused = { clause: '第2章1.(5)', rule: 'self-pay-is-stated', where: 'facts.insurance.selfPayCases' }
const said = (id: EditionId, facts: ServiceFacts) => judged(id, 'service-version', facts)

describe('第2章1.(5) when the user pays itself is stated', () => {
  describe.each(bothEditions)('under %s', (id) => {
    test('one case holds', () => expect(said(id, of({ selfPayCases: ['免責金額'] }))).toEqual([]))
    test('nothing said is refused', () => expect(said(id, of({ selfPayCases: [] }))).toEqual([refused]))

    test('that it never does can be said (E10)', () => expect(said(id, of(never))).toEqual([]))
    test('but not beside a deductible of one yen (E10)', () =>
      expect(said(id, of({ ...never, deductibleYen: 1 }))).toEqual([refused]))
    test('nor beside a limit of times, however high (E10)', () => {
      expect(said(id, of({ ...never, coverageCountPerYear: 1 }))).toEqual([refused])
      expect(said(id, of({ ...never, coverageCountPerYear: 1_000 }))).toEqual([refused])
    })
    test('nor beside travel that may be charged (E10)', () =>
      expect(said(id, of(never, 'chargeable'))).toEqual([refused]))
    test('each contradiction is said', () =>
      expect(
        whys(id, 'service-version', of({ ...never, deductibleYen: 1, coverageCountPerYear: 2 }, 'chargeable')),
      ).toEqual([
        '自己負担が生じる場合はないとしながら、免責金額があります。',
        '自己負担が生じる場合はないとしながら、補償回数に限りがあります。',
        '自己負担が生じる場合はないとしながら、交通費などの諸経費を別に請求することがあります。',
      ]))
  })
  test('1.1 asks for no deductible and no count, so neither contradicts', () =>
    expect(said('1.1', of({ ...never, deductibleYen: null, coverageCountPerYear: null }))).toEqual([]))
})
