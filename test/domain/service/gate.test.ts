import { describe, expect, test } from 'vitest'
import { gateOfService, versionOfferedOn } from '../../../shared/domain/service/guard.ts'
import { serviceFunctions } from '../../../shared/domain/service/facts.ts'
import { day, entityId, serviceId } from '../given.ts'
import { drafted, published, registered, serviceAfter } from './given.ts'

const service = serviceAfter(
  published(1, '2026-04-01'),
  drafted(2),
  published(2, '2026-10-01'),
  drafted(3),
  registered('2026-04-01', '2028-03-31'),
)
const gate = () => gateOfService(service, 9)

describe('the gate of a service', () => {
  test('says which service it is of, and as of when', () =>
    expect(gate()).toMatchObject({ serviceId, entityId, code: 'NET', monitoringType: 'network', epoch: 9 }))
  test('holds what is offered, in order, and no draft', () =>
    expect(gate().offered).toEqual([
      { number: 1, edition: '1.2', offeredFrom: '2026-04-01' },
      { number: 2, edition: '1.2', offeredFrom: '2026-10-01' },
    ]))

  test('holds the registration as a period', () => {
    expect(gate().registration).toEqual({ from: '2026-04-01', until: '2028-03-31' })
    expect(gateOfService(serviceAfter(), 1).registration).toBeNull()
  })

  test.each([
    ['2026-03-31', undefined],
    ['2026-04-01', 1],
    ['2026-09-30', 1],
    ['2026-10-01', 2],
    ['2030-01-01', 2],
  ])('on %s offers version %s', (on, number) => expect(versionOfferedOn(gate(), day(on))?.number).toBe(number))

  test('offers the later of two that begin on one day', () => {
    const both = gateOfService(serviceAfter(published(1, '2026-04-01'), drafted(2), published(2, '2026-04-01')), 1)
    expect(versionOfferedOn(both, day('2026-04-01'))?.number).toBe(2)
  })
})

describe('第2章1.(6) the functions of one contract', () => {
  test('are five, in the order of the standard', () =>
    expect(serviceFunctions).toEqual([
      'consultationDesk',
      'anomalyMonitoring',
      'emergencyResponse',
      'easeOfAdoption',
      'simpleCyberInsurance',
    ]))
})
