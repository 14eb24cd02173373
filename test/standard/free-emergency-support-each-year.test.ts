import { describe, expect, test } from 'vitest'
import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import { judged, service, type EditionId } from './given.ts'

const free = (
  id: EditionId,
  freePerContractYear: number,
  travelExpenses: ServiceFacts['emergencySupport']['travelExpenses'] = 'chargeable',
) =>
  judged(
    id,
    'service-version',
    service('network', {
      emergencySupport: { onSiteDispatch: true, remote: 'withConsent', freePerContractYear, travelExpenses },
    }),
  )

describe('第2章1.(3) emergency support is free at least once a year', () => {
  test('once a year holds', () => expect(free('1.2', 1)).toEqual([]))
  test('more often holds', () => expect(free('1.2', 2)).toEqual([]))
  test('never is refused', () =>
    expect(free('1.2', 0)).toEqual([
      {
        clause: '第2章1.(3)',
        rule: 'free-emergency-support-each-year',
        where: 'facts.emergencySupport.freePerContractYear',
      },
    ]))
  test('travel may be charged or not', () => {
    expect(free('1.2', 1, 'chargeable')).toEqual([])
    expect(free('1.2', 1, 'included')).toEqual([])
  })
  test('1.1 does not ask for it', () => expect(free('1.1', 0)).toEqual([]))
})
