import { describe, expect, test } from 'vitest'
import {
  fulfilByPlatform,
  fulfilObligation,
  missingObligations,
  nextOverdueOn,
  waiveObligation,
} from '../../../shared/domain/discontinuance/keeping-obligations.ts'
import {
  leastObligationDays,
  mostObligationDays,
  obligationCodes,
  obligationOf,
  obligationsFrom,
  stageOfObligation,
  usualObligationDays,
  type ObligationCode,
} from '../../../shared/domain/discontinuance/obligation.ts'
import { instant } from '../../../shared/domain/plain-date.ts'
import { day, outcome, refusalOf, sha256 } from '../given.ts'
import {
  approved,
  begun,
  born,
  byPerson,
  caseAfter,
  closed,
  escalated,
  frozen,
  one,
  proposal,
  reached,
  waivedOf,
} from './given.ts'

const state = caseAfter(begun, frozen, reached)

const evidence = { code: 'continueInsurance', on: day('2026-10-02'), evidenceSha256: sha256('e') } as const
const today = day('2026-10-02')
const nobodyUntold = { today, untold: [] }

describe('obligations are born with the approval', () => {
  test('each in business days from the day in Japan of the instant', () =>
    expect(born.map(({ code, dueOn }) => [code, dueOn])).toEqual([
      ['tellSmes', '2026-10-08'],
      ['reportToIpa', '2026-10-06'],
      ['reportToRegistrationBody', '2026-10-06'],
      ['notifyChange', '2026-10-15'],
      ['continueInsurance', '2026-10-08'],
    ]))

  test.each([
    ['2026-10-01T14:59:59.999Z', '2026-10-02'],
    ['2026-10-01T15:00:00.000Z', '2026-10-05'],
  ])('an instant of %s, one business day, is %s', (since, dueOn) => {
    const days = { ...usualObligationDays, reportToIpa: 1 }
    const [, report] = obligationsFrom(instant(since), 'someone', { days, isHoliday: () => false })
    expect(report?.dueOn).toBe(dueOn)
  })

  test('holidays are not counted', () => {
    const isHoliday = (on: string) => on === '2026-10-02'
    const [, report] = obligationsFrom(instant('2026-10-01T00:00:00.000Z'), 'x', {
      days: usualObligationDays,
      isHoliday,
    })
    expect(report?.dueOn).toBe('2026-10-07')
  })

  test('the usual days lie within the bounds, and all is said in both languages, marked as our reading', () => {
    for (const code of obligationCodes) {
      expect(usualObligationDays[code]).toBeGreaterThanOrEqual(leastObligationDays)
      expect(usualObligationDays[code]).toBeLessThanOrEqual(mostObligationDays)
      const { what, ourReading, clause } = obligationOf[code]
      expect([what.ja, what.en, clause].every((text) => text.length > 0)).toBe(true)
      expect(ourReading.ja).toMatch(/^当社解釈：/)
      expect(ourReading.en).toMatch(/^Our reading: /)
    }
  })

  test('a case approved before there were any owes none', () => {
    const before = caseAfter(approved, frozen, reached)
    expect(before.obligations).toBeUndefined()
    expect(missingObligations(before.obligations)).toEqual([])
    expect(nextOverdueOn(before)).toBeNull()
    expect(refusalOf(fulfilObligation(before, evidence, nobodyUntold))).toEqual({
      kind: 'not-found',
      what: 'obligation',
    })
  })
})

describe('where an obligation stands', () => {
  test.each([
    ['on its due day', '2026-10-08', 'scheduled'],
    ['the day after', '2026-10-09', 'overdue'],
  ])('%s it is still open: %s, %s', (_, on, stage) => expect(stageOfObligation(one('tellSmes'), day(on))).toBe(stage))
  test('told of, it is escalated', () =>
    expect(stageOfObligation(one('tellSmes', escalated('tellSmes', '2026-10-08')), day('2026-10-09'))).toBe(
      'escalated',
    ))
  test('done late, it is fulfilled, and keeps that it was told of', () => {
    const done = one('continueInsurance', escalated('continueInsurance', '2026-10-08'), byPerson('continueInsurance'))
    expect(stageOfObligation(done, day('2026-10-20'))).toBe('fulfilled')
    expect(done.escalatedAt).not.toBeNull()
    expect(done.met).toMatchObject({ by: 'person', evidenceSha256: sha256('e') })
  })
  test('let go, it is waived, by whom and why', () => {
    const gone = one('notifyChange', waivedOf('notifyChange'))
    expect(stageOfObligation(gone, day('2026-12-01'))).toBe('waived')
    expect(gone.waived).toMatchObject({ by: 'admin', reasonSha256: sha256('r') })
  })
  test('what happens to one happens to no other', () =>
    expect(one('tellSmes', byPerson('continueInsurance'), waivedOf('notifyChange'))).toEqual(one('tellSmes')))
})

