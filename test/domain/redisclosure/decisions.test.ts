import { describe, expect, test } from 'vitest'
import type { ContractId } from '../../../shared/domain/ids.ts'
import { changedItems, itemsToSign } from '../../../shared/domain/redisclosure/changed-items.ts'
import {
  closeRedisclosure,
  noteContract,
  openRedisclosure,
  progressOf,
  standingOf,
  type ExistingRedisclosure,
  type NoteOutcome,
  type OldContract,
} from '../../../shared/domain/redisclosure/redisclosure.ts'
import { sampleFacts } from '../contract/given-disclosure.ts'
import { contractOf, day, folded, kept, outcome, refusalOf, sha256, start } from '../given.ts'
import { opening, redisclosureClosed, redisclosureOpened } from './given.ts'

const open: ExistingRedisclosure = kept(folded('redisclosure', [redisclosureOpened]))
const closed: ExistingRedisclosure = kept(folded('redisclosure', [redisclosureOpened, redisclosureClosed]))
const one = (n: number, changed: Partial<OldContract> = {}): OldContract => ({
  contractId: contractOf(n),
  stage: 'live',
  items: ['devices'],
  counted: true,
  ...changed,
})
const notes = (...said: readonly (readonly [number, NoteOutcome])[]): ReadonlyMap<ContractId, NoteOutcome> =>
  new Map(said.map(([n, note]) => [contractOf(n), note]))
const inTime = day('2026-10-31')
const late = day('2026-11-01')

describe('which items a version changes', () => {
  const facts = sampleFacts('NET')
  const names = { JP: '日本', US: 'アメリカ合衆国' } as Record<string, string>
  const items = (changed: Partial<typeof facts>) =>
    changedItems(facts, { ...facts, ...changed }, (code) => names[code] ?? code)

  test.each([
    [{}, []],
    [{ name: '別の名称', placement: '別の場所', coversImportantTerminals: !facts.coversImportantTerminals }, []],
    [{ devices: [{ manufacturer: '架空', model: 'X' }] }, ['devices']],
    [{ serviceProvisionCountries: ['JP', 'US'] }, ['provisionCountries']],
    [{ dataStorage: { kind: 'unknown', statedOn: day('2026-04-01') } }, ['dataStorage']],
    [{ insurance: { ...facts.insurance, deductibleYen: 1 } }, ['insurance']],
    [{ insurance: { ...facts.insurance, selfPayCases: ['交通費'] } }, ['selfPay']],
    [
      { termination: { penalty: { kind: 'fixed', exTaxYen: 1 }, userMayCancelAnyTime: false } },
      ['penalty', 'rightToCancel'],
    ],
    [{ emergencySupport: { ...facts.emergencySupport, freePerContractYear: 2 } }, ['support']],
    [{ incidentNotice: { ...facts.incidentNotice, othersReportEveryDays: 1 } }, ['noticeContact']],
    [{ consultationDesk: { phone: '0120-111-111', mail: null } }, ['helpDesk']],
  ] as const)('%j: %j', (changed, expected) => expect(items(changed as Partial<typeof facts>)).toEqual(expected))

  test('of devices and the help desk one is told; all else is signed', () => {
    expect(itemsToSign(['devices', 'helpDesk'])).toEqual([])
    expect(itemsToSign(['devices', 'dataStorage', 'insurance'])).toEqual(['dataStorage', 'insurance'])
  })
})

describe('opening a campaign', () => {
  const opened = (changed: object, today: string, published = true) =>
    outcome(openRedisclosure({ ...opening, ...changed }, { published, today: day(today) }))
  test('may be due today, not yesterday', () => {
    expect(opened({}, '2026-10-31')).toBe('redisclosure-opened')
    expect(opened({}, '2026-11-01')).toBe('out-of-order')
  })
  test('takes a published version that reads differently', () => {
    expect(opened({}, '2026-10-01', false)).toBe('wrong-stage')
    expect(opened({ items: [] }, '2026-10-01')).toBe('does-not-fit')
  })
  test('keeps what it is about, by when, and who opened it', () => {
    expect(openRedisclosure(opening, { published: true, today: day('2026-10-01') })).toEqual({
      ok: true,
      value: [redisclosureOpened],
    })
    const opened = { ...opening, stage: 'open', openedAt: start }
    expect(folded('redisclosure', [redisclosureOpened])).toEqual(opened)
    expect(folded('redisclosure', [redisclosureOpened, redisclosureClosed])).toEqual({ ...opened, stage: 'closed' })
  })
  test('says what it needs', () => {
    const refused = (changed: object, today: string, published = true) =>
      refusalOf(openRedisclosure({ ...opening, ...changed }, { published, today: day(today) }))
    expect(refused({}, '2026-10-01', false)).toMatchObject({
      what: 'serviceVersion',
      stage: 'drafted',
      needs: ['published'],
    })
    expect(refused({ items: [] }, '2026-10-01')).toMatchObject({
      what: 'number',
      given: '2',
      needs: 'a version that reads differently',
    })
    expect(refused({}, '2026-11-01')).toEqual({
      kind: 'out-of-order',
      what: 'dueOn',
      given: '2026-10-31',
      notBefore: '2026-11-01',
    })
  })
})

