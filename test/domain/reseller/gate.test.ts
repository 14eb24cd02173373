import { describe, expect, test } from 'vitest'
import {
  answersBehind,
  gateOfEntity,
  gateOfReseller,
  mayResell,
  servesOn,
  refuseIfRestricted,
  stillSignedOn,
} from '../../../shared/domain/reseller/guard.ts'
import { day, discontinuanceId, entityId, after, otherServiceId, resellerId, serviceId, start } from '../given.ts'
import { active, authorized, discontinued, lifted, resellerAfter, restricted } from './given.ts'

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

describe('the gate of a restricted reseller', () => {
  const gate = gateOfReseller(active(restricted), entity, 9)

  test('says so, and since when, while it is', () => {
    expect(gate).toMatchObject({ stage: 'restricted', restrictedSince: expect.any(String), discontinued: null })
    expect(gateOfReseller(active(restricted, lifted), entity, 10)).toEqual(gateOfReseller(active(), entity, 10))
  })
  test.each([
    ['invited', gateOfReseller(resellerAfter(), entity, 1), false, false],
    ['active', gateOfReseller(active(), entity, 1), true, false],
    ['restricted', gate, true, true],
    ['discontinued', gateOfReseller(active(discontinued), entity, 1), false, false],
    ['the implementing entity', ofEntity, true, false],
  ] as const)('%s serves on: %j, signs nobody new: %j', (_, one, serves, restricted) => {
    expect(servesOn(one)).toBe(serves)
    expect(refuseIfRestricted(one, after(0))).toEqual(
      restricted ? { kind: 'wrong-stage', what: 'reseller', stage: 'restricted', needs: ['active'] } : undefined,
    )
  })
  test('for a proposal alone, until the last instant that can be approved, and not a millisecond longer; by a person, until it is lifted (E12)', () => {
    const until = after(1_000)
    expect(refuseIfRestricted({ ...gate, restrictedUntil: until }, until)).toMatchObject({ stage: 'restricted' })
    expect(refuseIfRestricted({ ...gate, restrictedUntil: until }, after(1_001))).toBeUndefined()
    expect(refuseIfRestricted(gate, after(86_400_000 * 400))).toMatchObject({ stage: 'restricted' })
  })
  test('it still signed on the day of its restriction in Japan, and not on the next', () => {
    const since = { ...gate, restrictedSince: after(0) }
    expect(['2026-09-30', '2026-10-01', '2026-10-02'].map((on) => stillSignedOn(since, day(on)))).toEqual([
      true,
      true,
      false,
    ])
    expect(stillSignedOn(gateOfReseller(active(), entity, 1), day('2099-12-31'))).toBe(true)
  })
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
