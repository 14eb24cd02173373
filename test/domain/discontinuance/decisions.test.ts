import { describe, expect, test } from 'vitest'
import {
  approveDiscontinuance,
  closeDiscontinuance,
  withdrawDiscontinuance,
} from '../../../shared/domain/discontinuance/discontinuance.ts'
import { proposeDiscontinuance } from '../../../shared/domain/discontinuance/proposing.ts'
import { discontinuanceGrounds, labelOfGround } from '../../../shared/domain/discontinuance/grounds.ts'
import type { Missing } from '../../../shared/domain/refusal.ts'
import { breach, cellsOf, day, folded, outcome, refusalOf, start } from '../given.ts'
import {
  approved,
  begun,
  born,
  byPerson,
  caseAfter,
  closed,
  frozen,
  lapsed,
  late,
  proposal,
  proposed,
  reached,
  reports,
  waivedOf,
  withdrawn,
} from './given.ts'
import {
  noDiscontinuance,
  type DiscontinuanceEvent,
  type ExistingDiscontinuance,
} from '../../../shared/domain/discontinuance/states.ts'

const approval = { approvedBy: 'second-person', since: start, reports, obligations: born }
const cases: Record<string, ExistingDiscontinuance> = {
  proposed: caseAfter(),
  lapsed: caseAfter(lapsed),
  withdrawn: caseAfter(withdrawn),
  takingOver: caseAfter(approved, frozen, reached),
  closed: caseAfter(approved, frozen, reached, closed),
  reopened: caseAfter(approved, frozen, reached, closed, late),
}
const commands: Record<string, (state: ExistingDiscontinuance) => Parameters<typeof outcome>[0]> = {
  withdraw: withdrawDiscontinuance,
  approve: (state) => approveDiscontinuance(state, approval),
  close: (state) => closeDiscontinuance(state, { missing: [], breaches: [] }),
}

const table = `
              withdraw                  approve                  close
  proposed    discontinuance-withdrawn  discontinuance-approved  wrong-stage
  lapsed      wrong-stage               wrong-stage              wrong-stage
  withdrawn   wrong-stage               wrong-stage              wrong-stage
  takingOver  wrong-stage               wrong-stage              discontinuance-closed
  closed      wrong-stage               wrong-stage              wrong-stage
  reopened    wrong-stage               wrong-stage              discontinuance-closed
`

describe('every command in every stage of a discontinuance', () => {
  const cells = cellsOf(table)

  test('is in the table', () => expect(cells).toHaveLength(Object.keys(cases).length * Object.keys(commands).length))

  test.each(cells)('$row: $column comes to $cell', ({ row, column, cell }) => {
    const [state, command] = [cases[row], commands[column]]
    const decision = state && command?.(state)
    expect(decision && outcome(decision)).toBe(cell)
  })

  test('a refusal says where the case stands and what it needs', () =>
    expect(refusalOf(closeDiscontinuance(caseAfter(), { missing: [], breaches: [] }))).toEqual({
      kind: 'wrong-stage',
      what: 'discontinuance',
      stage: 'proposed',
      needs: ['takingOver'],
    }))
})

describe('proposing', () => {
  test('what happens today is possible', () =>
    expect(proposeDiscontinuance(proposal, { today: proposal.occurredOn })).toEqual({ ok: true, value: [proposed] }))
  test('what happened before is possible', () =>
    expect(outcome(proposeDiscontinuance(proposal, { today: day('2026-10-02') }))).toBe('discontinuance-proposed'))
  test('what will happen tomorrow is refused', () =>
    expect(refusalOf(proposeDiscontinuance(proposal, { today: day('2026-09-30') }))).toEqual({
      kind: 'out-of-order',
      what: 'occurredOn',
      given: '2026-09-30',
      notBefore: '2026-10-01',
    }))
})

describe('the grounds', () => {
  test('are seven, the last for whatever else', () =>
    expect(discontinuanceGrounds).toEqual([
      'bankruptcy',
      'withdrawal',
      'staff',
      'facilities',
      'law',
      'unreachable',
      'other',
    ]))
  test('each have a name in both languages', () =>
    expect(discontinuanceGrounds.filter((one) => !labelOfGround[one].ja || !labelOfGround[one].en)).toEqual([]))
})

