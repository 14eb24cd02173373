import { describe, expect, test } from 'vitest'
import type { Reply } from '../support/house.ts'
import { attestedBy, bookHeader, bookRow } from '../support/books.ts'
import { opened } from '../support/exports.ts'
import { formReading } from '../support/form-reading.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, everyItem, good } from '../support/parties.ts'

const { house, parties, net } = await marketplace()
const { admin, staff } = parties
await parties.reseller('R1', [net])
const end = await parties.service('END')
await parties.reseller('R2', [end])

const further = ['説明した事項', '重要情報を取り扱う端末数', '提供開始日'] as const
type Further = Partial<Record<(typeof further)[number], string>>
type Row = {
  readonly verdict: string
  readonly contractId: string
  readonly doubts: readonly any[]
  readonly problem: any
}

/** A book with one row, with what further columns say of it. */
const bookWith = (said: Further, more: Parameters<typeof bookRow>[0] = {}, header: readonly string[] = further) => ({
  format: 'csv',
  content: [
    [bookHeader, ...header].join(','),
    [
      bookRow({ '月額(税抜)': '9000', ...more }),
      ...header.map((column) => `"${said[column as keyof Further] ?? ''}"`),
    ].join(','),
  ].join('\r\n'),
  attestedBy,
})
const rowsOf = async (reply: Reply): Promise<readonly Row[]> => {
  await house.settle()
  return good(await staff.get(`/v1/operations/${good(reply).operationId}/rows`)).items
}
const recorded = async (said: Further, more: Parameters<typeof bookRow>[0] = {}): Promise<Row> => {
  const [row] = await rowsOf(await staff.post('/v1/contract-imports', bookWith(said, more)))
  return row as Row
}
const rehearsed = async (said: Further, more: Parameters<typeof bookRow>[0] = {}): Promise<Row> =>
  good(await staff.post('/v1/contract-imports?dryRun=true', bookWith(said, more))).rows[0]
const contract = async (contractId: string) => good(await staff.get(`/v1/contracts/${contractId}`))
const clauseOf = async (contractId: string, label: string) =>
  good(await staff.get(`/v1/contracts/${contractId}/conformity`)).clauses.find((one: any) => one.label === label)

const asAWhole = ['第2章1.(7)ウ', '第2章1.(7)オ'].map((clause) => ({ kind: 'notItemised', clause }))
/** What any paper contract waits for: that somebody reads the form of it, or its user confirms it (E14). */
const unread = ['第2章1.(5)', '第2章1.(6)', '第2章1.(7)ウ', '第2章1.(7)オ'].map((clause) => ({
  kind: 'awaited',
  clause,
}))
const notListed = { method: 'oral', on: '2026-06-01', items: [], listed: false }

describe('第2章1.(7)ウ・オ a row that says how and when it was explained, and not what (E6)', () => {
  test('is recorded as that, and no clause shows as kept for it', async () => {
    const { contractId, doubts } = await recorded({})
    expect(doubts).toEqual(asAWhole)
    const found = await contract(contractId)
    expect([found.explanation, found.doubts]).toEqual([notListed, [...asAWhole, ...unread]])
    for (const { clause } of asAWhole) {
      // Nobody has read the form either: the first thing that is open is what the clause waits for.
      const { verdict, parts } = await clauseOf(contractId, clause)
      expect([clause, verdict]).toEqual([clause, 'awaited'])
      const said = parts.flatMap((part: any) => part.doubts ?? []).map((one: any) => one.why.ja)
      expect(said).toContainEqual(expect.stringContaining('説明した事項の記載がありません'))
    }
    const page = (await staff.get(`/v1/contracts/${contractId}/conformity.html`)).text
    expect(page).toContain('2026年6月1日に口頭で：説明した事項は記載なし')
  })
  test('names nobody as who explained it, since it names nobody', async () => {
    const { contractId } = await recorded({})
    const papers = await house.deps.ledger.papersOf(contractId)
    const attestation = papers.find(({ name }) => name.startsWith('attestation'))?.text ?? ''
    expect(JSON.parse(attestation)).toMatchObject({ attestedBy, explainedBy: null })
  })
  test('says so to the clerk in its results and in the dry run before', async () => {
    expect((await rehearsed({})).doubts).toEqual(asAWhole)
    const reply = await staff.post('/v1/contract-imports', bookWith({}))
    await rowsOf(reply)
    const file = (await staff.get(`/v1/operations/${good(reply).operationId}/rows.csv`)).text
    expect(file).toContain('第2章1.(7)ウ：記録はありますが、項目ごとではありません。')
  })
  test('is the same row whether its book has the column or not, and says 記載なし or nothing in it', async () => {
    const row = { 法人番号: draft(net).sme.corporateNumber }
    const { contractId } = await recorded({}, row)
    expect((await recorded({ 説明した事項: '記載なし' }, row)).contractId).toBe(contractId)
    const without = await staff.post('/v1/contract-imports', bookWith({}, row, []))
    expect((await rowsOf(without))[0]?.contractId).toBe(contractId)
  })
  test('comes out of an export in words that a book is read by', async () => {
    const bare = await recorded({})
    const all = await recorded({ 説明した事項: everyItemInWords.join('；') })
    const { operationId } = good(await admin.post('/v1/exports'))
    await house.settle()
    const [table = ''] = (await opened(admin, operationId)).files.get('contracts.csv') ?? []
    const lines = table.split('\r\n')
    const header = (lines[0]?.replace('\ufeff', '') ?? '').split(',')
    const of = ({ contractId }: Row, column: string) =>
      lines.find((line) => line.includes(contractId))?.split(',')[header.indexOf(column)]
    expect([of(bare, '説明方法'), of(bare, '説明日'), of(bare, '説明した事項')]).toEqual([
      '口頭',
      '2026-06-01',
      '記載なし',
    ])
    expect(of(all, '説明した事項')).toBe('すべて')
  })
})

