import { describe, expect, test } from 'vitest'
import { plainDate } from '../../shared/domain/plain-date.ts'
import type { DiscontinuanceFacts } from '../../shared/standard/model/occasion.ts'
import { discontinuance, judged, whys } from './given.ts'

const reported = (changed: Partial<DiscontinuanceFacts>) => judged('1.2', 'discontinuance', discontinuance(changed))
const lacking = (where: string) => ({ clause: '第2章1.(10)', rule: 'difficulty-is-reported', where })

describe('第2章1.(10) a difficulty is reported to IPA and to the registration body', () => {
  test('both reports hold', () => expect(reported({})).toEqual([]))

  test('IPA alone is not enough', () =>
    expect(reported({ reportedToRegistrationBodyOn: null })).toEqual([lacking('reports.registrationBody')]))
  test('nor is the registration body alone', () =>
    expect(reported({ reportedToIpaOn: null })).toEqual([lacking('reports.ipa')]))
  test('where nobody was told, both are named', () =>
    expect(reported({ reportedToIpaOn: null, reportedToRegistrationBodyOn: null })).toEqual([
      lacking('reports.ipa'),
      lacking('reports.registrationBody'),
    ]))

  test('says to whom there is no report, and which report came before the difficulty', () => {
    const toldToNobody = discontinuance({ reportedToIpaOn: null, reportedToRegistrationBodyOn: null })
    expect(whys('1.2', 'discontinuance', toldToNobody)).toEqual([
      'IPAへの報告がありません。',
      '審査登録機関への報告がありません。',
    ])
    expect(whys('1.2', 'discontinuance', toldToNobody, 'en')).toEqual([
      'There is no report to IPA.',
      'There is no report to the registration body.',
    ])
    const tooEarly = discontinuance({ reportedToRegistrationBodyOn: plainDate('2026-09-30') })
    expect(whys('1.2', 'discontinuance', tooEarly)).toEqual([
      '審査登録機関への報告の日が、事情の生じた日（2026年10月1日）より前です。',
    ])
  })

  describe.each([
    ['reportedToIpaOn', 'reports.ipa'],
    ['reportedToRegistrationBodyOn', 'reports.registrationBody'],
  ] as const)('%s', (to, where) => {
    const occurredOn = plainDate('2026-10-01')

    test('may be the day it arose', () => expect(reported({ occurredOn, [to]: occurredOn })).toEqual([]))
    test('may not be the day before', () =>
      expect(reported({ occurredOn, [to]: plainDate('2026-09-30') })).toEqual([lacking(where)]))
    test('may be long after: "promptly" has no number of days', () =>
      expect(reported({ occurredOn, [to]: plainDate('2027-10-01') })).toEqual([]))
  })

  test('1.1 has no such clause', () =>
    expect(
      judged('1.1', 'discontinuance', discontinuance({ reportedToIpaOn: null, reportedToRegistrationBodyOn: null })),
    ).toEqual([]))
})
