import { describe, expect, test } from 'vitest'
import type { EmergencySupportFacts } from '../../shared/standard/model/occasion.ts'
import { judged, support } from './given.ts'

const charging = (changed: Partial<EmergencySupportFacts>) => judged('1.2', 'emergency-support', support(changed))
const remote = { mode: 'remote', placeNamed: null, place: null, remoteConsentAt: support().startedAt } as const
const refused = { clause: '第2章1.(3)', rule: 'incidentals-are-of-a-dispatch', where: 'incidentalExTaxYen' }

describe('第2章1.(3) travel and incidental expenses are of a dispatch', () => {
  test('a dispatch may charge them, however much', () =>
    expect(charging({ incidentalExTaxYen: 300_000, chargedExTaxYen: 0 })).toEqual([]))
  test('remote support may not, not one yen (E2)', () => {
    expect(charging({ ...remote, incidentalExTaxYen: 0 })).toEqual([])
    expect(charging({ ...remote, incidentalExTaxYen: 1 })).toEqual([refused])
    expect(charging({ ...remote, incidentalExTaxYen: 1, freeSupportsUsed: 1 })).toEqual([refused])
  })
  test('nor may a dispatch where the terms include them, not one yen (E2)', () => {
    expect(charging({ travelExpenses: 'included', incidentalExTaxYen: 0 })).toEqual([])
    expect(charging({ travelExpenses: 'included', incidentalExTaxYen: 1 })).toEqual([refused])
  })
  test('both are said at once', () =>
    expect(charging({ ...remote, travelExpenses: 'included', incidentalExTaxYen: 1 })).toEqual([refused, refused]))
  test('1.1 does not speak of them', () =>
    expect(judged('1.1', 'emergency-support', support({ ...remote, incidentalExTaxYen: 1 }))).toEqual([]))
})
