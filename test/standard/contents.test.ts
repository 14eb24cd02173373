import { describe, expect, test } from 'vitest'
import { byNobody, byPeople, clause } from '../../shared/standard/model/edition.ts'
import { editionNamed, editions } from '../../shared/standard/index.ts'
import { contentsSheet } from '../../shared/standard/reports/contents.ts'
import { notTheStandard } from '../../shared/standard/reports/sheets.ts'
import { tableOfChanges } from '../../shared/standard/editions/table-of-changes.ts'
import { editionOf } from './given.ts'
import { markdown } from './markdown.ts'

const sectionOf = (id: '1.1' | '1.2', heading: string) =>
  contentsSheet(editionOf(id)).sections.find((one) => one.heading === heading)
const rowsOf = (id: '1.1' | '1.2') => sectionOf(id, '1.1版から1.2版への改定の表')?.facts ?? []
const row = (number: number) => rowsOf('1.2').find(({ label }) => label === `${number}行目`)?.lines ?? []

describe('the contents of an edition', () => {
  test.each(editions)('of $id list every clause in printed order, each with its gist and its keepers', (edition) => {
    const { title, note, sections } = contentsSheet(edition)
    expect([title, note]).toEqual([edition.title.ja, notTheStandard])
    const shown = sections.slice(0, edition.clauses.length)
    expect(shown.map(({ heading, lines }) => [heading, ...lines])).toEqual(
      edition.clauses.map(({ label, gist }) => [label, gist.ja]),
    )
    expect(shown.filter(({ facts }, index) => facts.length < (edition.clauses[index]?.keptBy.length ?? 0))).toEqual([])
  })
  test('say where it is from, and when it was public as far as is known', () => {
    const facts = (id: string) => contentsSheet(editionNamed(id) ?? editionOf('1.1')).facts
    expect(facts('1.1')).toContainEqual({ label: '公表', lines: ['2021年7月'] })
    expect(facts('1.2')).toContainEqual({ label: '公表', lines: ['分かっていません'] })
    expect(facts('2.0')).toContainEqual({ label: '公表', lines: ['2024年3月15日'] })
    expect(facts('1.2')).toContainEqual({ label: 'ほかの版', lines: ['1.1、2.0'] })
  })
  test('say of an edition known in part that it judges nothing', () => {
    const { lead, sections } = contentsSheet(editionNamed('2.0') ?? editionOf('1.1'))
    expect(lead.join('')).toContain('この版への適合は述べません')
    expect(sections.map(({ mark }) => mark?.text)).toEqual(sections.map(() => '条文未入手'))
  })
  test.each([
    ['1.2', '第2章1.(7)エ', '自動で判定'],
    ['1.2', '第2章1.(10)', '自動の判定と人の記録'],
    ['1.2', '第2章3.(3)', '人の記録'],
    ['1.2', '第2章1.(7)ア・イ', '自動で判定（条文未入手）'],
    ['1.2', '第1章1', '条文未入手'],
    ['1.1', '第1章2.(1)', '判定しない'],
  ] as const)('of %s mark %s as %s', (id, label, mark) => expect(sectionOf(id, label)?.mark?.text).toBe(mark))
  test('show openly what nobody keeps, and in good order what someone does', () => {
    expect(sectionOf('1.2', '第1章1')?.mark?.tone).toBe('open')
    expect(sectionOf('1.1', '第1章2.(1)')?.mark?.tone).toBe('open')
    expect(sectionOf('1.2', '第2章1.(7)エ')?.mark?.tone).toBe('good')
  })
  test('of a clause kept in part say how the rest of it is kept', () => {
    const words = { ja: '言葉', en: 'words' }
    const keepers = [byPeople('topic', words, words), byNobody(words)]
    const inPart = { ...editionOf('1.2'), clauses: [clause('第2章1.(1)', words, keepers)] }
    expect(contentsSheet(inPart).sections[0]?.mark?.text).toBe('人の記録')
  })
  test('show the numbers', () => {
    const lines = sectionOf('1.2', '第2章1.(7)エ')?.facts.flatMap((one) => one.lines) ?? []
    expect(lines.join('')).toMatch(/ネットワーク監視型500,000円、端末監視型500,000円、併用型1,000,000円/)
  })
})

describe('the table of changes within them', () => {
  test('has all sixteen rows, and those alone', () =>
    expect(rowsOf('1.2').map(({ label }) => label)).toEqual(tableOfChanges.map((one) => `${one.row}行目`)))
  test('names the clauses that answer to a row', () =>
    expect(row(7)).toEqual(['ネットワーク監視型が備える機能と設置場所　第1章2.(1)　附則1.(3)']))
  test('shows row 11 as missing, and nothing made up for it', () =>
    expect(row(11)).toEqual(['欠番', '表は10行目から12行目へ続く。内容は分からず、補わない。']))
  test('notes of row 4 that the clause says once, the direction column twice', () => {
    expect(row(4)[0]).toContain('第2章1.(3)')
    expect(row(4)[1]).toBe('条文は「少なくとも年1回」、方向性の欄は「年2回」。条文の1回を用い、2回は用いない。')
  })
  test('shows row 16 as wording that changes no duty', () => expect(row(16)[1]).toBe('内容を変えるものではない。'))
})

const preface = `# 基準の目次

サービス基準の版ごとに、条、求められること、守る者、数値を並べたものです。版の定義（\`editions/\`）から作られ、手では直しません。作り直すには：

\`\`\`
npx vitest run --project pure test/standard/contents.test.ts -u
\`\`\`

${editions.map(({ title }) => `- ${title.ja}`).join('\n')}`

test('shared/standard/CONTENTS.md holds the contents of every edition', async () => {
  const page = [preface, ...editions.map((edition) => markdown(contentsSheet(edition)))].join('\n\n')
  await expect(`${page}\n`).toMatchFileSnapshot('../../shared/standard/CONTENTS.md')
})
