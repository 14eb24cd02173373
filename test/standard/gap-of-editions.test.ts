import { describe, expect, test } from 'vitest'
import { byNobody, byPeople, byRule, clause, type Clause, type Edition } from '../../shared/standard/model/edition.ts'
import { gapBetween } from '../../shared/standard/reports/gap.ts'
import { conditionsAreExplained } from '../../shared/standard/rules/conditions-are-explained.ts'
import { conclusion, editionOf, explanation, without } from './given.ts'
import { before, made } from './given-gap.ts'

const words = { ja: '言葉', en: 'words' }
const editionWith = (...keptBy: Clause['keptBy']): Edition => ({
  ...editionOf('1.2'),
  clauses: [clause('第2章1.(1)', words, keptBy)],
})
const explaining = (...items: readonly ('term' | 'support')[]) => byRule(conditionsAreExplained, { items })
const checked = byPeople('checked', words, words)
const counted = byPeople('counted', words, words)
const codes = (older: Edition, newer: Edition) => gapBetween(older, newer, before).map(({ code }) => code)

describe('between two editions', () => {
  test('what people owe is new where its topic is, and not where it stood before', () => {
    expect(codes(editionWith(checked), editionWith(checked, counted))).toEqual(['第2章1.(1)/counted'])
    expect(codes(editionWith(counted, checked), editionWith(checked, counted))).toEqual([])
  })
  test('what nobody keeps is no work, whether or not the older edition had anything of the kind', () => {
    expect(codes(editionWith(checked), editionWith(checked, byNobody(words)))).toEqual([])
    expect(codes(editionWith(byNobody(words)), editionWith(byNobody(words)))).toEqual([])
  })
  test('what the older edition asks alone is no work', () =>
    expect(codes(editionWith(checked, counted), editionWith(counted))).toEqual([]))

  test('a duty with more on its list is new, and touches the contracts that were not explained so', () => {
    const unexplained = conclusion({ explanation: { ...explanation, items: without(explanation.items, 'support') } })
    const contracts = [made(1, 1), made(2, 1, { conclusion: unexplained })]
    const items = gapBetween(editionWith(explaining('term')), editionWith(explaining('term', 'support')), {
      ...before,
      contracts,
    })
    expect(items).toMatchObject([
      {
        code: '第2章1.(1)/conditions-are-explained/conclusion',
        state: 'open',
        missing: [{ where: 'explanation.items' }],
        contractsTouched: 1,
        examples: [contracts[1]?.contractId],
      },
    ])
  })
  test('a duty to explain is open of a contract whose record does not list what was explained (E6)', () => {
    const asAWhole = conclusion({ explanation: { ...explanation, items: [], listed: false } })
    const contracts = [made(1, 1), made(2, 1, { conclusion: asAWhole })]
    const items = gapBetween(editionWith(explaining('term')), editionWith(explaining('term', 'support')), {
      ...before,
      contracts,
    })
    expect(items).toMatchObject([{ state: 'open', contractsTouched: 1, examples: [contracts[1]?.contractId] }])
    expect(items[0]?.missing[0]?.why.ja).toContain('説明した事項の記載がありません')
  })
})
