import { describe, expect, test } from 'vitest'
import { coverageAfter, gapMinutes, gapSince, unknownCoverage } from '../../../shared/domain/contract/coverage.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { after, minutes } from '../given.ts'
import type { CoverageArea, CoverageResult } from '../../../shared/domain/contract/contract-words.ts'
import type { Coverage } from '../../../shared/domain/contract/states.ts'

const at = (n: number): Instant => after(minutes(n))
type Found = readonly [facet: CoverageArea, finding: CoverageResult, minute: number]

/** The coverage after findings, each stated for a minute of the story. */
const found = (...all: readonly Found[]): Coverage =>
  all.reduce(
    (coverage, [facet, finding, n]) => coverageAfter(coverage, { facet, finding, statedAt: at(n) }),
    unknownCoverage,
  )
const allConfirmed: readonly Found[] = [
  ['monitoring', 'confirmed', 10],
  ['contact', 'confirmed', 10],
  ['insurance', 'confirmed', 10],
]
describe('the minutes of gaps', () => {
  const cases: Record<string, readonly [findings: readonly Found[], minutes: number]> = {
    'none, where nothing was lost': [allConfirmed, 0],
    'from when it was lost until now, while it is': [[['monitoring', 'lost', 30]], 30],
    'from when it was lost until it was found': [
      [
        ['monitoring', 'lost', 30],
        ['monitoring', 'confirmed', 45],
      ],
      15,
    ],
    'of two gaps, both': [
      [
        ['monitoring', 'lost', 10],
        ['monitoring', 'confirmed', 15],
        ['monitoring', 'lost', 40],
        ['monitoring', 'confirmed', 47],
      ],
      12,
    ],
    'of two facets lost at once, once': [
      [
        ['monitoring', 'lost', 10],
        ['insurance', 'lost', 20],
        ['monitoring', 'confirmed', 30],
        ['insurance', 'confirmed', 40],
      ],
      30,
    ],
    'of one within the other, once': [
      [
        ['monitoring', 'lost', 10],
        ['insurance', 'lost', 20],
        ['insurance', 'confirmed', 30],
        ['monitoring', 'confirmed', 40],
      ],
      30,
    ],
    'of what is still lost and what was, once where they overlap': [
      [
        ['monitoring', 'lost', 10],
        ['monitoring', 'confirmed', 30],
        ['insurance', 'lost', 20],
      ],
      50,
    ],
    'apart, though they were noted the other way round': [
      [
        ['insurance', 'lost', 40],
        ['monitoring', 'lost', 10],
        ['monitoring', 'confirmed', 15],
        ['insurance', 'confirmed', 50],
      ],
      15,
    ],
    'from the earlier moment, where it is stated anew': [
      [
        ['contact', 'lost', 30],
        ['contact', 'lost', 20],
      ],
      40,
    ],
    'from the first moment still, where a later one is stated': [
      [
        ['contact', 'lost', 20],
        ['contact', 'lost', 30],
      ],
      40,
    ],
  }
  test.each(Object.entries(cases))('%s', (_, [findings, minutes]) =>
    expect(gapMinutes(found(...findings), at(60))).toBe(minutes),
  )
  test('a minute that has begun counts', () => {
    const coverage = found(['monitoring', 'lost', 30])
    expect([0, 1, minutes(1), minutes(1) + 1].map((ms) => gapMinutes(coverage, after(ms, at(30))))).toEqual([
      0, 1, 1, 2,
    ])
  })
  test('a gap of no time is one: it was lost', () => {
    const coverage = found(...allConfirmed, ['contact', 'lost', 20], ['contact', 'confirmed', 20])
    expect(coverage.gaps).toEqual([{ from: at(20), until: at(20) }])
    expect(gapMinutes(coverage, at(60))).toBe(0)
  })
  test('up to a moment are those before it, whatever came after', () => {
    const coverage = found(['monitoring', 'lost', 30], ['monitoring', 'confirmed', 50])
    expect([20, 30, 40, 50, 60].map((n) => gapMinutes(coverage, at(n)))).toEqual([0, 0, 10, 20, 20])
  })
  test('gaps that touch are one', () => {
    const coverage = found(
      ['monitoring', 'lost', 10],
      ['monitoring', 'confirmed', 20],
      ['insurance', 'lost', 20],
      ['insurance', 'confirmed', 30],
    )
    expect(coverage.gaps).toEqual([{ from: at(10), until: at(30) }])
  })
  test('no gap is over before it began, though the clock of another server says so', () =>
    expect(found(['contact', 'lost', 20], ['contact', 'confirmed', 19]).gaps).toEqual([
      { from: at(20), until: at(20) },
    ]))
  test('since when, is the first of what is lost now', () => {
    expect(gapSince(found(...allConfirmed))).toBeNull()
    expect(gapSince(found(['monitoring', 'lost', 30], ['contact', 'lost', 20], ['insurance', 'lost', 40]))).toBe(at(20))
  })
})
