import { describe, expect, test } from 'vitest'
import type { Insurance } from '../../shared/domain/service/facts.ts'
import { judged, service, type EditionId } from './given.ts'

const insured = (id: EditionId, changed: Partial<Insurance>) => {
  const { insurance } = service('network')
  return judged(id, 'service-version', service('network', { insurance: { ...insurance, ...changed } }))
}
const gap = (what: string) => ({
  clause: '第2章1.(5)',
  rule: 'insurance-is-bundled',
  where: `facts.insurance.${what}`,
})

describe('第2章1.(5) under 1.1 an insurance for first response is bundled', () => {
  test('an insurer, first response and the cases of self-payment hold', () => expect(insured('1.1', {})).toEqual([]))
  test('first response and one case of self-payment are enough', () =>
    expect(insured('1.1', { coveredMatters: ['初動対応費用'], selfPayCases: ['免責金額'] })).toEqual([]))

  test.each(['', ' ', '\u3000'])('refuses an insurer of %j', (insurer) =>
    expect(insured('1.1', { insurer })).toEqual([gap('insurer')]),
  )
  test('refuses one that does not cover first response', () =>
    expect(insured('1.1', { coveredMatters: ['原因調査費用', '復旧費用'] })).toEqual([gap('coveredMatters')]))
  test('refuses one that covers nothing', () =>
    expect(insured('1.1', { coveredMatters: [] })).toEqual([gap('coveredMatters')]))
  test('refuses one that does not say when the user pays', () =>
    expect(insured('1.1', { selfPayCases: [] })).toEqual([gap('selfPayCases')]))
  test('names all gaps at once', () =>
    expect(insured('1.1', { insurer: '', coveredMatters: [], selfPayCases: [] })).toEqual([
      gap('insurer'),
      gap('coveredMatters'),
      gap('selfPayCases'),
    ]))

  test('1.1 asks neither how often, how much nor for a deductible', () =>
    expect(insured('1.1', { coverageCountPerYear: null, coverageLimitYen: null, deductibleYen: null })).toEqual([]))
  test('1.2 does not name first response', () =>
    expect(insured('1.2', { coveredMatters: ['原因調査費用'] })).toEqual([]))
})
