import { describe, expect, test } from 'vitest'
import { gregorianCalendar } from '../../../functions/adapters/calendar.ts'
import { findableOf, fits, monthsOfTerm } from '../../../shared/domain/contract/findable.ts'
import { plainDate } from '../../../shared/domain/plain-date.ts'
import { findable } from '../../support/findables.ts'
import { today } from '../given.ts'
import { contractAfter, deal, ended, liveAfter, toSign } from './given.ts'

describe('the months of a term', () => {
  test.each(['2026-01-01', '2026-01-15', '2026-01-29', '2026-01-30', '2026-01-31', '2028-02-29', '2026-12-31'])(
    'from %s are those that its last day was reckoned by',
    (start) => {
      for (let months = 1; months <= 120; months += 1)
        expect(monthsOfTerm(plainDate(start), gregorianCalendar.lastDayOfTerm(plainDate(start), months))).toBe(months)
    },
  )

  test('a month begun counts whole', () => {
    expect(monthsOfTerm(plainDate('2026-01-15'), plainDate('2026-02-14'))).toBe(1)
    expect(monthsOfTerm(plainDate('2026-01-15'), plainDate('2026-02-15'))).toBe(2)
    expect(monthsOfTerm(plainDate('2026-01-15'), plainDate('2026-01-15'))).toBe(1)
  })
})

describe('what is found', () => {
  const one = findable('ent_01k6d2q0000000000000000001', 1, { name: '株式会社青葉' })

  test('is what lies within every bound, bounds included', () => {
    expect(fits(one, {})).toBe(true)
    expect(fits(one, { signedFrom: one.signedOn, signedUntil: one.signedOn })).toBe(true)
    expect(fits(one, { signedFrom: plainDate('2026-10-02') })).toBe(false)
    expect(fits(one, { signedUntil: plainDate('2026-09-30') })).toBe(false)
    expect(fits(one, { amountFrom: 632_800, amountUntil: 632_800 })).toBe(true)
    expect(fits(one, { amountFrom: 632_801 })).toBe(false)
    expect(fits(one, { amountUntil: 632_799 })).toBe(false)
    expect(fits(one, { smeId: one.smeId, nameKey: '青' })).toBe(true)
    expect(fits(one, { smeId: '1' })).toBe(false)
    expect(fits(one, { nameKey: '葉' })).toBe(false)
  })

  test('of a contract that goes on is what it says, and its amount over the whole term', () => {
    const { contractId, entityId, smeId, seller, serviceId, startOn, endOn } = deal
    const live = findableOf(liveAfter(...toSign), '株式会社青葉')
    expect(live).toEqual({
      contractId,
      entityId,
      smeId,
      seller,
      serviceId,
      startOn,
      endOn,
      name: '株式会社青葉',
      formerNames: [],
      signedOn: today,
      contractAmountExTaxYen: 280_000 + 36 * 9_800,
      initialFeeExTaxYen: 280_000,
      monthlyFeeExTaxYen: 9_800,
      termMonths: 36,
      stage: 'live',
      holder: seller,
      endedOn: null,
      disputedAt: null,
    })
    expect(findableOf(contractAfter(...toSign, ended), '株式会社青葉')).toEqual({
      ...live,
      stage: 'ended',
      endedOn: today,
    })
  })

  test('is never a draft or nothing', () => {
    expect(findableOf({ stage: 'none' }, '')).toBeNull()
    expect(findableOf({ stage: 'drafted' } as never, '')).toBeNull()
    expect(findableOf({ stage: 'void' } as never, '')).toBeNull()
  })
})