describe('where a contract stands', () => {
  test.each([
    ['not told, on the due day', one(1), notes(), inTime, 'open'],
    ['not told, the day after', one(1), notes(), late, 'overdue'],
    ['told', one(1), notes([1, 'told']), late, 'told'],
    ['left', one(1), notes([1, 'left']), late, 'left'],
    ['ended', one(1, { stage: 'ended' }), notes(), late, 'ended'],
    ['left, and ended since', one(1, { stage: 'ended' }), notes([1, 'left']), late, 'ended'],
    ['told, and ended since', one(1, { stage: 'ended' }), notes([1, 'told']), late, 'told'],
  ] as const)('%s', (_, contract, noted, today, standing) =>
    expect(standingOf(open, contract, noted, today)).toBe(standing),
  )

  test('whoever was counted and is under no older text any more was amended; who came late joins', () => {
    const contracts = [one(1), one(2), one(9, { counted: false })]
    expect(progressOf(open, contracts, notes([2, 'told']), inTime)).toEqual({
      contracts: 4,
      amended: 1,
      told: 1,
      left: 0,
      ended: 0,
      open: 2,
      overdue: 0,
    })
  })
  test('the figures always come to the whole', () => {
    const { contracts, ...rest } = progressOf(open, [one(1), one(2), one(3), one(9, { counted: false })], notes(), late)
    expect(Object.values(rest).reduce((a, b) => a + b)).toBe(contracts)
  })
})

describe('noting one', () => {
  const note = (contract: OldContract, said: NoteOutcome, before?: NoteOutcome, state = open) =>
    outcome(noteContract(state, contract, { outcome: said, noteSha256: sha256('a'), before }))
  test('told suffices where no changed item takes a signature', () => {
    expect(note(one(1), 'told')).toBe('redisclosure-noted')
    expect(note(one(1, { items: ['devices', 'insurance'] }), 'told')).toBe('does-not-fit')
    expect(note(one(1, { items: ['devices', 'insurance'] }), 'left')).toBe('redisclosure-noted')
  })
  test('keeps what was said of whom; a refusal says what has to be signed', () => {
    const told = { outcome: 'told', noteSha256: sha256('a'), before: undefined } as const
    expect(noteContract(open, one(1), told)).toEqual({
      ok: true,
      value: [{ type: 'redisclosure-noted', contractId: contractOf(1), outcome: 'told', noteSha256: sha256('a') }],
    })
    expect(refusalOf(noteContract(open, one(1, { items: ['devices', 'selfPay', 'insurance'] }), told))).toMatchObject({
      what: 'items',
      given: 'selfPay, insurance',
      needs: 'an amendment that the SME signs',
    })
  })
  test('told is the last word; a reason is not', () => {
    expect(note(one(1), 'told', 'left')).toBe('redisclosure-noted')
    expect(note(one(1), 'left', 'told')).toBe('wrong-stage')
  })
  test('a contract that ended, or a campaign that is closed, takes none', () => {
    expect(note(one(1, { stage: 'ended' }), 'left')).toBe('wrong-stage')
    expect(note(one(1), 'told', undefined, closed)).toBe('wrong-stage')
  })
  test('says in which stage what stands that takes none', () => {
    const said = { outcome: 'left', noteSha256: sha256('a'), before: undefined } as const
    expect([
      refusalOf(noteContract(open, one(1, { stage: 'ended' }), said)),
      refusalOf(noteContract(open, one(1), { ...said, before: 'told' })),
      refusalOf(noteContract(closed, one(1), said)),
    ]).toEqual([
      { kind: 'wrong-stage', what: 'contract', stage: 'ended', needs: ['live'] },
      { kind: 'wrong-stage', what: 'contract', stage: 'told', needs: ['open', 'left'] },
      { kind: 'wrong-stage', what: 'redisclosure', stage: 'closed', needs: ['open'] },
    ])
  })
})

describe('closing a campaign', () => {
  const closing = (contracts: readonly OldContract[], noted = notes(), state = open) =>
    closeRedisclosure(state, contracts, noted, late)
  test('nothing may be left without a reason', () => {
    const contracts = [one(1), one(2), one(3, { stage: 'ended' })]
    expect(outcome(closing(contracts, notes([1, 'told'], [2, 'left'])))).toBe('redisclosure-closed')
    expect(refusalOf(closing(contracts, notes([1, 'told'])))).toMatchObject({
      kind: 'incomplete',
      missing: [{ count: 1, examples: [contractOf(2)] }],
    })
    expect(outcome(closing([]))).toBe('redisclosure-closed')
  })
  test('all that is left is counted, and the first five named; in time or not', () => {
    const six = [1, 2, 3, 4, 5, 6].map((n) => one(n))
    for (const today of [inTime, late])
      expect(refusalOf(closeRedisclosure(open, six, notes(), today))).toMatchObject({
        what: 'redisclosure',
        missing: [
          {
            code: 'contracts',
            suppliedBy: 'implementingEntity',
            why: { ja: expect.stringContaining('残っています'), en: expect.stringContaining('under the old text') },
            count: 6,
            examples: six.slice(0, 5).map(({ contractId }) => contractId),
          },
        ],
      })
  })
  test('and only once', () => expect(outcome(closing([], notes(), closed))).toBe('wrong-stage'))
})
