import { describe, expect, test } from 'vitest'
import { requirementCodes } from '../../../shared/domain/reseller/requirement.ts'
import {
  approveReseller,
  authorizeResale,
  discontinueReseller,
  endAuthorization,
  meetRequirement,
} from '../../../shared/domain/reseller/reseller.ts'
import { liftRestriction, restrictReseller } from '../../../shared/domain/reseller/restriction.ts'
import {
  cellsOf,
  day,
  discontinuanceId,
  entityId,
  folded,
  otherServiceId,
  outcome,
  refusalOf,
  resellerId,
  serviceId,
  sha256,
  start,
} from '../given.ts'
import {
  active,
  allMet,
  approved,
  authorized,
  discontinued,
  invited,
  lifted,
  resellerAfter,
  restricted,
} from './given.ts'
import type { ExistingReseller } from '../../../shared/domain/reseller/states.ts'

const openEnded = { from: day('2026-10-01'), until: null }

const resellers: Record<string, ExistingReseller> = {
  invited: resellerAfter(authorized('2026-04-01')),
  ready: resellerAfter(...allMet, authorized('2026-04-01')),
  active: active(authorized('2026-04-01')),
  restricted: active(authorized('2026-04-01'), restricted),
  lifted: active(authorized('2026-04-01'), restricted, lifted),
  discontinued: active(authorized('2026-04-01'), restricted, discontinued),
}

const commands: Record<string, (reseller: ExistingReseller) => Parameters<typeof outcome>[0]> = {
  meet: (reseller) => meetRequirement(reseller, { code: 'pledge', on: day('2026-10-01'), sha256: sha256('b') }),
  approve: approveReseller,
  authorize: (reseller) => authorizeResale(reseller, { serviceId, period: openEnded }, { breaches: [] }),
  end: (reseller) => endAuthorization(reseller, { serviceId, lastDay: day('2026-12-31') }),
  restrict: (reseller) => restrictReseller(reseller, sha256('7')),
  lift: (reseller) => liftRestriction(reseller, sha256('8')),
  discontinue: (reseller) => discontinueReseller(reseller, { since: start, discontinuanceId }),
}

const table = `
               meet             approve            authorize          end                         restrict             lift                discontinue
  invited      requirement-met  incomplete         wrong-stage        wrong-stage                 wrong-stage          wrong-stage         wrong-stage
  ready        requirement-met  reseller-approved  wrong-stage        wrong-stage                 wrong-stage          wrong-stage         wrong-stage
  active       requirement-met  wrong-stage        resale-authorized  resale-authorization-ended  reseller-restricted  wrong-stage         reseller-discontinued
  restricted   requirement-met  wrong-stage        resale-authorized  resale-authorization-ended  wrong-stage          restriction-lifted  reseller-discontinued
  lifted       requirement-met  wrong-stage        resale-authorized  resale-authorization-ended  reseller-restricted  wrong-stage         reseller-discontinued
  discontinued wrong-stage      wrong-stage        wrong-stage        wrong-stage                 wrong-stage          wrong-stage         wrong-stage
`

describe('every command in every stage of a reseller', () => {
  const cells = cellsOf(table)

  test('is in the table', () =>
    expect(cells).toHaveLength(Object.keys(resellers).length * Object.keys(commands).length))

  test.each(cells)('$row: $column comes to $cell', ({ row, column, cell }) => {
    const [reseller, command] = [resellers[row], commands[column]]
    const decision = reseller && command?.(reseller)
    expect(decision && outcome(decision)).toBe(cell)
  })

  test.each(cells.filter(({ cell }) => cell === 'wrong-stage'))(
    '$row: $column says what it needs',
    ({ row, column }) => {
      const [reseller, command] = [resellers[row], commands[column]]
      const refusal = reseller && command && refusalOf(command(reseller))
      expect(refusal).toMatchObject({ what: 'reseller', stage: reseller?.stage })
      expect(refusal).not.toMatchObject({ needs: expect.arrayContaining([reseller?.stage]) })
    },
  )
})

