import { describe, expect, test } from 'vitest'
import { costs } from '../../functions/usecases/contracts/attest-contract.ts'
import { runImport } from '../../functions/processes/import/run-import.ts'
import { figure } from '../support/figures.ts'
import { newHouse } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { meterOn } from '../support/meter.ts'
import { good, nextNumber, partiesIn } from '../support/parties.ts'
import { attestedBy, bookHeader as header, bookRow as row } from '../support/books.ts'

const { house, parties, net } = await marketplace()
await parties.reseller('R1', [net])

describe('a book of paper contracts', () => {
  const book = (...rows: string[]) => [header, ...rows].join('\r\n')
  const send = (content: string) => parties.staff.post('/v1/contract-imports', { format: 'csv', content, attestedBy })
  const results = async (content: string): Promise<any[]> => {
    const { operationId } = good(await send(content))
    await house.settle()
    return good(await parties.staff.get(`/v1/operations/${operationId}/rows`)).items
  }

  test.each<[string, () => string, string?]>([
    ['nothing but a header', () => header],
    ['no header', () => '1,2,3\n4,5,6'],
    ['two columns of one name', () => `${header},会社名\r\n${row()},x`, 'not-readable'],
    ['a row with a cell too many', () => book(row(), `${row()},x`), 'not-readable'],
    ['an open quote', () => `${header}\r\n"1,2`, 'not-readable'],
    ['another book', () => 'a,b\r\n1,2'],
    [
      'more rows than can be taken',
      () => book(...Array.from({ length: 10_001 }, () => Array.from({ length: 18 }, () => '1').join(','))),
    ],
  ])('with %s is refused whole', async (_, content, kind = 'does-not-fit') => {
    const { status, body } = await send(content())
    expect([status, body.kind, body.what]).toEqual([422, kind, 'content'])
  })

  test.each([
    ['法人番号', '4011001098994'],
    ['契約日', '2026-02-30'],
    ['契約日', '6/1/2026'],
    ['初期費用(税抜)', '-1'],
    ['初期費用(税抜)', '100.000'],
    ['初期費用(税抜)', '1e5'],
    ['月額(税抜)', ''],
    ['端末数', '五'],
    ['契約年数', '0'],
    ['契約年数', '1.5'],
    ['都道府県', '東京'],
    ['会社名', ''],
    ['リモート支援の同意', '可'],
    ['説明方法', '電話'],
    ['説明日', '2026-06-31'],
    ['再販協力会社コード', 'R99'],
    ['サービスコード', 'XXX'],
    ['通知先メール', 'desk'],
    ['従業員数', '-5'],
  ])('a row whose %s is 「%s」 is malformed there', async (column, value) => {
    const [result] = await results(book(row({ [column]: value })))
    expect(result).toMatchObject({ verdict: 'refused', contractId: null, problem: { kind: 'malformed' } })
    expect(result.problem.errors.map(({ where }: any) => where)).toContain(column)
  })

  test('each row stands for itself: a wrong one stops no other', async () => {
    const items = await results(
      book(row(), row({ 契約日: '2026-02-30' }), row(), row({ '初期費用(税抜)': '500001' }), row()),
    )
    expect(items.map(({ verdict }) => verdict)).toEqual(['accepted', 'refused', 'accepted', 'refused', 'accepted'])
    expect(items[3].problem.clause).toBe('第2章1.(7)エ')
  })

  test('rows that meet on one SME are taken in row order, whatever their days', async () => {
    const n = nextNumber()
    const [first, second] = await results(
      book(
        row({ 契約日: '2026-08-01', 説明日: '2026-08-01' }, n),
        row({ 契約日: '2026-05-01', 説明日: '2026-05-01' }, n),
      ),
    )
    expect([first.verdict, second.verdict, second.problem.clause]).toEqual(['accepted', 'refused', '第2章1.(6)'])
  })

  test('a row that was imported before gives its first result, wherever it stands in whichever book', async () => {
    const n = nextNumber()
    const [before] = await results(book(row({ 行番号: '1' }, n)))
    const [, again] = await results(book(row(), row({ 行番号: '2' }, n)))
    expect(again).toMatchObject({ row: 2, verdict: 'accepted', contractId: before.contractId, replayed: true })
  })

  test('a row that was refused is judged anew when it comes again', async () => {
    const n = nextNumber()
    const late = row({ サービスコード: 'END2', 月額税抜: '0' }, n)
    expect((await results(book(late)))[0].problem.kind).toBe('malformed')
    const end2 = await parties.service('NET', { as: 'END2' })
    const { items } = good(await parties.admin.get('/v1/resellers'))
    good(
      await parties.admin.post(`/v1/resellers/${items[0].resellerId}/authorizations`, {
        serviceId: end2,
        from: '2026-04-01',
        until: null,
      }),
    )
    expect((await results(book(late)))[0]).toMatchObject({ verdict: 'accepted', replayed: false })
  })

  test('its results come as a table too, and nothing in it would run', async () => {
    const { operationId } = good(
      await send(
        book(row({ 会社名: '=1+1' }), row({ 会社名: '　＝cmd' }), row({ 会社名: '-2', '初期費用(税抜)': '500001' })),
      ),
    )
    await house.settle()
    const { text, headers } = await parties.staff.get(`/v1/operations/${operationId}/rows.csv`)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(text.startsWith(`\ufeff${header},結果,契約番号,条項,理由,契約ID\r\n`)).toBe(true)
    for (const line of text.trimEnd().split('\r\n')) {
      for (const cell of line.split(','))
        expect(cell.replaceAll('"', '').normalize('NFKC').trimStart()).not.toMatch(/^[=+\-@]/)
    }
    expect(text).toContain('第2章1.(7)エ')
  })

  test('a row costs what a contract attested alone does, and a fiftieth of a step', async () => {
    const own = await newHouse({ table: house.table })
    const meter = meterOn(house.table)
    const { operationId } = good(await send(book(...Array.from({ length: 100 }, () => row()))))
    meter.reset()
    const actor = { role: 'entityStaff' as const, sub: 'staff', tenant: parties.entityId }
    await runImport(own.deps)(operationId, actor, () => true)
    const { requests, readUnits, writeUnits } = meter.read()
    figure('import: requests a row', requests / 100)
    figure('import: read units a row', readUnits / 100)
    figure('import: write units a row', writeUnits / 100)
    const alone = costs.attestContract ?? { requests: 0, writeUnits: 0 }
    expect(requests / 100).toBeLessThan(alone.requests + 0.2)
    expect(writeUnits / 100).toBeLessThan(alone.writeUnits)
    await house.settle()
  })

  test('of one tenant is no operation of another', async () => {
    const { operationId } = good(await send(book(row())))
    const other = await partiesIn(house)
    for (const path of ['', '/rows', '/rows.csv'])
      expect((await other.staff.get(`/v1/operations/${operationId}${path}`)).status).toBe(404)
    await house.settle()
  })
})
