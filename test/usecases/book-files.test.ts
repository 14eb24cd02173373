import Encoding from 'encoding-japanese'
import { describe, expect, test } from 'vitest'
import { attestedBy, bookOfRows, bookRow } from '../support/books.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, nextNumber } from '../support/parties.ts'

const inShiftJis = (text: string): Uint8Array =>
  Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { from: 'UNICODE', to: 'SJIS', fallback: 'error' }))
const by = `attestedByName=${encodeURIComponent('青木 誠')}&attestedByTitle=${encodeURIComponent('課長')}`

const { house, parties, net } = await marketplace()
await parties.reseller('R1', [net])

describe('a book comes as a file', () => {
  const sendFile = (
    bytes: Uint8Array,
    type = 'application/octet-stream',
    more: { query?: string; key?: string } = {},
  ) =>
    parties.staff.post(`/v1/contract-imports?${more.query ?? by}`, undefined, {
      raw: bytes,
      headers: { 'content-type': type },
      ...(more.key ? { key: more.key } : {}),
    })
  const sendText = (content: string) =>
    parties.staff.post('/v1/contract-imports', { format: 'csv', content, attestedBy })
  const namesIn = async (operationId: string) => {
    await house.settle()
    const { items } = good(await parties.staff.get(`/v1/operations/${operationId}/rows`))
    return items.map(({ name, verdict }: any) => [name, verdict])
  }
  const utf8 = (text: string) => new TextEncoder().encode(text)
  const said = '株式会社髙﨑①商店'

  test.each([
    ['UTF-8 as text/csv', (text: string) => utf8(text), 'text/csv'],
    ['UTF-8 with a byte order mark', (text: string) => utf8(`\ufeff${text}`), 'text/csv; charset=utf-8'],
    ['UTF-8 as bytes', (text: string) => utf8(text), 'application/octet-stream'],
    ['Shift_JIS that nobody stated', inShiftJis, 'application/octet-stream'],
    ['Shift_JIS as stated', inShiftJis, 'text/csv; charset=Shift_JIS'],
    ['Shift_JIS under the name Windows has for it', inShiftJis, 'text/csv; charset="windows-31j"'],
  ])('in %s, and says the same', async (_, bytesOf, type) => {
    const reply = await sendFile(bytesOf(bookOfRows(bookRow({ 会社名: said }))), type)
    expect(await namesIn(good(reply).operationId)).toEqual([[said, 'accepted']])
  })

  test('or inside JSON, in base64', async () => {
    const contentBase64 = Buffer.from(inShiftJis(bookOfRows(bookRow({ 会社名: said })))).toString('base64')
    const reply = await parties.staff.post('/v1/contract-imports', { format: 'csv', contentBase64, attestedBy })
    expect(await namesIn(good(reply).operationId)).toEqual([[said, 'accepted']])
  })

  test('the same file under the same key is one import', async () => {
    const bytes = inShiftJis(bookOfRows(bookRow()))
    const [first, again] = [
      await sendFile(bytes, undefined, { key: 'one-file' }),
      await sendFile(bytes, undefined, { key: 'one-file' }),
    ]
    expect([again.status, again.text]).toEqual([202, first.text])
    await house.settle()
  })

  const book = () => bookOfRows(bookRow(), bookRow({ 会社名: 'ここ' }))
  const broken = (bytes: Uint8Array, bad: readonly number[]): readonly [Uint8Array, number] => {
    const at = Buffer.from(bytes).indexOf(inShiftJis('ここ'))
    const found = at < 0 ? Buffer.from(bytes).indexOf('ここ') : at
    return [Uint8Array.from([...bytes.subarray(0, found), ...bad, ...bytes.subarray(found)]), found + 1]
  }
  test.each([
    ['a byte that is neither', utf8, 'application/octet-stream', [0xff]],
    ['half a character of UTF-8', utf8, 'text/csv; charset=utf-8', [0xe3, 0x81]],
    ['an overlong slash', utf8, 'text/csv; charset=utf-8', [0xc0, 0xaf]],
    ['half a pair, as CESU-8 has it', utf8, 'text/csv; charset=utf-8', [0xed, 0xa0, 0x80]],
    ['half a character of Shift_JIS', inShiftJis, 'application/octet-stream', [0x81, 0x0d]],
    ['a cell of Shift_JIS that has no character', inShiftJis, 'text/csv; charset=shift_jis', [0x85, 0x40]],
    ['a character someone drew for their own computer', inShiftJis, 'application/octet-stream', [0xf0, 0x40]],
  ])('%s is refused with its line and byte, and nothing is guessed', async (_, bytesOf, type, bad) => {
    const [bytes, byte] = broken(bytesOf(book()), bad)
    const { status, body } = await sendFile(bytes, type)
    expect([status, body.kind, body.line]).toEqual([422, 'not-readable', 3])
    expect(Math.abs(body.byte - byte)).toBeLessThanOrEqual(2)
    expect(body.why.ja.length).toBeGreaterThan(0)
  })

  test.each([
    ['what another program had already lost', 'ここ\ufffd'],
    ['what has no meaning elsewhere', 'ここ\ue000'],
  ])('%s is refused in JSON too', async (_, name) => {
    const { status, body } = await sendText(bookOfRows(bookRow(), bookRow({ 会社名: name })))
    expect([status, body.kind, body.line]).toEqual([422, 'not-readable', 3])
  })

  test('half a character in JSON is malformed', async () => {
    const { status, body } = await sendText(bookOfRows(bookRow({ 会社名: '\ud842' })))
    expect([status, body.kind, body.errors[0].where]).toEqual([400, 'malformed', 'content'])
  })

  test.each([
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x41, 0)],
    ['nothing at all', new Uint8Array()],
  ])('%s is no book', async (_, bytes) => {
    expect([400, 422]).toContain((await sendFile(bytes)).status)
  })

  test('a cell too many is named by its line', async () => {
    const { body } = await sendText(bookOfRows(bookRow(), `${bookRow()},x`))
    expect([body.kind, body.line]).toEqual(['not-readable', 3])
  })

  test.each([
    ['a charset nobody here reads', 'text/csv; charset=utf-7', by, 400, 'charset'],
    ['no name of whoever attests', 'text/csv', 'attestedByTitle=x', 400, 'attestedBy.name'],
    ['a query nobody asked for', 'text/csv', `${by}&rows=1`, 400, 'rows'],
  ])('%s is malformed there', async (_, type, query, status, where) => {
    const reply = await sendFile(utf8(book()), type, { query })
    expect([reply.status, reply.body.errors.map((error: any) => error.where)]).toEqual([status, [where]])
  })

  test('another type is not taken, and no other line takes a file', async () => {
    expect((await sendFile(utf8(book()), 'application/zip')).status).toBe(415)
    const elsewhere = await parties.admin.post('/v1/services', undefined, {
      raw: 'a,b',
      headers: { 'content-type': 'text/csv' },
    })
    expect(elsewhere.status).toBe(415)
  })

  test.each(['\u0000', '\u202e', '\u200b', '\u0007'])('a row with %j in a name is refused for it', async (char) => {
    const { operationId } = good(await sendText(bookOfRows(bookRow({ 会社名: `架空${char}商店` }))))
    await house.settle()
    const [{ problem }] = good(await parties.staff.get(`/v1/operations/${operationId}/rows`)).items
    expect(problem.errors).toMatchObject([{ where: '会社名' }])
  })

  test('10,000 rows are taken, and 10,001 are not', async () => {
    const rows = Array.from({ length: 10_001 }, () => bookRow({}, nextNumber()))
    const most = good(await sendText(bookOfRows(...rows.slice(1))))
    expect(most).toMatchObject({ total: 10_000, left: 10_000, stage: 'accepted', rows: null })
    const { status, body } = await sendText(bookOfRows(...rows))
    expect([status, body.needs]).toEqual([422, 'at most 10000 rows'])
  })

  test('4 MiB are taken, and a byte more is not; the limit is told', async () => {
    const most = Buffer.alloc(4 * 1024 * 1024, 'a,')
    expect((await sendFile(most)).body.kind).not.toBe('too-large')
    const { status, body } = await sendFile(Buffer.concat([most, Buffer.from('a')]))
    expect([status, body.kind, body.maxBytes]).toEqual([413, 'too-large', 4 * 1024 * 1024])
  })

  test('a book that cannot be packed into one transaction is refused before it is tried', async () => {
    const kanji = new TextDecoder('shift_jis').decode(
      Uint8Array.from({ length: 1_000 }, (_, n) => (n % 2 === 0 ? 0x88 + ((n * 7) % 20) : 0xa0 + ((n * 13) % 90))),
    )
    const rows = Array.from({ length: 2_000 }, () => bookRow({ 業種: kanji, 会社名: kanji }))
    const { status, body } = await sendFile(
      inShiftJis(
        bookOfRows(...rows)
          .slice(0, 2_050_000)
          .replace(/\r\n[^\n]*$/, ''),
      ),
    )
    expect([status, body.needs]).toEqual([422, 'at most 1800000 characters'])
  })
})
