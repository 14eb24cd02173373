import { describe, expect, test } from 'vitest'
import type { Penalty } from '../../shared/domain/service/facts.ts'
import { judged, service, type EditionId } from './given.ts'

const leaving = (id: EditionId, penalty: Penalty | null, userMayCancelAnyTime = true) =>
  judged(id, 'service-version', service('network', { termination: { penalty, userMayCancelAnyTime } }))

const computable: readonly Penalty[] = [
  { kind: 'none' },
  { kind: 'fixed', exTaxYen: 0 },
  { kind: 'fixed', exTaxYen: 100_000 },
  { kind: 'remainingMonths', monthlyRatePercent: 100 },
]

const promises = (id: EditionId, clause: string) => {
  test.each(computable)('%j can be computed', (penalty) => expect(leaving(id, penalty)).toEqual([]))
  test('a penalty left open is refused', () =>
    expect(leaving(id, null)).toEqual([{ clause, rule: 'leaving-is-stated', where: 'facts.termination.penalty' }]))
  test('a right to cancel that is limited is still stated', () =>
    expect(leaving(id, { kind: 'none' }, false)).toEqual([]))
}

describe('第2章1.(7)オ under 1.2 the penalty for leaving early can be computed', () => {
  promises('1.2', '第2章1.(7)オ')
})
describe('第2章1.(7)エ under 1.1 the penalty for leaving early can be computed', () => {
  promises('1.1', '第2章1.(7)エ')
})
