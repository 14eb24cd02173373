import { describe, expect, test } from 'vitest'
import { attestedBy, bookRow } from '../support/books.ts'
import { file, plain } from '../support/case-files.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, nextNumber } from '../support/parties.ts'

const { house, parties, net } = await marketplace()
await parties.reseller('R1', [net])

describe('a book that was sent before', () => {
  test('rows that were refused come as they were, can be corrected and sent again (C08)', async () => {
    const n = nextNumber()
    const odd = { 行番号: '57', 会社名: '"架空\n=cmd"', 契約日: '6/1/2026' }
    const kept = plain(58)
    const sent = file('\n', bookRow(odd, n).replace('"""架空\n=cmd"""', '"架空\n=cmd"'), kept)
    const send = async (content: string) => {
      const body = { format: 'csv', content, attestedBy }
      const { operationId } = good(await parties.staff.post('/v1/contract-imports', body))
      await house.settle()
      return operationId
    }
    const first = await send(sent)
    const { text } = await parties.staff.get(`/v1/operations/${first}/rows.csv`)
    expect(text).toContain(`57,R1,`)
    expect(text).toContain(`"架空\n'=cmd"`)
    expect(text).toContain('6/1/2026')
    const again = await send(text.replace(`"架空\n'=cmd"`, '架空商店').replace('6/1/2026', '2026/6/1'))
    const { items } = good(await parties.staff.get(`/v1/operations/${again}/rows`))
    expect(items).toMatchObject([
      { row: 57, line: 2, verdict: 'accepted', replayed: false },
      { row: 58, line: 3, verdict: 'accepted', replayed: true },
    ])
  })

  test('a book saved again by a spreadsheet finds its first results', async () => {
    const n = nextNumber()
    const send = async (text: string) => {
      const body = { format: 'csv', content: text, attestedBy }
      const { operationId } = good(await parties.staff.post('/v1/contract-imports', body))
      await house.settle()
      return good(await parties.staff.get(`/v1/operations/${operationId}/rows`)).items[0]
    }
    const before = await send(file('\n', bookRow({}, n)))
    const saved = bookRow({ 契約日: '2026/6/1', 説明日: '2026/6/1', '初期費用(税抜)': '¥100,000' }, n)
    expect(await send(file('\r\n', saved))).toMatchObject({
      verdict: 'accepted',
      replayed: true,
      contractId: before.contractId,
    })
  })

  test('a contract of the implementing entity’s own is put into a book as 直販 (N6)', async () => {
    const body = { format: 'csv', content: file('\n', bookRow({ 再販協力会社コード: '直販' })), attestedBy }
    const { operationId } = good(await parties.staff.post('/v1/contract-imports', body))
    await house.settle()
    const [row] = good(await parties.staff.get(`/v1/operations/${operationId}/rows`)).items
    expect(row).toMatchObject({ verdict: 'accepted' })
    expect(good(await parties.staff.get(`/v1/contracts/${row.contractId}`)).resellerId).toBe(null)
  })

  test.each([
    ['signedFrom=46174', 'シリアル値'],
    ['signedUntil=2026/13/1', '13月はありません'],
    ['amountFrom=10万円', '「万」'],
  ])('a search for %s is malformed, and told: %s (C04, C07)', async (query, says) => {
    const { status, body } = await parties.staff.get(`/v1/contracts/search?${encodeURI(query)}`)
    expect([status, body.errors[0].why.ja]).toEqual([400, expect.stringContaining(says)])
  })

  test('a search takes days and amounts as people write them (C04, C07)', async () => {
    const query = 'signedFrom=2026/6/1&signedUntil=令和8年6月1日&amountFrom=¥100,000'
    const { items } = good(await parties.staff.get(`/v1/contracts/search?${encodeURI(query)}`))
    expect(items.length).toBeGreaterThan(0)
  })
})
