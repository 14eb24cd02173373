import { describe, expect, test } from 'vitest'
import {
  concernCauses,
  dismissConcern,
  isWatched,
  noConcern,
  proposeForConcern,
  type ExistingConcern,
} from '../../../shared/domain/discontinuance/concern.ts'
import { findPastDue, requirementsDueNext } from '../../../shared/domain/reseller/past-due.ts'
import { after, cellsOf, day, discontinuanceId, folded, minutes, outcome, refusalOf, sha256, start } from '../given.ts'
import { allMet, discontinued, resellerAfter, active } from '../reseller/given.ts'
import { concernAfter, concernProposed, dismissed, raised } from './given.ts'

const concerns: Record<string, ExistingConcern> = {
  open: concernAfter(),
  dismissed: concernAfter(dismissed),
  proposed: concernAfter(concernProposed),
}
const commands: Record<string, (state: ExistingConcern) => Parameters<typeof outcome>[0]> = {
  dismiss: (state) => dismissConcern(state, sha256('2')),
  propose: (state) => proposeForConcern(state, discontinuanceId),
}
const table = `
             dismiss            propose
  open       concern-dismissed  concern-proposed
  dismissed  wrong-stage        wrong-stage
  proposed   wrong-stage        concern-proposed
`

describe('every command in every stage of a concern', () => {
  test.each(cellsOf(table))('$row: $column comes to $cell', ({ row, column, cell }) => {
    const [state, command] = [concerns[row], commands[column]]
    const decision = state && command?.(state)
    expect(decision && outcome(decision)).toBe(cell)
  })
})

test('a refusal says where a concern stands and what it needs', () =>
  expect(refusalOf(dismissConcern(concernAfter(concernProposed), sha256('2')))).toEqual({
    kind: 'wrong-stage',
    what: 'concern',
    stage: 'proposed',
    needs: ['open'],
  }))

describe('a concern', () => {
  test('keeps who raised it when, and nothing decided yet', () => {
    const { type: _, ...said } = raised as Extract<typeof raised, { type: 'concern-raised' }>
    expect(concernAfter()).toEqual({ ...said, stage: 'open', raisedAt: start, decidedAt: null, discontinuanceId: null })
  })
  test('keeps when it was decided, and the proposal it led to', () => {
    const decidedAt = after(minutes(1))
    expect(concernAfter(dismissed)).toEqual({ ...concernAfter(), stage: 'dismissed', decidedAt })
    expect(concernAfter(concernProposed)).toEqual({ ...concernAfter(), stage: 'proposed', decidedAt, discontinuanceId })
  })
  test('begins by being raised', () => expect(folded('concern', [dismissed, concernProposed])).toEqual(noConcern))
  test('of the platform is of two causes', () =>
    expect(concernCauses.filter(isWatched)).toEqual(['requirementsPastDue', 'lettersBounced']))
})

describe('requirements past due', () => {
  const found = { type: 'requirements-found-past-due', dueOn: day('2026-10-31') } as const

  test.each([
    ['2026-10-31', undefined],
    ['2026-11-01', 6],
  ])('on %s: %j', (today, count) => expect(findPastDue(resellerAfter(), day(today))?.codes.length).toBe(count))

  test('are found once for each due day', () => {
    expect(findPastDue(resellerAfter(), day('2026-11-01'))?.events).toEqual([found])
    expect(requirementsDueNext(resellerAfter(found))).toBeNull()
    expect(findPastDue(resellerAfter(found), day('2026-12-31'))).toBeUndefined()
  })
  test('are those that were not met', () =>
    expect(findPastDue(resellerAfter(...allMet.slice(0, 4)), day('2026-11-01'))?.codes).toEqual([
      'training',
      'resaleAgreement',
    ]))
  test('are found for each due day by itself', () => {
    const reseller = resellerAfter(found)
    const requirements = reseller.requirements.map((one) =>
      one.code === 'training' ? { ...one, dueOn: day('2026-11-30') } : one,
    )
    const later = { ...reseller, requirements }
    expect(requirementsDueNext(later)).toBe('2026-11-30')
    expect(findPastDue(later, day('2026-11-30'))).toBeUndefined()
    expect(findPastDue(later, day('2026-12-01'))).toMatchObject({ dueOn: '2026-11-30', codes: ['training'] })
  })
  test('are none of a reseller that owes nothing, or was stopped', () => {
    expect(requirementsDueNext(active())).toBeNull()
    expect(requirementsDueNext(resellerAfter(discontinued))).toBeNull()
  })
})
