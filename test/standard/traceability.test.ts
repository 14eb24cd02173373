import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { byNobody, byPeople, byRule, clause, type Clause, type Edition } from '../../shared/standard/model/edition.ts'
import { judgeableEditions } from '../../shared/standard/index.ts'
import { initialFeeWithinCap } from '../../shared/standard/rules/initial-fee-within-cap.ts'
import { tableOfChanges } from '../../shared/standard/editions/table-of-changes.ts'
import { aligned, columns } from './full-width.ts'
import { editionOf, rulesOf } from './given.ts'
import { neverRefuse } from './never-refuse.ts'
import { someFacts } from './property/any-facts.ts'
import { refusalsIn, refusalsKept, refusalsVariable, type SeenRefusal } from './refusals.ts'
import { linesOf, traced, type Traceable } from './traced.ts'
import { writtenRules } from './written-rules.ts'

const words = { ja: '言葉', en: 'words' }
const fees = byRule(initialFeeWithinCap, { capExTaxYen: { network: 1, endpoint: 1, combined: 1 } })
const editionWith = (...clauses: readonly Clause[]): Edition => ({ ...editionOf('1.2'), clauses })
const row = { row: 10, about: { ja: '初期費用の上限', en: 'the cap' } }
const refusal: SeenRefusal = {
  edition: '1.2',
  clause: '第2章1.(7)エ',
  rule: 'initial-fee-within-cap',
  on: 'contract',
  where: 'terms.initialFeeParts',
  facts: 'a',
  file: 'test/standard/initial-fee-within-cap.test.ts',
}
const small: Traceable = {
  editions: [editionWith(clause('第2章1.(7)エ', words, [fees], { seedRows: [10] }))],
  rows: [row],
  written: [{ file: 'initial-fee-within-cap.ts', name: 'initial-fee-within-cap', on: 'contract' }],
  seen: [refusal],
  neverRefuse: [],
}
const faults = (changed: Partial<Traceable>) => traced({ ...small, ...changed }).faults
const notSeen =
  '1.2版 第2章1.(7)エ initial-fee-within-cap（契約を起案し、結ぶとき）が拒むところを、initial-fee-within-cap.test.ts で見ていない'

describe('what is traced', () => {
  test('is complete where every row has a keeper and every rule was seen refusing', () =>
    expect(faults({})).toEqual([]))

  test.each([
    ['never', []],
    ['in the test of another rule only', [{ ...refusal, file: 'test/standard/golden-cases.test.ts' }]],
    ['under another edition only', [{ ...refusal, edition: '1.1' }]],
    ['under another clause only', [{ ...refusal, clause: '第2章1.(7)ウ' }]],
    ['on another occasion only', [{ ...refusal, on: 'reseller' as const }]],
  ])('lacks a rule that was seen refusing %s', (_, seen) => expect(faults({ seen })).toEqual([notSeen]))
  test('lacks a rule that no file writes', () =>
    expect(faults({ written: [] })).toEqual([expect.stringContaining('（規則のファイルがない） で見ていない')]))

  test('does not miss a rule that cannot refuse', () => {
    const never = { edition: '1.2', rule: 'initial-fee-within-cap', on: 'contract', why: '理由' } as const
    expect(faults({ seen: [], neverRefuse: [never] })).toEqual([])
    expect(faults({ neverRefuse: [never] })).toEqual([expect.stringContaining('拒むことがないはずが')])
  })

  test('lacks a row that no clause answers to', () =>
    expect(faults({ rows: [row, { row: 17, about: words }] })).toEqual(['17行目（言葉）に応える条を守る者がいない']))
  test('lacks a row whose clauses nobody keeps', () => {
    const kept = (...keptBy: Clause['keptBy']) => [
      editionWith(clause('第2章1.(7)エ', words, keptBy, { seedRows: [10] })),
    ]
    expect(faults({ editions: kept(byNobody(words)) })).toEqual(['10行目（初期費用の上限）に応える条を守る者がいない'])
    expect(faults({ editions: kept(byPeople('topic', words, words)) })).toEqual([])
  })
  test('lacks a row that only an older edition keeps', () => {
    const newer = { ...editionWith(clause('第2章1.(1)', words, [byNobody(words)], { seedRows: [1] })), id: '1.3' }
    expect(faults({ editions: [...small.editions, newer] })).toEqual([expect.stringMatching(/^10行目/)])
  })
  test.each(['missing', 'wording'] as const)('excepts a row of %s, and says so', (without) => {
    const { faults: none, excepted, sections } = traced({ ...small, rows: [row, { row: 11, about: words, without }] })
    expect(none).toEqual([])
    expect(excepted).toEqual(['11行目（言葉）'])
    expect(sections[1]).toMatchObject({ heading: '11行目　言葉', note: expect.any(String), traces: [] })
  })

  test('counts refusals of different things, each once', () => {
    const seen = [refusal, refusal, { ...refusal, facts: 'b' }]
    expect(traced({ ...small, seen }).sections[0]?.traces).toMatchObject([{ shown: '2通りの拒否' }])
  })
})

