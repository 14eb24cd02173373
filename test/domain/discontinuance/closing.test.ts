import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingToClose } from '../../../shared/domain/discontinuance/closing.ts'
import { contractOf, submissionTo } from '../given.ts'
import {
  acknowledged,
  approved,
  begun,
  byPerson,
  caseAfter,
  frozen,
  reached,
  returned,
  sent,
  submissionAfter,
} from './given.ts'

const nobody = { count: 0, examples: [] }
const settled = { toTell: nobody, toSettle: nobody, toCover: nobody, isCurrent: true }
const several = { count: 1, examples: [contractOf(1)] }
const ready = caseAfter(approved, frozen, reached)
const bothAcknowledged = [submissionAfter(1, sent, acknowledged), submissionAfter(2, sent, acknowledged)]
const codes = (...given: Parameters<typeof missingToClose>) => missingToClose(...given).map(({ code }) => code)

describe('第2章1.(10) what a case still needs before it is closed', () => {
  test('is nothing once everyone is settled and both reports are acknowledged', () =>
    expect(missingToClose(ready, settled, bothAcknowledged)).toEqual([]))

  test.each([
    ['not frozen', caseAfter(approved)],
    ['not reached', caseAfter(approved, frozen)],
    ['reached without being frozen', caseAfter(approved, reached)],
  ])('is the list, while it is %s', (_, state) =>
    expect(missingToClose(state, settled, bothAcknowledged)).toMatchObject([{ code: 'list', suppliedBy: 'platform' }]),
  )

  test('is counting, while something was set back since', () =>
    expect(missingToClose(ready, { ...settled, isCurrent: false }, bothAcknowledged)).toMatchObject([
      { code: 'takeoversToCount', suppliedBy: 'platform' },
    ]))

  test('is the users who were not told, with the first few', () =>
    expect(missingToClose(ready, { ...settled, toTell: several }, bothAcknowledged)).toMatchObject([
      { code: 'smeToTell', suppliedBy: 'implementingEntity', ...several },
    ]))

  test('is the contracts that are not settled, with the first few', () =>
    expect(missingToClose(ready, { ...settled, toSettle: several }, bothAcknowledged)).toMatchObject([
      { code: 'takeoverToSettle', suppliedBy: 'implementingEntity', ...several },
    ]))

  test('is the contracts whose coverage is not confirmed, with the first few', () =>
    expect(missingToClose(ready, { ...settled, toCover: several }, bothAcknowledged)).toMatchObject([
      { code: 'coverageToConfirm', suppliedBy: 'implementingEntity', ...several },
    ]))

  test('is the registration body, where IPA alone was told', () =>
    expect(missingToClose(ready, settled, [submissionAfter(1, sent, acknowledged), submissionAfter(2)])).toMatchObject([
      { code: 'reportToSend', suppliedBy: 'implementingEntity', examples: [submissionTo(2)] },
    ]))

  test('is IPA, where the registration body alone was told', () =>
    expect(missingToClose(ready, settled, [submissionAfter(1), submissionAfter(2, sent, acknowledged)])).toMatchObject([
      { code: 'reportToSend', suppliedBy: 'implementingEntity', examples: [submissionTo(1)] },
    ]))

  test.each([
    ['IPA', 1, 'ipa', 'IPA'],
    ['the registration body', 2, 'registrationBody', '審査登録機関'],
  ] as const)('is an acknowledgement by %s, once its report is sent', (en, n, suppliedBy, ja) =>
    expect(missingToClose(ready, settled, [submissionAfter(n, sent)])).toMatchObject([
      {
        code: 'reportToAcknowledge',
        suppliedBy,
        examples: [submissionTo(n)],
        why: { ja: expect.stringContaining(ja), en: expect.stringContaining(en) },
      },
    ]),
  )

  test('is another report, where one was returned', () =>
    expect(codes(ready, settled, [submissionAfter(1, sent, returned)])).toEqual(['reportToSend']))

  test('is what only a person can say is done, by its name', () =>
    expect(missingToClose(caseAfter(begun, frozen, reached), settled, bothAcknowledged)).toMatchObject([
      { code: 'notifyChange', suppliedBy: 'implementingEntity', why: { ja: expect.stringContaining('変更届') } },
      {
        code: 'continueInsurance',
        suppliedBy: 'implementingEntity',
        why: { en: expect.stringContaining('insurance') },
      },
    ]))

  test('is everything at once', () => {
    const open = { toTell: several, toSettle: several, toCover: several, isCurrent: false }
    const reports = [submissionAfter(1), submissionAfter(2, sent)]
    expect(codes(caseAfter(begun, byPerson('notifyChange')), open, reports)).toEqual([
      'list',
      'takeoversToCount',
      'smeToTell',
      'takeoverToSettle',
      'coverageToConfirm',
      'reportToSend',
      'reportToAcknowledge',
      'continueInsurance',
    ])
  })

  test('is said in both languages, whatever it is', () => {
    const count = fc.nat({ max: 2 }).map((n) => ({ count: n, examples: [] }))
    const report = fc.constantFrom([], [sent], [sent, returned], [sent, acknowledged])
    const state = fc.constantFrom(caseAfter(approved), caseAfter(approved, frozen), ready)
    fc.assert(
      fc.property(
        state,
        fc.tuple(count, count, count),
        fc.boolean(),
        report,
        report,
        (one, left, isCurrent, toIpa, toBody) => {
          const [toTell, toSettle, toCover] = left
          const reports = [submissionAfter(1, ...toIpa), submissionAfter(2, ...toBody)]
          const missing = missingToClose(one, { toTell, toSettle, toCover, isCurrent }, reports)
          expect(missing.filter(({ why }) => !why.ja || !why.en)).toEqual([])
          const open = toTell.count + toSettle.count + toCover.count
          const closable = one === ready && isCurrent && open === 0 && toIpa === toBody && toIpa.length === 2
          expect(missing.length === 0).toBe(closable && toIpa.at(-1) === acknowledged)
        },
      ),
    )
  })
})
