import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyTally, takeoverSeconds, weaknesses, type Tally } from '../../../shared/domain/reseller/drill.ts'
import { handoverCodes, handoverStages, type HandoverStage } from '../../../shared/domain/reseller/handover.ts'
import {
  handoverTenths,
  partOf,
  partsOf,
  putRight,
  raisesOf,
  readinessFactsOn,
  readinessParts,
  scoreTenths,
  type ReadinessFacts,
} from '../../../shared/domain/reseller/readiness.ts'
import { requirementCodes } from '../../../shared/domain/reseller/requirement.ts'
import { day, sha256 } from '../given.ts'
import { resellerAfter } from './given.ts'
import type { ResellerEvent } from '../../../shared/domain/reseller/states.ts'

const handover = (stage: HandoverStage) =>
  Object.fromEntries(handoverCodes.map((code) => [code, stage])) as ReadinessFacts['handover']
const book = (contracts: number, weak: Partial<Tally['weak']> = {}): Tally => ({
  ...emptyTally,
  contracts,
  weak: { ...emptyTally.weak, ...weak },
})
const perfect: ReadinessFacts = { handover: handover('current'), requirementsPastDue: 0, book: book(10) }

/** Any facts there can be: of the weaknesses of contact a contract has one at most. */
const anyFacts: fc.Arbitrary<ReadinessFacts> = fc
  .record({
    stages: fc.tuple(...handoverCodes.map(() => fc.constantFrom(...handoverStages))),
    requirementsPastDue: fc.integer({ min: 0, max: requirementCodes.length }),
    contracts: fc.integer({ min: 0, max: 100_000 }),
    shares: fc.tuple(...weaknesses.map(() => fc.double({ min: 0, max: 1, noNaN: true }))),
    drilled: fc.boolean(),
  })
  .map(({ stages, requirementsPastDue, contracts, shares, drilled }) => {
    const weak = Object.fromEntries(
      weaknesses.map((code, n) => [code, Math.floor((shares[n] ?? 0) * (n < 3 ? contracts / 3 : contracts))]),
    ) as Tally['weak']
    return {
      handover: Object.fromEntries(handoverCodes.map((code, n) => [code, stages[n]])) as ReadinessFacts['handover'],
      requirementsPastDue,
      book: drilled ? book(contracts, weak) : null,
    }
  })

describe('a score', () => {
  test('is a hundred points where nothing is missing, and none where everything is', () => {
    expect(scoreTenths(perfect)).toBe(1_000)
    const nothing = { handover: handover('missing'), requirementsPastDue: requirementCodes.length, book: null }
    expect(scoreTenths(nothing)).toBe(0)
    expect(scoreTenths({ ...nothing, book: book(0) })).toBe(540)
  })

  test('has parts whose weights are a hundred points together, each with our reading', () => {
    expect(readinessParts.reduce((sum, part) => sum + partOf[part].tenths, 0)).toBe(1_000)
    for (const part of readinessParts) expect(partOf[part].why.ja).toMatch(/^当社解釈：/)
  })

  test.each(handoverCodes)(
    'counts %s by half while it is old or out of reach, and not at all while missing',
    (code) => {
      const lost = (stage: HandoverStage) =>
        scoreTenths(perfect) - scoreTenths({ ...perfect, handover: { ...perfect.handover, [code]: stage } })
      expect([lost('current'), lost('stale'), lost('outOfReach'), lost('missing')]).toEqual([
        0,
        handoverTenths[code] / 2,
        handoverTenths[code] / 2,
        handoverTenths[code],
      ])
    },
  )

  test.each([
    [{ noContact: 1 }, 'contact', 216],
    [{ lettersReturned: 1 }, 'contact', 216],
    [{ noMail: 1 }, 'contact', 228],
    [{ noMail: 10 }, 'contact', 120],
    [{ noContact: 10 }, 'contact', 0],
    [{ noAdvanceConsent: 1 }, 'advanceConsent', 90],
    [{ notConfirmed: 10 }, 'confirmation', 0],
    [{ insuredByReseller: 5 }, 'insurance', 40],
    [{ underWay: 1 }, 'settled', 36],
  ] as const)('with %o of ten contracts earns in %s %i tenths', (weak, part, tenths) =>
    expect(partsOf({ ...perfect, book: book(10, weak) })[part]).toBe(tenths),
  )

  test('loses ten tenths for each requirement past due', () => {
    for (const [n] of requirementCodes.entries())
      expect(partsOf({ ...perfect, requirementsPastDue: n }).requirements).toBe(60 - 10 * n)
  })

  test('rounds down to a tenth: one of very many is seen', () =>
    expect(scoreTenths({ ...perfect, book: book(100_000, { noContact: 1 }) })).toBe(999))

  test('lies between its ends, and putting anything right never lowers it', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const score = scoreTenths(facts)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1_000)
        for (const code of [...handoverCodes, ...weaknesses, 'requirements'] as const)
          expect(scoreTenths(putRight(facts, code))).toBeGreaterThanOrEqual(score)
        if (facts.book === null) return
        for (const code of weaknesses) {
          const n = facts.book.weak[code]
          const oneLess = {
            ...facts,
            book: { ...facts.book, weak: { ...facts.book.weak, [code]: Math.max(0, n - 1) } },
          }
          expect(scoreTenths(oneLess)).toBeGreaterThanOrEqual(score)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('is a hundred once everything it asks for is done, whatever it was', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const raises = raisesOf(facts, { drillDue: facts.book === null })
        let after: ReadinessFacts = { ...facts, book: facts.book ?? book(10) }
        for (const { code } of raises) if (code !== 'drill') after = putRight(after, code)
        expect(scoreTenths(after)).toBe(1_000)
      }),
    )
  })
})

