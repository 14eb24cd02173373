import { describe, expect, test } from 'vitest'
import { requestCancellation } from '../../../shared/domain/contract/ending.ts'
import { leavingDays } from '../../../shared/domain/contract/leaving-days.ts'
import { day, outcome, refusalOf, sha256 } from '../given.ts'
import { liveAfter, toSign } from './given.ts'
import { toAgreeNext } from './given-course.ts'

const live = liveAfter(...toSign)
const ask = (on: string, now: string, earlierDecided = false) =>
  requestCancellation(
    live,
    { on: day(on), wordSha256: sha256('5'), ground: false },
    { penaltyExTaxYen: 4_900, mayCancelAnyTime: true },
    { today: day(now), earlierDecided },
  )

describe('the days an SME can leave on (C39)', () => {
  test('begin today, unless the implementing entity decided on an earlier one', () => {
    expect(outcome(ask('2026-10-05', '2026-10-05'))).toBe('cancellation-requested')
    expect(refusalOf(ask('2026-10-04', '2026-10-05'))).toMatchObject({ kind: 'out-of-order', notBefore: '2026-10-05' })
    expect(outcome(ask('2026-10-04', '2026-10-05', true))).toBe('cancellation-requested')
    expect(refusalOf(ask('2026-09-30', '2026-10-05', true))).toMatchObject({ notBefore: '2026-10-01' })
  })
  test('are today alone, past the last day of a term that nothing followed', () => {
    expect(outcome(ask('2029-11-01', '2029-11-01'))).toBe('cancellation-requested')
    expect(refusalOf(ask('2029-11-02', '2029-11-01'))).toMatchObject({ needs: 'no day after 2029-11-01' })
  })
  test('are those of the present term', () => {
    expect(leavingDays(live, day('2026-10-05'))).toEqual({ from: '2026-10-05', until: '2029-10-14' })
    const begun = liveAfter(...toAgreeNext, { type: 'term-begun' })
    expect(leavingDays(begun, day('2029-10-01'))).toMatchObject({ from: '2029-10-15' })
  })
})
