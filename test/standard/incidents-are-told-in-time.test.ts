import { describe, expect, test } from 'vitest'
import { targetOf } from '../../shared/domain/contract/incident.ts'
import { later } from '../../shared/domain/plain-date.ts'
import type { IncidentNoticeFacts } from '../../shared/standard/model/occasion.ts'
import { at, doubted, incidentNotice, judged, service, type EditionId } from './given.ts'
import { incidentSeverities } from '../../shared/domain/contract/contract-words.ts'

const telling = (id: EditionId, seriousTargetMinutes: number | null, othersReportEveryDays: number | null) =>
  judged(id, 'service-version', service('network', { incidentNotice: { seriousTargetMinutes, othersReportEveryDays } }))
const late = (what: string) => ({
  clause: '第2章1.(2)',
  rule: 'incidents-are-told-in-time',
  where: `facts.incidentNotice.${what}`,
})

describe('第2章1.(2) incidents are told in time', () => {
  test('a target of sixty minutes and a weekly report hold', () => expect(telling('1.2', 60, 7)).toEqual([]))
  test('so does anything sooner', () => expect(telling('1.2', 0, 1)).toEqual([]))

  test('a target of sixty-one minutes is refused', () =>
    expect(telling('1.2', 61, 7)).toEqual([late('seriousTargetMinutes')]))
  test('so is no target', () => expect(telling('1.2', null, 7)).toEqual([late('seriousTargetMinutes')]))
  test('a report every eight days is refused', () =>
    expect(telling('1.2', 60, 8)).toEqual([late('othersReportEveryDays')]))
  test('so is no report', () => expect(telling('1.2', 60, null)).toEqual([late('othersReportEveryDays')]))
  test('both are named at once', () =>
    expect(telling('1.2', 61, 8)).toEqual([late('seriousTargetMinutes'), late('othersReportEveryDays')]))

  test('1.1 sets no times', () => {
    expect(telling('1.1', 61, 8)).toEqual([])
    expect(telling('1.1', null, null)).toEqual([])
  })
})

const told = (id: EditionId, changed: Partial<IncidentNoticeFacts>) =>
  judged(id, 'incident-notice', incidentNotice(changed))
const left = (id: EditionId, changed: Partial<IncidentNoticeFacts>) =>
  doubted(id, 'incident-notice', incidentNotice(changed))
const tooLate = (where: string) => ({ clause: '第2章1.(2)', rule: 'incidents-are-told-in-time', where })
const sevenDaysMs = 7 * 24 * 60 * 60 * 1000

describe('第2章1.(2) an incident was told in time', () => {
  const detectedAt = at('10:00:00')

  describe('a serious one', () => {
    test('told at once holds', () =>
      expect(told('1.2', { severity: 'serious', how: 'atOnce', toldAt: detectedAt })).toEqual([]))
    test('left to a later report is refused, however soon that came', () =>
      expect(told('1.2', { severity: 'serious', how: 'inReport', toldAt: detectedAt })).toEqual([tooLate('how')]))
    test.each(['11:00:00', '11:00:01', '23:59:59'])(
      'told at once, at %s, is no breach by itself: the minutes are a target',
      (time) => expect(told('1.2', { severity: 'serious', how: 'atOnce', toldAt: at(time) })).toEqual([]),
    )
    test('told in the sixtieth minute is kept; a millisecond later a person has to say (E1)', () => {
      expect(left('1.2', { toldAt: later(detectedAt, 3_600_000) })).toEqual([])
      expect(left('1.2', { toldAt: later(detectedAt, 3_600_001) })).toEqual([
        'awaited incidents-are-told-in-time toldAt',
      ])
    })
    test('told late is kept or departed as a person says, and never by itself (E1)', () => {
      const late = { toldAt: later(detectedAt, 3_600_001) }
      expect(left('1.2', { ...late, verdict: 'kept' })).toEqual([])
      expect(told('1.2', { ...late, verdict: 'kept' })).toEqual([])
      expect(left('1.2', { ...late, verdict: 'departed' })).toEqual([])
      expect(told('1.2', { ...late, verdict: 'departed' })).toEqual([tooLate('verdict')])
    })
    test('told 24 hours after it was judged serious may be at once, a millisecond later it is not (E1)', () => {
      const dayMs = 24 * 3_600_000
      const judgedSeriousAt = later(detectedAt, 3 * dayMs)
      const after = (ms: number) => ({ judgedSeriousAt, toldAt: later(judgedSeriousAt, ms) })
      expect(told('1.2', after(dayMs))).toEqual([])
      expect(left('1.2', after(dayMs))).toEqual(['awaited incidents-are-told-in-time toldAt'])
      expect(told('1.2', after(dayMs + 1))).toEqual([tooLate('toldAt')])
      expect(left('1.2', after(dayMs + 1))).toEqual([])
      // No person makes it one that was told at once.
      expect(told('1.2', { ...after(dayMs + 1), verdict: 'kept' })).toEqual([tooLate('toldAt')])
    })
    test('that nobody judged later was judged when it was detected: told after eight days it departs (E1)', () =>
      expect(told('1.2', { toldAt: later(detectedAt, 8 * 24 * 3_600_000) })).toEqual([tooLate('toldAt')]))
    test('met its target at the sixtieth minute, and missed it a millisecond later', () => {
      const after = (ms: number) => targetOf({ severity: 'serious', detectedAt, toldAt: later(detectedAt, ms) }, 60)
      expect(after(3_600_000)).toEqual({ minutes: 60, met: true })
      expect(after(3_600_001)).toEqual({ minutes: 60, met: false })
    })
  })

  describe.each(['defended', 'noResponseNeeded'] as const)('one that was %s', (severity) => {
    test.each(['atOnce', 'inReport'] as const)('told %s holds until seven days have passed, and not after', (how) => {
      expect(told('1.2', { severity, how, toldAt: later(detectedAt, sevenDaysMs) })).toEqual([])
      expect(told('1.2', { severity, how, toldAt: later(detectedAt, sevenDaysMs + 1) })).toEqual([tooLate('toldAt')])
    })
    test('has no target', () => expect(targetOf({ severity, detectedAt, toldAt: detectedAt }, 60)).toBeNull())
  })

  test('1.1 sets no times', () => {
    const toldAt = later(detectedAt, sevenDaysMs + 1)
    const found = incidentSeverities.flatMap((severity) => told('1.1', { severity, how: 'inReport', toldAt }))
    expect(found).toEqual([])
    expect(left('1.1', { toldAt })).toEqual([])
  })
})