const everyItemInWords = [
  '監視装置の製造メーカー・型式',
  'サービス提供の所在国',
  'データ保存先の所在国',
  '簡易サイバー保険の補償範囲',
  '自己負担が生じる場合',
  '初期費用とその内訳',
  '月額料金',
  '契約期間',
  '途中解約の違約金',
  '契約を解除する権利',
  '緊急時の対応支援',
  'インシデントの通知',
  '実施主体の相談窓口',
]
const conditions = ['初期費用とその内訳', '月額料金', '契約期間', '途中解約の違約金', '契約を解除する権利']
const conditionCodes = ['initialFee', 'monthlyFee', 'term', 'penalty', 'rightToCancel']

describe('第2章1.(7)ウ・オ a row that lists what was explained (E6)', () => {
  test.each([
    ['、', conditions.join('、')],
    [';', conditions.join(';')],
    ['；', conditions.join('；')],
    ['/', conditions.join(' / ')],
    ['，', conditions.join('，')],
    ['a line end', conditions.join('\n')],
    ['a line end, with marks', conditions.map((one) => `・${one}`).join('\r\n')],
    ['、 in another order, one of them twice', [...conditions].reverse().concat('月額料金').join('、')],
  ])('parted by %s has these items on record and no others', async (_, cell) => {
    const { contractId, doubts } = await recorded({ 説明した事項: cell })
    expect(doubts).toEqual([])
    expect((await contract(contractId)).explanation).toMatchObject({ items: conditionCodes, listed: true })
    expect((await clauseOf(contractId, '第2章1.(7)オ')).verdict).toBe('awaited')
    good(await admin.post('/v1/form-readings', formReading('2026-09-30', { contractIds: [contractId] })))
    await house.settle()
    expect((await clauseOf(contractId, '第2章1.(7)オ')).verdict).toBe('kept')
  })
  test('as すべて has all of them on record', async () =>
    expect((await contract((await recorded({ 説明した事項: ' すべて ' })).contractId)).explanation).toMatchObject({
      items: everyItem,
      listed: true,
    }))
  test('means the same however it is parted', async () => {
    const row = { 法人番号: draft(net).sme.corporateNumber }
    const { contractId } = await recorded({ 説明した事項: conditions.join('、') }, row)
    expect((await recorded({ 説明した事項: conditions.join('\n') }, row)).contractId).toBe(contractId)
  })
  test('and leaves out what the standard asks for is refused by its clause', async () => {
    const { verdict, problem } = await rehearsed({ 説明した事項: '初期費用とその内訳、月額料金' })
    expect([verdict, problem.breaches.map((one: any) => one.why.ja)]).toEqual([
      'refused',
      [
        '「契約期間」を説明した記録がありません。',
        '「途中解約の違約金」を説明した記録がありません。',
        '「契約を解除する権利」を説明した記録がありません。',
      ],
    ])
  })
  test.each([
    ['月額、契約期間', ['「月額」は、説明した事項の名前ではありません。「月額料金」のことでしょうか。']],
    ['違約金', ['「途中解約の違約金」のことでしょうか。', '契約を解除する権利']],
    ['全部', ['「全部」は、説明した事項の名前ではありません。', '「すべて」', '「記載なし」']],
    ['なし', ['「記載なし」のことでしょうか。']],
    ['記載なし、契約期間', ['「記載なし」は、説明した事項の名前ではありません。']],
  ])('with %s in its list is refused at that column, with the names there are', async (cell, says) => {
    const { verdict, problem } = await rehearsed({ 説明した事項: cell })
    expect([verdict, problem.errors.map((one: any) => one.where)]).toEqual(['refused', ['説明した事項']])
    for (const words of says) expect(problem.errors[0].why.ja).toContain(words)
  })
  test('without saying how or when is refused at the columns that would', async () => {
    const { problem } = await rehearsed({ 説明した事項: 'すべて' }, { 説明方法: '', 説明日: '' })
    expect(problem.errors.map((one: any) => one.where)).toEqual(['説明方法', '説明日'])
  })
})

