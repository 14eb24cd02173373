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

describe('第2章1.(5) under 1.1 an insurance is bundled', () => {
  test('an insurer and what it covers hold', () => expect(insured('1.1', {})).toEqual([]))

  test.each(['', ' ', '\u3000'])('refuses an insurer of %j', (insurer) =>
    expect(insured('1.1', { insurer })).toEqual([gap('insurer')]),
  )
  test('refuses one that covers nothing', () =>
    expect(insured('1.1', { coveredMatters: [] })).toEqual([gap('coveredMatters')]))
  test('names both gaps at once', () =>
    expect(insured('1.1', { insurer: '', coveredMatters: [] })).toEqual([gap('insurer'), gap('coveredMatters')]))

  test('1.1 asks neither how often, how much nor for a deductible', () =>
    expect(insured('1.1', { coverageCountPerYear: null, coverageLimitYen: null, deductibleYen: null })).toEqual([]))
})