describe('the editions and the table as they are', () => {
  const asTheyAre = { editions: judgeableEditions(), rows: tableOfChanges, written: writtenRules, neverRefuse }

  test('have a keeper for every row but 11 and 16', () => {
    const { excepted, faults: found } = traced({ ...asTheyAre, seen: [] })
    expect(excepted).toEqual(['11行目（欠番）', '16行目（形式と表現の修正）'])
    expect(found.filter((fault) => fault.includes('守る者がいない'))).toEqual([])
  })
  test('lack every rule as long as nothing was seen', () => {
    const rules = judgeableEditions().flatMap(rulesOf)
    expect(traced({ ...asTheyAre, seen: [] }).faults).toHaveLength(rules.length - neverRefuse.length)
  })
  test.each(neverRefuse)('$rule on $on has nothing to refuse under $edition', ({ edition, rule, on }) => {
    const keeping = rulesOf(editionOf(edition as '1.2')).find((one) => one.rule === rule && one.on === on)
    expect(keeping).toBeDefined()
    expect(someFacts(on).flatMap((facts) => keeping?.objections(facts as never) ?? [])).toEqual([])
  })
})

describe('the table as it is printed', () => {
  test('has its columns one below the other, whatever the width of their characters', () => {
    const lines = aligned([
      ['版', '条', '義務'],
      ['1.2', '第2章1.(7)エ', 'initial-fee-within-cap'],
      ['1.1', '附則', '義務'],
    ])
    const before = (line: string, cell: string) => columns(line.slice(0, line.lastIndexOf(cell)))
    expect(lines.map((line, index) => before(line, ['義務', 'initial', '義務'][index] ?? ''))).toEqual([19, 19, 19])
    expect(columns('第2章1.(7)エ')).toBe(12)
  })
  test('shows a row, its clause, its keeper, its test file and what was seen', () => {
    const printed = linesOf(traced(small))
    expect(printed).toContain('10行目　初期費用の上限')
    expect(printed.find((line) => line.includes('initial-fee'))?.split(/ {2,}/)).toEqual([
      '',
      '1.2',
      '第2章1.(7)エ',
      '規則',
      'initial-fee-within-cap',
      '契約を起案し、結ぶとき',
      'initial-fee-within-cap.test.ts',
      '1通りの拒否',
    ])
  })
})

describe('refusals that tests see', () => {
  const breach = { ...refusal, why: words }
  const keptIn = (folder: string) => {
    const keep = refusalsKept({ [refusalsVariable]: folder })
    const file = join(process.cwd(), refusal.file)
    keep(file, 'contract', { fee: 1 }, [breach])
    keep(file, 'contract', { fee: 1 }, [breach])
    keep(file, 'contract', { fee: 2 }, [breach])
    return refusalsIn(folder)
  }

  test('are kept once each where they are asked for', () => {
    const folder = mkdtempSync(join(tmpdir(), 'refusals-'))
    const kept = keptIn(folder)
    rmSync(folder, { recursive: true })
    const facts = expect.stringMatching(/^[0-9a-f]{16}$/)
    expect(kept).toEqual([
      { ...refusal, facts },
      { ...refusal, facts },
    ])
  })
  test('are not where they are not', () =>
    expect(() => refusalsKept({})('file', 'contract', {}, [breach])).not.toThrow())
})