describe('approving', () => {
  test('takes a second person', () =>
    expect(refusalOf(approveDiscontinuance(caseAfter(), { ...approval, approvedBy: 'first-person' }))).toEqual({
      kind: 'second-person-needed',
    }))

  test('takes a registration body to report to', () =>
    expect(refusalOf(approveDiscontinuance(caseAfter(), { ...approval, reports: [reports[0]] }))).toMatchObject({
      kind: 'incomplete',
      what: 'discontinuance',
      missing: [
        {
          code: 'registration',
          suppliedBy: 'implementingEntity',
          why: { ja: expect.stringContaining('審査登録機関'), en: expect.stringContaining('registration body') },
        },
      ],
    }))

  test('keeps who approved, the instant and the reports', () =>
    expect(approveDiscontinuance(caseAfter(), approval)).toEqual({
      ok: true,
      value: [{ type: 'discontinuance-approved', ...approval }],
    }))
  test('fixes the instant and the reports, and nothing else', () =>
    expect(caseAfter(approved)).toEqual({ ...caseAfter(), stage: 'takingOver', since: start, reports }))
})

describe('closing', () => {
  const missing: readonly Missing[] = [
    { code: 'smeToTell', suppliedBy: 'implementingEntity', why: { ja: 'まだ', en: 'not yet' }, count: 3 },
    { code: 'list', suppliedBy: 'platform', why: { ja: 'まだ', en: 'not yet' } },
  ]

  test.each([1, 2])('is refused with everything that is missing: %i', (n) => {
    const still = missing.slice(0, n)
    expect(refusalOf(closeDiscontinuance(caseAfter(approved), { missing: still, breaches: [breach] }))).toEqual({
      kind: 'incomplete',
      what: 'discontinuance',
      missing: still,
    })
  })
})

describe('closing with nothing missing', () => {
  test('is refused while the standard objects', () =>
    expect(refusalOf(closeDiscontinuance(caseAfter(approved), { missing: [], breaches: [breach] }))).toEqual({
      kind: 'breaches-standard',
      breaches: [breach],
    }))
  test('notes that everyone was told, where that was still owed', () => {
    const close = (...events: readonly DiscontinuanceEvent[]) =>
      closeDiscontinuance(caseAfter(begun, ...events), { missing: [], breaches: [] })
    const told = { type: 'obligation-fulfilled', code: 'tellSmes', by: 'platform', evidenceSha256: null }
    expect(close()).toEqual({ ok: true, value: [told, closed] })
    for (const before of [byPerson('tellSmes'), waivedOf('tellSmes')])
      expect(close(before)).toEqual({ ok: true, value: [closed] })
  })
})

describe('folding the ledger of a discontinuance', () => {
  test('begins with what was proposed, and nothing done yet', () =>
    expect(caseAfter()).toEqual({
      ...proposal,
      stage: 'proposed',
      since: null,
      reports: [],
      list: null,
      reached: false,
      late: 0,
    }))
  test('keeps the list as it was frozen, and counts who came late', () =>
    expect(caseAfter(approved, frozen, reached, late, late)).toMatchObject({
      list: { contracts: 37, voided: 2 },
      reached: true,
      late: 2,
    }))
  test('keeps all of a case that is withdrawn or closed', () => {
    const done = caseAfter(approved, frozen, reached)
    expect(caseAfter(withdrawn)).toEqual({ ...caseAfter(), stage: 'withdrawn' })
    expect(caseAfter(lapsed)).toEqual({ ...caseAfter(), stage: 'lapsed' })
    expect(caseAfter(approved, frozen, reached, closed)).toEqual({ ...done, stage: 'closed' })
  })
  test('a contract that turns up late opens a closed case again', () => {
    expect(caseAfter(approved, frozen, reached, closed).stage).toBe('closed')
    expect(caseAfter(approved, frozen, reached, closed, late).stage).toBe('takingOver')
  })
  test('begins with the proposal: before it nothing is kept', () =>
    expect(folded('discontinuance', [approved, frozen, closed])).toEqual(noDiscontinuance))
})
