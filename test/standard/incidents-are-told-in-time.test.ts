import { describe, expect, test } from 'vitest'
import { judged, service, type EditionId } from './given.ts'

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
