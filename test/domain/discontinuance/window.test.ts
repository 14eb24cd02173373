import { describe, expect, test } from 'vitest'
import { approveDiscontinuance, withdrawDiscontinuance } from '../../../shared/domain/discontinuance/discontinuance.ts'
import {
  approvalWindow,
  approveBy,
  hasLapsed,
  lapseDiscontinuance,
  stageAt,
} from '../../../shared/domain/discontinuance/window.ts'
import { after, minutes, outcome, refusalOf, start } from '../given.ts'
import { approved, caseAfter, lapsed, proposal, reports, withdrawn } from './given.ts'

const last = proposal.approveBy
const [before, firstOut] = [after(-1, last), after(1, last)]
const approval = { approvedBy: 'second-person', reports, obligations: [] }

describe('the window of a proposal', () => {
  test('is 72 hours where the implementing entity set none, and what it set where it did', () => {
    expect(approveBy(start)).toBe('2026-10-04T00:00:00.000Z')
    expect(approveBy(start, approvalWindow.leastHours)).toBe('2026-10-01T01:00:00.000Z')
    expect(approveBy(start, approvalWindow.mostHours)).toBe('2026-10-15T00:00:00.000Z')
    expect(approvalWindow).toEqual({ usualHours: 72, leastHours: 1, mostHours: 336 })
  })

  test.each([
    ['long before', start, 'discontinuance-approved', 'wrong-stage', 'proposed'],
    ['a millisecond before its end', before, 'discontinuance-approved', 'wrong-stage', 'proposed'],
    ['at its last instant', last, 'discontinuance-approved', 'wrong-stage', 'proposed'],
    ['at the first instant after it', firstOut, 'wrong-stage', 'discontinuance-lapsed', 'lapsed'],
    ['long after', after(minutes(1_000_000), last), 'wrong-stage', 'discontinuance-lapsed', 'lapsed'],
  ] as const)('%s: approving comes to %3$s, lapsing to %4$s', (_, at, approving, lapsing, stage) => {
    expect(outcome(approveDiscontinuance(caseAfter(), { ...approval, since: at }))).toBe(approving)
    expect(outcome(lapseDiscontinuance(caseAfter(), at))).toBe(lapsing)
    expect(stageAt(caseAfter(), at)).toBe(stage)
  })

  test('an approval that is too late is told that it lapsed, whoever asks', () =>
    expect(
      refusalOf(approveDiscontinuance(caseAfter(), { ...approval, approvedBy: 'first-person', since: firstOut })),
    ).toEqual({ kind: 'wrong-stage', what: 'discontinuance', stage: 'lapsed', needs: ['proposed'] }))

  test('binds nothing but a proposal', () => {
    for (const state of [caseAfter(withdrawn), caseAfter(approved), caseAfter(lapsed)]) {
      expect(hasLapsed(state, firstOut)).toBe(false)
      expect(stageAt(state, firstOut)).toBe(state.stage)
      expect(refusalOf(lapseDiscontinuance(state, firstOut))).toEqual({
        kind: 'wrong-stage',
        what: 'discontinuance',
        stage: state.stage,
        needs: ['lapsed'],
      })
    }
  })

  test('one that was waited out and not written down can still be taken back', () =>
    expect(outcome(withdrawDiscontinuance(caseAfter()))).toBe('discontinuance-withdrawn'))
})
