import { describe, expect, test } from 'vitest'
import {
  escalateObligations,
  missingObligations,
  nextOverdueOn,
  overdueOn,
} from '../../../shared/domain/discontinuance/keeping-obligations.ts'
import { obligationCodes } from '../../../shared/domain/discontinuance/obligation.ts'
import { day } from '../given.ts'
import {
  begun,
  byPerson,
  caseAfter,
  closed,
  escalated,
  frozen,
  late,
  one,
  reached,
  setBack,
  waivedOf,
} from './given.ts'
import type { DiscontinuanceEvent } from '../../../shared/domain/discontinuance/states.ts'

const state = caseAfter(begun, frozen, reached)

describe('what the calendar brings', () => {
  const told = { everyoneTold: false }
  const types = (on: string, about = state, everyone: { everyoneTold: boolean | null } = told) =>
    escalateObligations(about, day(on), everyone).map((event) => `${event.code} ${event.type}`)

  test('nothing on the first due day itself', () => expect(types('2026-10-06')).toEqual([]))
  test('both reports the day after, and nothing else yet', () => {
    expect(types('2026-10-07')).toEqual([
      'reportToIpa obligation-escalated',
      'reportToRegistrationBody obligation-escalated',
    ])
    expect(overdueOn(state, day('2026-10-07')).map(({ code }) => code)).toEqual([
      'reportToIpa',
      'reportToRegistrationBody',
    ])
  })
  test('each once', () => {
    const after = caseAfter(begun, ...escalateObligations(state, day('2026-10-07'), told))
    expect(types('2026-10-08', after)).toEqual([])
    expect(nextOverdueOn(after)).toBe('2026-10-09')
  })
  test('nothing of what is done or waived, or of a case that is closed', () => {
    const rest = obligationCodes.filter((code) => !['notifyChange', 'reportToIpa'].includes(code))
    const after = caseAfter(begun, frozen, reached, waivedOf('notifyChange'), byPerson('reportToIpa'))
    expect(types('2027-01-01', after)).toEqual(rest.map((code) => `${code} obligation-escalated`))
    expect(types('2027-01-01', caseAfter(begun, frozen, reached, closed))).toEqual([])
    expect(nextOverdueOn(caseAfter(begun, frozen, reached, closed))).toBeNull()
  })
  test('that everyone was told is noted instead of an escalation', () =>
    expect(
      types(
        '2026-10-09',
        caseAfter(begun, byPerson('reportToIpa'), byPerson('reportToRegistrationBody'), waivedOf('continueInsurance')),
        { everyoneTold: true },
      ),
    ).toEqual(['tellSmes obligation-fulfilled']))
  test('that everyone was told says nothing of the reports', () =>
    expect(types('2026-10-07', state, { everyoneTold: true })).toEqual([
      'reportToIpa obligation-escalated',
      'reportToRegistrationBody obligation-escalated',
    ]))
  test('nothing of telling while it is not known whether everyone was told, and of the rest as ever', () =>
    expect(types('2026-10-09', state, { everyoneTold: null })).toEqual([
      'reportToIpa obligation-escalated',
      'reportToRegistrationBody obligation-escalated',
      'continueInsurance obligation-escalated',
    ]))
  test('comes next on the day after the earliest due day', () => {
    expect(nextOverdueOn(state)).toBe('2026-10-07')
    expect(nextOverdueOn(caseAfter())).toBeNull()
  })
})

describe('a paper contract that turns up late', () => {
  const joined: DiscontinuanceEvent = { ...late, tellBy: day('2026-11-10') } as DiscontinuanceEvent

  test('makes telling owed anew, by a day of its own', () => {
    const again = one('tellSmes', escalated('tellSmes', '2026-10-08'), byPerson('tellSmes'), joined)
    expect(again).toEqual({ ...one('tellSmes'), dueOn: '2026-11-10' })
  })
  test('changes no due day while telling is still owed, and nothing else at all', () => {
    expect(one('tellSmes', joined)).toEqual(one('tellSmes'))
    expect(one('notifyChange', waivedOf('notifyChange'), joined)).toEqual(one('notifyChange', waivedOf('notifyChange')))
  })
})

describe('a takeover that was set back', () => {
  const again: DiscontinuanceEvent = { ...setBack, tellBy: day('2026-11-10') } as DiscontinuanceEvent

  test('makes telling owed anew where its SME is untold, by a day of its own', () => {
    expect(one('tellSmes', byPerson('tellSmes'), again)).toEqual({ ...one('tellSmes'), dueOn: '2026-11-10' })
    expect(one('tellSmes', byPerson('tellSmes'), setBack)).toEqual(one('tellSmes', byPerson('tellSmes')))
  })
  test('leaves its case where it is, closed or not', () =>
    expect(caseAfter(begun, frozen, reached, closed, again).stage).toBe('closed'))
})

describe('what keeps a case open', () => {
  test('is what only people know, until one of them says so or it is waived', () => {
    expect(missingObligations(state.obligations).map(({ code }) => code)).toEqual(['notifyChange', 'continueInsurance'])
    const after = caseAfter(begun, byPerson('continueInsurance'), waivedOf('notifyChange'))
    expect(missingObligations(after.obligations)).toEqual([])
  })
})
