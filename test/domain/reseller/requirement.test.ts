import { describe, expect, test } from 'vitest'
import { requirementCodes, requirementOf, stageOfRequirement } from '../../../shared/domain/reseller/requirement.ts'
import { day, sha256 } from '../given.ts'

const dueOn = day('2026-10-31')
const owed = { code: 'pledge', dueOn, met: null } as const
const met = { ...owed, met: { on: day('2026-11-30'), sha256: sha256('a') } }

describe('a requirement', () => {
  test.each([
    ['2026-10-01', 'due'],
    ['2026-10-31', 'due'],
    ['2026-11-01', 'pastDue'],
    ['2027-10-31', 'pastDue'],
  ] as const)('on %s is %s', (today, stage) => expect(stageOfRequirement(owed, day(today))).toBe(stage))

  test.each(['2026-10-31', '2026-11-01', '2026-12-31'])('once met is met on %s, late or not', (today) =>
    expect(stageOfRequirement(met, day(today))).toBe('met'),
  )

  test('of any kind says who supplies it and what it is', () => {
    const supplied = requirementCodes.map((code) => requirementOf[code].suppliedBy)
    expect(supplied).toEqual(['reseller', 'reseller', 'reseller', 'reseller', 'reseller', 'implementingEntity'])
    const silent = requirementCodes.filter((code) => !requirementOf[code].what.ja || !requirementOf[code].what.en)
    expect(silent).toEqual([])
  })
})
