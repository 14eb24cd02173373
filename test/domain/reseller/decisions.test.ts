import { describe, expect, test } from 'vitest'
import { requirementCodes } from '../../../shared/domain/reseller/requirement.ts'
import {
  approveReseller,
  authorizeResale,
  discontinueReseller,
  endAuthorization,
  meetRequirement,
  type KeptReseller,
} from '../../../shared/domain/reseller/reseller.ts'
import {
  breach,
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
import { active, allMet, approved, authorized, discontinued, invited, resellerAfter } from './given.ts'

const openEnded = { from: day('2026-10-01'), until: null }

const resellers: Record<string, KeptReseller> = {
  invited: resellerAfter(authorized('2026-04-01')),
  ready: resellerAfter(...allMet, authorized('2026-04-01')),
  active: active(authorized('2026-04-01')),
  discontinued: active(authorized('2026-04-01'), discontinued),
}

const commands: Record<string, (reseller: KeptReseller) => Parameters<typeof outcome>[0]> = {
  meet: (reseller) => meetRequirement(reseller, { code: 'pledge', on: day('2026-10-01'), sha256: sha256('b') }),
  approve: approveReseller,
  authorize: (reseller) => authorizeResale(reseller, { serviceId, period: openEnded }, { breaches: [] }),
  end: (reseller) => endAuthorization(reseller, { serviceId, lastDay: day('2026-12-31') }),
  discontinue: (reseller) => discontinueReseller(reseller, { since: start, discontinuanceId }),
}

const table = `
               meet             approve            authorize          end                         discontinue
  invited      requirement-met  incomplete         wrong-stage        wrong-stage                 wrong-stage
  ready        requirement-met  reseller-approved  wrong-stage        wrong-stage                 wrong-stage
  active       requirement-met  wrong-stage        resale-authorized  resale-authorization-ended  reseller-discontinued
  discontinued wrong-stage      wrong-stage        wrong-stage        wrong-stage                 wrong-stage
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

describe('authorizing', () => {
  test('a period of one day is one', () => {
    const period = { from: day('2026-10-01'), until: day('2026-10-01') }
    expect(outcome(authorizeResale(active(), { serviceId, period }, { breaches: [] }))).toBe('resale-authorized')
  })
  test('one that ends before it begins is none', () => {
    const period = { from: day('2026-10-01'), until: day('2026-09-30') }
    expect(refusalOf(authorizeResale(active(), { serviceId, period }, { breaches: [] }))).toEqual({
      kind: 'out-of-order',
      what: 'until',
      given: '2026-09-30',
      notBefore: '2026-10-01',
    })
  })
  test('is refused with every breach of the edition of the service', () =>
    expect(refusalOf(authorizeResale(active(), { serviceId, period: openEnded }, { breaches: [breach] }))).toEqual({
      kind: 'breaches-standard',
      breaches: [breach],
    }))
  test('adds to what was given, service by service', () => {
    const { authorizations } = active(authorized('2026-04-01', '2026-06-30'), authorized('2026-10-01'))
    expect(authorizations).toEqual({
      [serviceId]: [
        { from: '2026-04-01', until: '2026-06-30' },
        { from: '2026-10-01', until: null },
      ],
    })
  })
})

describe('ending an authorization', () => {
  const reseller = active(authorized('2026-04-01'))

  test('may fall on its first day', () =>
    expect(outcome(endAuthorization(reseller, { serviceId, lastDay: day('2026-04-01') }))).toBe(
      'resale-authorization-ended',
    ))
  test('may not fall on the day before', () =>
    expect(refusalOf(endAuthorization(reseller, { serviceId, lastDay: day('2026-03-31') }))).toEqual({
      kind: 'out-of-order',
      what: 'lastDay',
      given: '2026-03-31',
      notBefore: '2026-04-01',
    }))
  test('counts from the earliest day, in whatever order the periods were given', () => {
    const given = active(authorized('2026-10-01'), authorized('2026-04-01', '2026-06-30'))
    const on = (lastDay: string) => outcome(endAuthorization(given, { serviceId, lastDay: day(lastDay) }))
    expect(['2026-03-31', '2026-04-01', '2026-05-31'].map(on)).toEqual([
      'out-of-order',
      'resale-authorization-ended',
      'resale-authorization-ended',
    ])
  })
  test('needs one of that service', () =>
    expect(refusalOf(endAuthorization(reseller, { serviceId: otherServiceId, lastDay: day('2026-12-31') }))).toEqual({
      kind: 'not-found',
      what: 'authorization',
    }))

  test('cuts what runs on, leaves what ended sooner, drops what would begin later', () => {
    const after = active(
      authorized('2026-04-01', '2026-06-30'),
      authorized('2026-07-01', '2026-12-31'),
      authorized('2026-08-01'),
      authorized('2026-09-30'),
      authorized('2026-10-01', '2027-03-31'),
      { type: 'resale-authorization-ended', serviceId, lastDay: day('2026-09-30') },
    )
    expect(after.authorizations[serviceId]).toEqual([
      { from: '2026-04-01', until: '2026-06-30' },
      { from: '2026-07-01', until: '2026-09-30' },
      { from: '2026-08-01', until: '2026-09-30' },
      { from: '2026-09-30', until: '2026-09-30' },
    ])
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