describe('what would raise it', () => {
  test('says who, in how many contracts and by how much, the most first', () => {
    const facts = {
      ...perfect,
      handover: { ...perfect.handover, credentialsCustody: 'missing' as const },
      book: book(10, { noAdvanceConsent: 10, noMail: 1 }),
    }
    expect(raisesOf(facts, { drillDue: false }).map(({ what: _, ...one }) => one)).toEqual([
      { code: 'credentialsCustody', by: 'reseller', contracts: null, tenths: 100 },
      { code: 'noAdvanceConsent', by: 'reseller', contracts: 10, tenths: 100 },
      { code: 'noMail', by: 'reseller', contracts: 1, tenths: 12 },
    ])
  })
  test.each([
    ['missing', '「管理者情報の預かり」を出す'],
    ['outOfReach', '「管理者情報の預かり」を再販協力会社の外にも預ける'],
    ['stale', '「管理者情報の預かり」を新しくする'],
  ] as const)('says of an item that is %s: %s', (stage, ja) => {
    const facts = { ...perfect, handover: { ...perfect.handover, credentialsCustody: stage } }
    expect(raisesOf(facts, { drillDue: false })).toMatchObject([
      { what: { ja, en: expect.stringContaining('custody of administrator access') } },
    ])
  })
  test('asks the reseller for what is past due', () =>
    expect(raisesOf({ ...perfect, requirementsPastDue: 2 }, { drillDue: false })).toMatchObject([
      {
        code: 'requirements',
        by: 'reseller',
        what: { ja: expect.stringContaining('期限を過ぎた'), en: expect.stringContaining('past due') },
        contracts: null,
        tenths: 20,
      },
    ]))
  test('is nothing where nothing is missing, and a drill where one is due', () => {
    expect(raisesOf(perfect, { drillDue: false })).toEqual([])
    expect(raisesOf(perfect, { drillDue: true })).toMatchObject([{ code: 'drill', tenths: null }])
  })
})

describe('the time a takeover would take', () => {
  test('is writing at the measured pace, or the promised one, and three readings of the book', () => {
    expect(takeoverSeconds(10_000, { perMinute: null, readMs: 0 })).toBe(60)
    expect(takeoverSeconds(10_000, { perMinute: 20_000, readMs: 1_000 })).toBe(33)
    expect(takeoverSeconds(0, { perMinute: null, readMs: 0 })).toBe(0)
    expect(takeoverSeconds(1, { perMinute: null, readMs: 0 })).toBe(1)
  })
})

describe('what the readiness of a reseller follows from, on a day', () => {
  const counted = book(10, { noMail: 2 })
  const drilled: ResellerEvent = {
    type: 'drill-run',
    operationId: 'opr_01k6d2q0000000000000000009',
    on: day('2026-10-01'),
    tally: counted,
    scoreTenths: 500,
    sha256: sha256('d'),
    paper: 3,
  }
  const handed: ResellerEvent = {
    type: 'handover-supplied',
    code: 'openIncidents',
    asOf: day('2026-10-01'),
    keptBy: 'implementingEntity',
    suppliedBy: 'reseller',
    sha256: sha256('c'),
    paper: 9,
  }

  test('is its papers as they stand then, and its book as the latest drill counted it', () => {
    const facts = (on: string) => readinessFactsOn(resellerAfter(handed, drilled), day(on))
    expect(facts('2026-10-31')).toEqual({
      handover: { ...handover('missing'), openIncidents: 'current' },
      requirementsPastDue: 0,
      book: counted,
    })
    expect(facts('2026-11-01')).toEqual({
      handover: { ...handover('missing'), openIncidents: 'stale' },
      requirementsPastDue: requirementCodes.length,
      book: counted,
    })
  })
  test('is nothing of its book before the first drill', () =>
    expect(readinessFactsOn(resellerAfter(), day('2026-10-31')).book).toBeNull())
})
