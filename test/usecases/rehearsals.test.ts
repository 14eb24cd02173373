import { beforeAll, describe, expect, test } from 'vitest'
import { attestedBy, bookOfRows, bookRow } from '../support/books.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, nextNumber, partiesIn } from '../support/parties.ts'
import { expectedVerdicts, sampleBook } from '../support/sample-books.ts'
import { rowsIn, stateOf } from '../support/table-rows.ts'

const { house, parties, net } = await marketplace()
await parties.reseller('R1', [net])

describe('a dry run of a book', () => {
  const send = (content: string, dryRun: boolean, key?: string) =>
    parties.staff.post(
      `/v1/contract-imports${dryRun ? '?dryRun=true' : ''}`,
      { format: 'csv', content, attestedBy },
      key ? { key } : {},
    )
  const every = async (operationId: string, query = ''): Promise<any[]> => {
    const items: any[] = []
    for (let cursor = ''; ; ) {
      const page = good(await parties.staff.get(`/v1/operations/${operationId}/rows?limit=200${query}${cursor}`))
      items.push(...page.items)
      if (page.nextCursor === null) return items
      cursor = `&cursor=${page.nextCursor}`
    }
  }
  const bare = (rows: readonly any[]) => rows.map(({ contractId: _c, shortNumber: _s, replayed: _r, ...row }) => row)
  const bookOfMany = (n: number) => {
    const twice = nextNumber()
    return bookOfRows(
      ...Array.from({ length: n }, () => bookRow()),
      bookRow({ 行番号: '9001' }, twice),
      bookRow({ 行番号: '9002' }, twice),
      bookRow({ 行番号: '9003', '月額(税抜)': '9000', 端末数: '3' }, twice),
      bookRow({ 行番号: '9004', 契約日: '2026-02-30' }),
      bookRow({ 行番号: '9005', '初期費用(税抜)': '500001' }),
    )
  }

  test('says of each row what the import then says, and writes nothing', async () => {
    const book = bookOfMany(3)
    const before = await stateOf(house.table)
    const { rows, ...tried } = good(await send(book, true))
    expect(await stateOf(house.table)).toBe(before)
    expect(tried).toMatchObject({
      kind: 'rehearseImport',
      stage: 'finished',
      total: 8,
      accepted: 5,
      refused: 3,
      left: 0,
    })
    expect(rows.every(({ contractId, shortNumber }: any) => contractId === null && shortNumber === null)).toBe(true)

    const { operationId } = good(await send(book, false))
    await house.settle()
    expect(bare(await every(operationId))).toEqual(bare(rows))
  })

  test('of more than 500 rows is an operation, with a verdict for each row, and records no contract', async () => {
    const book = bookOfMany(500)
    const heads = async () => (await rowsIn(house.table)).filter(({ t }) => t === 'head').length
    const before = await heads()
    const tried = good(await send(book, true, 'long-rehearsal'))
    expect(tried).toMatchObject({ kind: 'rehearseImport', stage: 'accepted', total: 505, rows: null })
    expect((await send(book, true, 'long-rehearsal')).body.operationId).toBe(tried.operationId)
    await house.settle()
    expect(await heads()).toBe(before)
    const rehearsed = await every(tried.operationId)
    expect(rehearsed).toHaveLength(505)
    expect(rehearsed.slice(0, 500).filter(({ verdict }) => verdict === 'refused')).toEqual([])
    expect(rehearsed.slice(500).map(({ verdict, sameAs, differsFrom }) => [verdict, sameAs, differsFrom?.row])).toEqual(
      [
        ['accepted', null, undefined],
        ['accepted', 9001, undefined],
        ['refused', null, 9001],
        ['refused', null, undefined],
        ['refused', null, undefined],
      ],
    )
    expect(rehearsed.every(({ contractId }) => contractId === null)).toBe(true)
  })

  test('of the sample book gives the verdicts expected of it', async () => {
    const ours = await partiesIn(house)
    const [net, end, cmb] = [await ours.service('NET'), await ours.service('END'), await ours.service('CMB')]
    for (const code of ['R1', 'R2', 'R3', 'R4', 'R5', 'R6']) await ours.reseller(code, [net, end, cmb])
    const { rows } = good(
      await ours.staff.post('/v1/contract-imports?dryRun=true', { format: 'csv', content: sampleBook, attestedBy }),
    )
    const formOrRule = expectedVerdicts.filter(({ kind }) => kind === 'malformed').map(({ row }) => row)
    expect(rows.filter(({ problem }: any) => problem?.kind === 'malformed').map(({ row }: any) => row)).toEqual(
      formOrRule,
    )
  })

  test('knows a row that was imported before', async () => {
    const book = bookOfRows(bookRow())
    const { operationId } = good(await send(book, false))
    await house.settle()
    const [{ contractId }] = await every(operationId)
    expect(good(await send(book, true)).rows).toMatchObject([{ verdict: 'accepted', replayed: true, contractId }])
  })

  test('rows that say the same, or contradict each other, name each other', async () => {
    const { rows } = good(await send(bookOfMany(0), true))
    expect(rows.map(({ sameAs, differsFrom }: any) => [sameAs, differsFrom])).toEqual([
      [null, null],
      [9001, null],
      [null, { row: 9001, columns: ['月額(税抜)', '端末数'] }],
      [null, null],
      [null, null],
    ])
  })

  test('a row corrected further down is the one that counts', async () => {
    const n = nextNumber()
    const book = bookOfRows(bookRow({ 契約日: '2026-02-30' }, n), bookRow({ 行番号: '9009' }, n))
    expect(good(await send(book, true)).rows.map(({ verdict }: any) => verdict)).toEqual(['refused', 'accepted'])
  })

  test('rows whose own numbers do not tell them apart are numbered by their place', async () => {
    const { rows } = good(await send(bookOfRows(bookRow({ 行番号: '7' }), bookRow({ 行番号: '7' })), true))
    expect(rows.map(({ row }: any) => row)).toEqual([1, 2])
  })

  describe('what became of the rows', () => {
    let operationId: string
    beforeAll(async () => {
      operationId = good(
        await send(
          bookOfRows(...Array.from({ length: 120 }, (_, n) => bookRow(n % 3 === 0 ? { 端末数: '五' } : {}))),
          false,
        ),
      ).operationId
      await house.settle()
    })

    test('comes in pages of any size, whole and in order', async () => {
      const all = await every(operationId)
      for (const limit of [1, 7, 50, 64]) {
        const rows: any[] = []
        for (let cursor = ''; ; ) {
          const page = good(await parties.staff.get(`/v1/operations/${operationId}/rows?limit=${limit}${cursor}`))
          expect(page.items.length).toBeLessThanOrEqual(limit)
          rows.push(...page.items)
          if (page.nextCursor === null) break
          cursor = `&cursor=${page.nextCursor}`
        }
        expect(rows).toEqual(all)
      }
    })

    test('and by verdict', async () => {
      expect(await every(operationId, '&verdict=refused')).toHaveLength(40)
      expect(await every(operationId, '&verdict=accepted')).toHaveLength(80)
      const first = good(await parties.staff.get(`/v1/operations/${operationId}/rows?verdict=refused&limit=5`))
      const elsewhere = await parties.staff.get(`/v1/operations/${operationId}/rows?cursor=${first.nextCursor}`)
      expect(elsewhere.status).toBe(404)
    })

    test('as a table in UTF-8, or in Shift_JIS where that is asked for', async () => {
      const at = `/v1/operations/${operationId}/rows.csv`
      const utf8 = await parties.staff.get(`${at}?verdict=refused`)
      expect(utf8.text.split('\r\n')).toHaveLength(42)
      const sjis = await parties.staff.get(`${at}?verdict=refused&charset=shift_jis`)
      expect(sjis.headers['content-type']).toBe('text/csv; charset=shift_jis')
      expect(new TextDecoder('shift_jis', { fatal: true }).decode(sjis.bytes)).toBe(utf8.text.slice(1))
      expect((await parties.staff.get(`${at}?part=2`)).status).toBe(404)
      expect((await parties.staff.get(`${at}?part=1`)).text.split('\r\n')).toHaveLength(122)
    })
  })

  test('a character that Shift_JIS does not have is told, and never replaced', async () => {
    const { operationId } = good(
      await send(bookOfRows(bookRow({ 会社名: '𠮷野屋𠮷' }), bookRow({ 会社名: '葛󠄀城〜' })), false),
    )
    await house.settle()
    const { status, body } = await parties.staff.get(`/v1/operations/${operationId}/rows.csv?charset=shift_jis`)
    expect([status, body.kind]).toEqual([422, 'not-in-charset'])
    expect(body.characters).toEqual([
      { character: '𠮷', codePoint: 'U+20BB7', times: 2, line: 2 },
      { character: '\u{e0100}', codePoint: 'U+E0100', times: 1, line: 3 },
    ])
  })

  test('operations are listed, the newest first, each by kind and stage', async () => {
    const all: any[] = []
    for (let cursor = ''; ; ) {
      const page = good(await parties.staff.get(`/v1/operations?limit=3${cursor}`))
      all.push(...page.items)
      if (page.nextCursor === null) break
      cursor = `&cursor=${page.nextCursor}`
    }
    const ids = all.map(({ operationId }): string => operationId)
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? 1 : -1)))
    const { items } = good(await parties.staff.get('/v1/operations?kind=rehearseImport&stage=finished'))
    expect(items.map(({ kind }: any) => kind)).toEqual(['rehearseImport'])
    const other = await partiesIn(house)
    expect(good(await other.staff.get('/v1/operations')).items).toEqual([])
  })
})