describe('restricting', () => {
  test('keeps since when, for as long as it lasts, and touches nothing else', () => {
    const before = active(authorized('2026-04-01'))
    const { restrictedSince, ...rest } = active(authorized('2026-04-01'), restricted)
    expect(rest).toEqual({ ...before, stage: 'restricted' })
    expect(typeof restrictedSince).toBe('string')
    expect(active(authorized('2026-04-01'), restricted, lifted)).toEqual(before)
    expect(active(restricted, discontinued)).not.toHaveProperty('restrictedSince')
  })
  test('and lifting keep the hash of the reason', () => {
    expect(restrictReseller(active(), sha256('7'))).toEqual({ ok: true, value: [restricted] })
    expect(liftRestriction(active(restricted), sha256('8'))).toEqual({ ok: true, value: [lifted] })
  })
})

describe('approving', () => {
  test('names everything that is owed, and by whom', () => {
    expect(refusalOf(approveReseller(resellerAfter()))).toMatchObject({
      what: 'reseller',
      missing: requirementCodes.map((code) => ({
        code,
        suppliedBy: code === 'resaleAgreement' ? 'implementingEntity' : 'reseller',
      })),
    })
  })

  test.each(requirementCodes)('waits for %s alone', (code) => {
    const others = allMet.filter((event) => event.type !== 'requirement-met' || event.code !== code)
    const refusal = refusalOf(approveReseller(resellerAfter(...others)))
    expect(refusal).toMatchObject({ kind: 'incomplete', missing: [{ code }] })
  })
})

describe('supplying', () => {
  test('a requirement again takes the place of what was there', () => {
    const again = { code: 'pledge', on: day('2027-04-01'), sha256: sha256('b') } as const
    const decision = meetRequirement(active(), again)
    expect(decision).toEqual({ ok: true, value: [{ type: 'requirement-met', ...again }] })
    const { requirements } = active(...(decision.ok ? decision.value : []))
    expect(requirements).toHaveLength(requirementCodes.length)
    expect(requirements.find(({ code }) => code === 'pledge')?.met).toEqual({ on: again.on, sha256: again.sha256 })
  })

  test('the corporate number keeps it, and nothing else forgets it', () => {
    expect(resellerAfter().corporateNumber).toBeNull()
    expect(active().corporateNumber).toBe('4011001098993')
  })
})

describe('what is decided is kept as it was given', () => {
  test.each([
    ['authorize', authorized('2026-10-01')],
    ['end', { type: 'resale-authorization-ended', serviceId, lastDay: day('2026-12-31') }],
    ['discontinue', discontinued],
  ] as const)('%s: %j', (command, event) =>
    expect(commands[command]?.(active(authorized('2026-04-01')))).toEqual({ ok: true, value: [event] }),
  )
})

describe('folding the ledger of a reseller', () => {
  test('begins with everything owed by the same day, and nothing authorized', () =>
    expect(resellerAfter()).toEqual({
      stage: 'invited',
      resellerId,
      entityId,
      code: 'R1',
      name: '架空販売株式会社',
      prefecture: '東京都',
      corporateNumber: null,
      requirements: requirementCodes.map((code) => ({ code, dueOn: '2026-10-31', met: null })),
      authorizations: {},
      discontinued: null,
    }))
  test('keeps one service apart from another', () => {
    const other = { ...authorized('2026-07-01'), serviceId: otherServiceId } as const
    const both = active(authorized('2026-04-01'), other)
    expect(Object.keys(both.authorizations)).toEqual([serviceId, otherServiceId])
    const ended = { type: 'resale-authorization-ended', serviceId, lastDay: day('2026-12-31') } as const
    expect(active(authorized('2026-04-01'), other, ended).authorizations).toEqual({
      [serviceId]: [{ from: '2026-04-01', until: '2026-12-31' }],
      [otherServiceId]: [{ from: '2026-07-01', until: null }],
    })
  })
  test('gives what was told, in the order it was told', () => {
    expect(active(authorized('2026-04-01'), discontinued)).toMatchObject({
      stage: 'discontinued',
      code: 'R1',
      discontinued: { since: start, discontinuanceId },
      authorizations: { [serviceId]: [{ from: '2026-04-01', until: null }] },
    })
  })
  test('begins with the invitation: before it nothing is kept', () => {
    expect(folded('reseller', [...allMet, approved, discontinued])).toEqual({ stage: 'none' })
    expect(folded('reseller', [invited])).toMatchObject({ stage: 'invited' })
  })
})