describe('fulfilling', () => {
  test('with evidence of today or of the day it arose is taken', () => {
    for (const on of ['2026-10-01', '2026-10-02'])
      expect(fulfilObligation(state, { ...evidence, on: day(on) }, nobodyUntold)).toEqual({
        ok: true,
        value: [byPerson('continueInsurance')],
      })
  })
  test('of a day to come, or before the difficulty arose, is refused', () => {
    expect(refusalOf(fulfilObligation(state, { ...evidence, on: day('2026-10-03') }, nobodyUntold))).toEqual({
      kind: 'out-of-order',
      what: 'on',
      given: '2026-10-02',
      notBefore: '2026-10-03',
    })
    expect(refusalOf(fulfilObligation(state, { ...evidence, on: day('2026-09-30') }, nobodyUntold))).toEqual({
      kind: 'out-of-order',
      what: 'on',
      given: '2026-09-30',
      notBefore: proposal.occurredOn,
    })
  })
  test('telling is refused while the platform knows of someone untold, and nothing else is', () => {
    const untold = [{ code: 'smeToTell', suppliedBy: 'implementingEntity', why: { ja: 'x', en: 'x' } }] as const
    expect(refusalOf(fulfilObligation(state, { ...evidence, code: 'tellSmes' }, { today, untold }))).toEqual({
      kind: 'incomplete',
      what: 'obligation',
      missing: untold,
    })
    expect(outcome(fulfilObligation(state, evidence, { today, untold }))).toBe('obligation-fulfilled')
    expect(outcome(fulfilObligation(state, { ...evidence, code: 'tellSmes' }, nobodyUntold))).toBe(
      'obligation-fulfilled',
    )
  })
  test('twice, after a waiver, or in a case that is not running, is refused', () => {
    for (const before of [byPerson('continueInsurance'), waivedOf('continueInsurance')])
      expect(refusalOf(fulfilObligation(caseAfter(begun, before), evidence, nobodyUntold))).toMatchObject({
        kind: 'wrong-stage',
        what: 'obligation',
        needs: ['scheduled', 'overdue', 'escalated'],
      })
    for (const other of [caseAfter(), caseAfter(begun, frozen, reached, closed)])
      expect(refusalOf(fulfilObligation(other, evidence, nobodyUntold))).toMatchObject({
        kind: 'wrong-stage',
        what: 'discontinuance',
        stage: other.stage,
        needs: ['takingOver'],
      })
  })
  test('by the platform is once, and only of what is owed', () => {
    expect(fulfilByPlatform(state, 'reportToIpa', sha256('c'))).toEqual([
      { type: 'obligation-fulfilled', code: 'reportToIpa', by: 'platform', evidenceSha256: sha256('c') },
    ])
    expect(fulfilByPlatform(caseAfter(begun, byPerson('reportToIpa')), 'reportToIpa', null)).toEqual([])
    expect(fulfilByPlatform(caseAfter(approved), 'reportToIpa', null)).toEqual([])
  })
})

describe('waiving', () => {
  const waiving = (code: ObligationCode, waivedBy = 'admin') =>
    waiveObligation(state, { code, waivedBy, reasonSha256: sha256('r') }, { today })

  test.each(['tellSmes', 'notifyChange', 'continueInsurance'] as const)(
    '%s takes another person than its owner',
    (code) => {
      expect(outcome(waiving(code))).toBe('obligation-waived')
      expect(refusalOf(waiving(code, 'first-person'))).toEqual({ kind: 'second-person-needed' })
    },
  )
  test.each(['reportToIpa', 'reportToRegistrationBody'] as const)('第2章1.(10) %s is ordered, and stays', (code) =>
    expect(refusalOf(waiving(code))).toEqual({
      kind: 'does-not-fit',
      what: 'code',
      given: code,
      needs: 'nothing that the standard orders',
    }),
  )
  test('what is done already is refused', () =>
    expect(
      outcome(
        waiveObligation(
          caseAfter(begun, byPerson('notifyChange')),
          { code: 'notifyChange', waivedBy: 'admin', reasonSha256: sha256('r') },
          { today },
        ),
      ),
    ).toBe('wrong-stage'))
})
