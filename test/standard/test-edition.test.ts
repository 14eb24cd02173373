import { describe, expect, test } from 'vitest'
import { judge } from '../../shared/standard/model/edition.ts'
import { editionOfLaterOccasion, editions, firstKnownDay } from '../../shared/standard/index.ts'
import { conformity } from '../../shared/standard/reports/conformity.ts'
import { conformitySheet } from '../../shared/standard/reports/conformity-sheet.ts'
import { contentsSheet } from '../../shared/standard/reports/contents.ts'
import { gapBetween, type Own } from '../../shared/standard/reports/gap.ts'
import { conclusion, contract, editionOf, service } from './given.ts'
import { made } from './given-gap.ts'
import { evidenceFor, subjectOf, today, verdictOn } from './given-subject.ts'
import { testEdition } from './test-edition.ts'

const costing = (initialFeeExTaxYen: number) => contract({ initialFeeExTaxYen })

describe('a new edition', () => {
  test('is one this house does not know yet', () => expect(editions).not.toContain(testEdition))

  test('judges by its own numbers, and names itself', () => {
    expect(judge(testEdition, 'contract', costing(300_000))).toEqual([])
    expect(judge(testEdition, 'contract', costing(300_001))).toMatchObject([
      { edition: '1.3', clause: '第2章1.(7)エ', why: { ja: expect.stringContaining('上限の 300,000円') } },
    ])
  })
  test('judges under its own clause labels', () => {
    const unexplained = judge(testEdition, 'conclusion', conclusion({ explanation: null }))
    expect(unexplained.map(({ clause, rule }) => [clause, rule])).toEqual([
      ['第2章1.(7)ウ', 'conditions-are-explained'],
      ['第2章1.(7)カ', 'leaving-is-explained'],
    ])
    expect(judge(editionOf('1.2'), 'conclusion', conclusion({ explanation: null })).at(-1)?.clause).toBe('第2章1.(7)オ')
  })

  test('leaves a contract that was judged by 1.2 to 1.2', () => {
    const signedUnder = { edition: '1.2' }
    const onOffer = { edition: testEdition.id }
    const deal = costing(400_000)
    expect(judge(editionOf('1.2'), 'contract', deal)).toEqual([])
    expect(judge(testEdition, 'contract', deal)).toHaveLength(1)
    expect(editionOfLaterOccasion('amendment', { signedUnder, onOffer })).toBe('1.2')
    expect(editionOfLaterOccasion('renewal', { signedUnder, onOffer })).toBe('1.3')
  })

  test('has its conformity report, in its own order and under its own labels', () => {
    const verdicts = conformity(testEdition, subjectOf(testEdition, { contract: [costing(300_000), costing(300_001)] }))
    expect(verdicts.map(({ label }) => label)).toEqual(testEdition.clauses.map(({ label }) => label))
    expect(verdictOn(verdicts, '第2章1.(7)カ').verdict).toBe('kept')
    expect(verdictOn(verdicts, '第2章1.(7)エ')).toMatchObject({
      verdict: 'breached',
      parts: [{ judged: 2, breached: 1 }],
    })
    const { lead } = conformitySheet(testEdition, verdicts, { title: '', facts: [], today })
    expect(lead.join('')).toContain('試験のための基準 1.3版')
  })

  describe('has its gap from 1.2', () => {
    const own = (contracts: Own['contracts']): Own => ({
      newest: service('network'),
      newestVersion: 2,
      versions: new Map([[1, service('network')]]),
      contracts,
      evidence: evidenceFor(testEdition),
      today,
    })
    const gap = (contracts: Own['contracts']) => gapBetween(editionOf('1.2'), testEdition, own(contracts))

    test('which is the lower cap alone: what only got another number is not new', () =>
      expect(gap([]).map(({ code }) => code)).toEqual(['第2章1.(7)エ/initial-fee-within-cap/contract']))
    test('and counts the contracts above it', () => {
      const contracts = [300_000, 300_001, 400_000].map((fee, n) => made(n, 1, { contract: costing(fee) }))
      expect(gap(contracts)).toMatchObject([
        {
          state: 'open',
          contractsTouched: 2,
          says: { ja: expect.stringContaining('300,000円') },
          newer: { clause: '第2章1.(7)エ' },
          older: [{ clause: '第2章1.(7)ウ' }, { clause: '第2章1.(7)エ' }, { clause: '第2章1.(7)オ' }],
        },
      ])
      expect(gap(contracts.slice(0, 1))).toMatchObject([{ state: 'done', contractsTouched: 0 }])
    })
  })

  test('has its contents, with the day it came into force', () => {
    const { title, facts, sections } = contentsSheet(testEdition)
    expect(title).toBe('試験のための基準 1.3版')
    expect(facts).toContainEqual({ label: '公表', lines: ['2026年12月1日'] })
    expect(facts).toContainEqual({ label: '適用の始まり', lines: ['2027年4月1日'] })
    const headings = sections.map(({ heading }) => heading)
    expect(headings).toContain('第2章1.(7)カ')
    expect(headings).not.toContain('第2章1.(7)オ')
    expect(sections.find(({ heading }) => heading === '第2章1.(7)エ')?.facts[0]?.lines.join('')).toContain('300,000円')
  })

  test('tells its first day to whoever asks when editions began', () =>
    expect(firstKnownDay([editionOf('1.2'), testEdition])).toBe('2027-04-01'))
})
