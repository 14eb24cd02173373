import { describe, expect, test } from 'vitest'
import { plainDate } from '../../shared/domain/plain-date.ts'
import type { SheetSection } from '../../shared/domain/sheet.ts'
import { conformitySheet } from '../../shared/standard/reports/conformity-sheet.ts'
import { conformity, type Subject } from '../../shared/standard/reports/conformity.ts'
import { notTheStandard } from '../../shared/standard/reports/sheets.ts'
import { contract, editionOf } from './given.ts'
import { evidenceFor, subjectOf, today } from './given-subject.ts'

const edition = editionOf('1.2')
const about = { title: 'みまもりゲート（NET）第1版', facts: [{ label: 'サービス', lines: ['NET 第1版'] }] }
const sheetOf = (facts: Subject['facts'] = {}, day = today, evidence = evidenceFor(edition)) =>
  conformitySheet(edition, conformity(edition, subjectOf(edition, facts, { today: day, evidence })), {
    ...about,
    today: day,
  })
const sectionOn = (label: string, ...given: Parameters<typeof sheetOf>): SheetSection | undefined =>
  sheetOf(...given).sections.find(({ heading }) => heading === label)
const linesUnder = (section: SheetSection | undefined, label: string) =>
  section?.facts.find((one) => one.label === label)?.lines

describe('a conformity report as people read it', () => {
  test('says what it is about, when it was made, and what it is not', () => {
    const { kind, title, lead, facts, note } = sheetOf()
    expect({ kind, title, note }).toEqual({ kind: '適合性の点検', title: about.title, note: notTheStandard })
    expect(lead.join('')).toContain('1.2版')
    expect(facts.slice(0, 2)).toEqual([about.facts[0], { label: '作成日', lines: ['2026年10月5日'] }])
  })
  test('says how many clauses stand how, every clause once', () => {
    const tally = sheetOf().facts.find(({ label }) => label === '結果')?.lines ?? []
    expect(tally).toEqual([
      '守られている：13条',
      '人が守り、証拠がある：2条',
      '反している：0条',
      '証拠が足りない：0条',
      '手元にない条文による：1条',
      '記録はあるが、項目ごとではない：1条',
      '当てはまらない：2条',
      'ここでは問わない：0条',
      '判定しない：8条',
    ])
    const sum = tally.reduce((total, line) => total + Number(/\d+/.exec(line)?.[0]), 0)
    expect(sum).toBe(edition.clauses.length)
  })
  test('has a section for every clause in printed order', () =>
    expect(sheetOf().sections.map(({ heading }) => heading)).toEqual(edition.clauses.map(({ label }) => label)))

  test('shows a clause with its gist, the facts it was judged on, and our reading', () =>
    expect(sectionOn('第1章2.(4)')).toEqual({
      heading: '第1章2.(4)',
      mark: { text: '守られている', tone: 'good' },
      lines: ['再販協力会社は、実施主体が提供するサービスの契約を中小企業と行う事業者である。'],
      facts: [
        {
          label: '契約を起案し、結ぶとき',
          lines: ['守られている', '契約の経路：再販協力会社を通じて', '契約日の再販許諾：はい'],
        },
        { label: '再販を許諾するとき', lines: ['守られている', '基準を守る旨の誓約の日：2026年4月1日'] },
        { label: '当社解釈', lines: [expect.stringContaining('一段に限る')] },
        { label: '改定の表', lines: ['13行目'] },
        { label: '表での表記', lines: ['1章 2.(3)'] },
      ],
    }))

  test('says why a clause is not kept, how often, on which facts, and who supplies what is missing', () => {
    const contracts = [contract(), contract({ initialFeeExTaxYen: 500_001 })]
    const section = sectionOn('第2章1.(7)エ', { contract: contracts })
    expect(section?.mark).toEqual({ text: '反している', tone: 'bad' })
    expect(linesUnder(section, '契約を起案し、結ぶとき')).toEqual([
      '反している',
      '初期費用の合計 500,001円（税抜）が、上限の 500,000円を超えています。',
      '2件のうち、反するもの1件',
      '監視の型：ネットワーク監視型',
      '初期費用の合計：500,001円（税抜）',
      '補う者：再販協力会社（直接の契約では実施主体）',
    ])
  })
  test('says why a clause does not apply', () => {
    const section = sectionOn('第1章2.(2)')
    expect(section?.mark).toEqual({ text: '当てはまらない', tone: 'quiet' })
    expect(linesUnder(section, 'サービスの版を公開するとき')).toEqual(['ネットワーク監視型には求められていない'])
  })
  test('says why a clause is not asked here', () => {
    const section = sectionOn('第1章2.(4)', { contract: [], reseller: [] })
    expect(section?.mark).toEqual({ text: 'ここでは問わない', tone: 'quiet' })
    expect(linesUnder(section, '契約を起案し、結ぶとき')).toHaveLength(1)
  })
  test('says which record is there, until when, and when one is lacking', () => {
    const [how, ...rest] = linesUnder(sectionOn('第2章3.(3)'), '人が守る') ?? []
    expect(how).toContain('是正')
    expect(rest).toEqual(['2026年4月1日の記録（2026年12月31日まで有効）'])

    const lapsed = sectionOn('第2章3.(3)', {}, plainDate('2027-01-01'))
    expect(lapsed?.mark).toEqual({ text: '証拠が足りない', tone: 'bad' })
    expect(linesUnder(lapsed, '人が守る')).toEqual([
      how,
      '有効な記録がありません。',
      '2026年4月1日の記録（2026年12月31日まで有効）',
    ])

    const missing = sectionOn('第2章3.(3)', {}, today, [])
    expect(linesUnder(missing, '人が守る')).toEqual([how, '記録がありません。'])
  })
  test('a record without a last day has none to show', () => {
    const lasting = evidenceFor(edition).map((one) => ({ ...one, validUntil: null }))
    expect(linesUnder(sectionOn('第2章3.(3)', {}, today, lasting), '人が守る')?.at(-1)).toBe('2026年4月1日の記録')
  })
  test('says why a clause is not judged', () =>
    expect(sectionOn('第1章1')).toMatchObject({
      mark: { text: '判定しない', tone: 'quiet' },
      facts: [{ label: '判定しない', lines: ['条文が手元にないため、判定しない。'] }],
    }))
})
