import { describe, expect, test } from 'vitest'
import { authorizeResale, endAuthorization } from '../../../shared/domain/reseller/reseller.ts'
import { breach, day, otherServiceId, outcome, refusalOf, serviceId } from '../given.ts'
import { active, authorized } from './given.ts'

const openEnded = { from: day('2026-10-01'), until: null }

describe('authorizing', () => {
  test('a period of one day is one', () => {
    const period = { from: day('2026-10-01'), until: day('2026-10-01') }
    expect(outcome(authorizeResale(active(), { serviceId, period }, { breaches: [] }))).toBe('resale-authorized')
  })
  test('one that ends before it begins is none', () => {
    const period = { from: day('2026-10-01'), until: day('2026-09-30') }
    expect(refusalOf(authorizeResale(active(), { serviceId, period }, { breaches: [] }))).toEqual({
      kind: 'out-of-order',
      what: 'until',
      given: '2026-09-30',
      notBefore: '2026-10-01',
    })
  })
  test('is refused with every breach of the edition of the service', () =>
    expect(refusalOf(authorizeResale(active(), { serviceId, period: openEnded }, { breaches: [breach] }))).toEqual({
      kind: 'breaches-standard',
      breaches: [breach],
    }))
  test('adds to what was given, service by service', () => {
    const { authorizations } = active(authorized('2026-04-01', '2026-06-30'), authorized('2026-10-01'))
    expect(authorizations).toEqual({
      [serviceId]: [
        { from: '2026-04-01', until: '2026-06-30' },
        { from: '2026-10-01', until: null },
      ],
    })
  })
})

describe('ending an authorization', () => {
  const reseller = active(authorized('2026-04-01'))

  test('may fall on its first day', () =>
    expect(outcome(endAuthorization(reseller, { serviceId, lastDay: day('2026-04-01') }))).toBe(
      'resale-authorization-ended',
    ))
  test('may not fall on the day before', () =>
    expect(refusalOf(endAuthorization(reseller, { serviceId, lastDay: day('2026-03-31') }))).toEqual({
      kind: 'out-of-order',
      what: 'lastDay',
      given: '2026-03-31',
      notBefore: '2026-04-01',
    }))
  test('counts from the earliest day, in whatever order the periods were given', () => {
    const given = active(authorized('2026-10-01'), authorized('2026-04-01', '2026-06-30'))
    const on = (lastDay: string) => outcome(endAuthorization(given, { serviceId, lastDay: day(lastDay) }))
    expect(['2026-03-31', '2026-04-01', '2026-05-31'].map(on)).toEqual([
      'out-of-order',
      'resale-authorization-ended',
      'resale-authorization-ended',
    ])
  })
  test('needs one of that service', () =>
    expect(refusalOf(endAuthorization(reseller, { serviceId: otherServiceId, lastDay: day('2026-12-31') }))).toEqual({
      kind: 'not-found',
      what: 'authorization',
    }))

  test('cuts what runs on, leaves what ended sooner, drops what would begin later', () => {
    const after = active(
      authorized('2026-04-01', '2026-06-30'),
      authorized('2026-07-01', '2026-12-31'),
      authorized('2026-08-01'),
      authorized('2026-09-30'),
      authorized('2026-10-01', '2027-03-31'),
      { type: 'resale-authorization-ended', serviceId, lastDay: day('2026-09-30') },
    )
    expect(after.authorizations[serviceId]).toEqual([
      { from: '2026-04-01', until: '2026-06-30' },
      { from: '2026-07-01', until: '2026-09-30' },
      { from: '2026-08-01', until: '2026-09-30' },
      { from: '2026-09-30', until: '2026-09-30' },
    ])
  })
})
