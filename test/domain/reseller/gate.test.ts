import { describe, expect, test } from 'vitest'
import { answersBehind, gateOfEntity, gateOfReseller, mayResell } from '../../../shared/domain/reseller/gate.ts'
import { day, discontinuanceId, entityId, otherServiceId, resellerId, serviceId, start } from '../given.ts'
import { active, authorized, discontinued, resellerAfter } from './given.ts'

const entity = { name: '架空セキュリティ株式会社', corporateNumber: '7123456789012' }
const ofEntity = gateOfEntity({ entityId, ...entity }, 3)

describe('the gate of a portfolio', () => {
  test.each([
    ['invited', resellerAfter(), 'closed'],
    ['active', active(), 'open'],
    ['discontinued', active(discontinued), 'discontinued'],
  ] as const)('of an %s reseller is %s', (_, reseller, stage) =>
    expect(gateOfReseller(reseller, entity, 7)).toEqual({
      stage,
      owner: resellerId,
      entityId,
      name: '架空販売株式会社',
      corporateNumber: reseller.corporateNumber ?? '',
      entity,
      authorizations: {},
      discontinued: stage === 'discontinued' ? { since: start, discontinuanceId } : null,
      fence: null,
      epoch: 7,
    }),
  )
  test('names its owner by its corporate number, once that is known', () => {
    expect(gateOfReseller(resellerAfter(), entity, 1).corporateNumber).toBe('')
    expect(gateOfReseller(active(), entity, 1).corporateNumber).toBe('4011001098993')
    expect(ofEntity.corporateNumber).toBe(entity.corporateNumber)
  })
  test('of the implementing entity is open', () =>
    expect(ofEntity).toEqual({
      ...entity,
      stage: 'open',
      owner: entityId,
      entityId,
      entity,
      authorizations: {},
      discontinued: null,
      fence: null,
      epoch: 3,
    }))
})

describe('who answers behind it', () => {
  test('is its owner', () => {
    expect(answersBehind(gateOfReseller(active(), entity, 1))).toBe(resellerId)
    expect(answersBehind(ofEntity)).toBe(entityId)
  })
  test('is the implementing entity once the reseller is discontinued', () => {
    const gate = gateOfReseller(active(discontinued), entity, 1)
    expect(answersBehind(gate)).toBe(entityId)
    expect(gate.discontinued).toEqual({ since: start, discontinuanceId })
  })
})

describe('what may be resold', () => {
  const gate = gateOfReseller(
    active(authorized('2026-04-01', '2026-06-30'), authorized('2026-10-01', '2026-10-31')),
    entity,
    1,
  )

  test.each([
    ['2026-03-31', false],
    ['2026-04-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
    ['2026-09-30', false],
    ['2026-10-01', true],
    ['2026-10-31', true],
    ['2026-11-01', false],
  ])('on %s: %j', (on, may) => expect(mayResell(gate, serviceId, day(on))).toBe(may))

  test('is not another service', () => expect(mayResell(gate, otherServiceId, day('2026-04-01'))).toBe(false))
  test('is everything, any day, for the implementing entity', () =>
    expect(mayResell(ofEntity, otherServiceId, day('2000-01-01'))).toBe(true))
})
