import { describe, expect, test } from 'vitest'
import type { GapItem } from '../../shared/standard/reports/gap.ts'
import { gapSheet } from '../../shared/standard/reports/gap-sheet.ts'
import { notTheStandard } from '../../shared/standard/reports/sheets.ts'
import { editionOf } from './given.ts'
import { gapOf } from './given-gap.ts'
import { today } from './given-subject.ts'

const sheetOf = (items: readonly GapItem[] = gapOf()) =>
  gapSheet(editionOf('1.1'), editionOf('1.2'), items, {
    title: 'みまもりゲート（NET）',
    facts: [{ label: '有効な契約', lines: ['7件'] }],
    today,
  })

const sectionOn = (label: string) => sheetOf().sections.find(({ heading }) => heading === label)

describe('the gap as people read it', () => {
  test('says between which editions, about what, when, and what it is not', () => {
    const { kind, title, lead, facts, note } = sheetOf()
    expect({ kind, title, note }).toEqual({
      kind: '版の移行の点検',
      title: 'みまもりゲート（NET）',
      note: notTheStandard,
    })
    expect(lead.join('')).toMatch(/1\.1版から1\.2版へ移る/)
    expect(facts.slice(0, 2)).toEqual([
      { label: '有効な契約', lines: ['7件'] },
      { label: '作成日', lines: ['2026年10月5日'] },
    ])
  })
  test('says how far it has come', () => {
    const progress = {
      label: '進み具合',
      lines: ['これから：15件', '済み：5件', '当てはまらない：4件', '今後、その都度：11件'],
    }
    expect(sheetOf().facts.at(-1)).toEqual(progress)
  })
  test('shows every item once, what is open first', () => {
    const { sections } = sheetOf()
    const marks = sections.map(({ mark }) => mark?.text)
    expect(marks).toHaveLength(gapOf().length)
    const order = ['これから', '済み', '当てはまらない', '今後、その都度']
    expect(marks).toEqual(marks.toSorted((a = '', b = '') => order.indexOf(a) - order.indexOf(b)))
  })
  test('shows the new and the old side by side, what is missing, whom it touches and who supplies it', () =>
    expect(sectionOn('附則1.(3)')).toEqual({
      heading: '附則1.(3)',
      mark: { text: 'これから', tone: 'open' },
      lines: ['通信全体を監視できる設置場所等の考慮を記載する（事項ごとに、又は4字以上の一つの文で）。'],
      facts: [
        {
          label: '新しい定め',
          lines: ['ネットワーク監視型は、通信全体を監視できるよう監視機器の設置場所等を考慮する。'],
        },
        { label: 'これまでの定め', lines: [expect.stringMatching(/^第1章2\.\(1\)　ネットワーク一括監視型は/)] },
        { label: '足りないもの', lines: ['ネットワーク全体を監視できる設置場所の考慮がありません。'] },
        { label: '関わる契約', lines: ['7件'] },
        { label: '補う者', lines: ['実施主体'] },
        { label: '当社解釈', lines: [expect.stringContaining('四つと読む')] },
        { label: '改定の表', lines: ['7行目'] },
      ],
    }))
  test('says where the older edition had nothing', () =>
    expect(sectionOn('第2章3.(3)')?.facts).toContainEqual({
      label: 'これまでの定め',
      lines: ['定めなし'],
    }))
  test('of what people owe, says what they do, which record is missing, and our reading', () =>
    expect(sectionOn('第2章3.(3)')).toMatchObject({
      lines: ['是正の指示があれば、定められた期間のうちに是正し、報告する。'],
      facts: [
        { label: '新しい定め' },
        { label: 'これまでの定め' },
        { label: '足りないもの', lines: [expect.stringContaining('指示と是正の記録')] },
        { label: '補う者', lines: ['実施主体'] },
        { label: '当社解釈', lines: [expect.stringContaining('指示し、取り消すのはIPAである')] },
        { label: '改定の表', lines: ['15行目'] },
      ],
    }))
  test('names every row of the table, and none where there is none', () => {
    const rows = (label: string) => sectionOn(label)?.facts.filter((one) => one.label === '改定の表')
    expect(rows('第2章1.(3)')).toEqual([{ label: '改定の表', lines: ['3行目、4行目'] }])
    expect(rows('第2章1.(7)ア・イ')).toEqual([])
  })
  test('of what is done says both duties, and nothing of what is not there', () =>
    expect(sectionOn('第2章1.(7)ア・イ')).toMatchObject({
      mark: { text: '済み' },
      facts: [{ label: '新しい定め' }, { label: 'これまでの定め', lines: ['定めなし'] }, { label: '当社解釈' }],
    }))
  test('asks nothing of anyone where nothing is open', () => {
    const rest = sheetOf(gapOf().filter(({ state }) => state !== 'open'))
    const labels = rest.sections.flatMap((one) => one.facts.map(({ label }) => label))
    expect(labels).not.toContain('補う者')
    expect(labels).not.toContain('足りないもの')
    expect(rest.facts.at(-1)?.lines[0]).toBe('これから：0件')
  })
})