describe('附則1.(4) the terminals with important information of a row (E7)', () => {
  const of = { 再販協力会社コード: 'R2', サービスコード: 'END', 端末数: '5', '月額(税抜)': '9000' }
  const recordedOf = (重要情報を取り扱う端末数: string) =>
    recorded({ 説明した事項: 'すべて', 重要情報を取り扱う端末数 }, of)

  test('are as many as it says', async () => {
    const { contractId, doubts } = await recordedOf('3台')
    expect([doubts, (await contract(contractId)).terms.importantTerminals]).toEqual([[], 3])
    expect((await clauseOf(contractId, '附則1.(4)')).verdict).toBe('kept')
  })
  test('are none where it says 0, and not known where it says nothing', async () => {
    expect((await recordedOf('0')).doubts).toEqual([])
    const { contractId, doubts } = await recordedOf('')
    expect(doubts).toEqual([{ kind: 'notKnown', clause: '附則1.(4)' }])
    expect((await clauseOf(contractId, '附則1.(4)')).verdict).toBe('notKnown')
  })
  test('more than the contract covers are refused by the clause', async () =>
    expect((await recordedOf('6')).problem).toMatchObject({ clause: '附則1.(4)' }))
  test('in words are refused, and the clerk is told to leave out what nobody counted', async () => {
    const { problem } = await recordedOf('不明')
    expect(problem.errors).toMatchObject([{ where: '重要情報を取り扱う端末数' }])
    expect(problem.errors[0].why.ja).toContain('台数が分からなければ空欄に')
  })
})

describe('a book whose further columns go by their names in the forms', () => {
  const file = (header: readonly string[], cells: readonly string[]) => ({
    format: 'csv',
    content: [[bookHeader, ...header].join(','), [bookRow({ '月額(税抜)': '9000' }), ...cells].join(',')].join('\r\n'),
    attestedBy,
  })

  test('is read by them', async () => {
    const book = file(['説明した項目', '重要情報を扱う端末数', '提供を始める日'], ['すべて', '2', '2026-07-01'])
    const [row] = await rowsOf(await staff.post('/v1/contract-imports', book))
    expect(await contract(row?.contractId ?? '')).toMatchObject({
      explanation: { items: everyItem, listed: true },
      terms: { importantTerminals: 2, startOn: '2026-07-01' },
    })
  })
  test('and has one of them under both names is refused', async () => {
    const { body } = await staff.post('/v1/contract-imports', file(['説明した項目', '説明した事項'], ['すべて', '']))
    expect(body).toMatchObject({ kind: 'not-readable' })
    expect(body.why.ja).toContain('「説明した事項」の欄が二つあります')
  })
})

describe('a row that says on which day the service began', () => {
  const termsOf = async (said: Further) => (await contract((await recorded(said)).contractId)).terms

  test('has its term from that day on, and one that does not from the day of the contract', async () => {
    expect(await termsOf({ 提供開始日: '2026/7/1' })).toMatchObject({ startOn: '2026-07-01', endOn: '2027-06-30' })
    expect(await termsOf({})).toMatchObject({ startOn: '2026-06-01', endOn: '2027-05-31' })
  })
  test('is refused at that column where it is no day', async () => {
    const { problem } = await rehearsed({ 提供開始日: '7月1日' })
    expect(problem.errors).toMatchObject([{ where: '提供開始日' }])
    const { problem: other } = await rehearsed({}, { 契約日: '6月1日' })
    expect(other.errors).toMatchObject([{ where: '契約日' }])
  })
})
