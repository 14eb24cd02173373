import Encoding from 'encoding-japanese'
import { describe, expect, test } from 'vitest'
import { bookHeader, bookRow } from '../support/books.ts'
import { file, judgedBook, outcomeOf, plain, type FileOutcome } from '../support/case-files.ts'
import { marketplace } from '../support/marketplace.ts'

const { parties, net } = await marketplace()
await parties.reseller('R1', [net])

const columns = bookHeader.split(',')
const withCells = (lines: string, more: string): string => lines.replace(/(\r?\n)/g, `${more}$1`)
const inCharset =
  (to: 'SJIS' | 'EUCJP' | 'JIS') =>
  (text: string): Uint8Array =>
    Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { from: 'UNICODE', to }))
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16()
const two = (): string => file('\n', plain(57), plain(58))
const both: FileOutcome = { 57: 'taken', 58: 'taken' }
const whole = (line: number, ...says: readonly string[]): FileOutcome => ({ refused: 'not-readable', line, says })
const lacks = (...says: readonly string[]): FileOutcome => ({ refused: 'does-not-fit', says })

const read: Readonly<Record<string, () => string | Uint8Array>> = {
  'a header with CRLF and rows with LF': () => `${bookHeader}\r\n${plain(57)}\n${plain(58)}\n`,
  'rows with LF and one lone CR': () => `${bookHeader}\n${plain(57)}\r${plain(58)}\n`,
  CRCRLF: () => file('\r\r\n', plain(57), plain(58)),
  'every cell in quotes, the last row by CR': () =>
    `${columns.map((column) => `"${column}"`).join(',')}\n${bookRow({ 行番号: '57' })}\r\n${bookRow({ 行番号: '58' })}\r`,
  'its last column the number of the row, closed by CR': () =>
    [[...columns.slice(1), '行番号'], ...[57, 58].map((n) => [...plain(n).split(',').slice(1), String(n)])]
      .map((cells) => cells.join(','))
      .join('\r\n')
      .replaceAll('\r\n', '\r'),
  'five nameless columns': () => withCells(two(), ',,,,,'),
  'nameless columns at the left': () => two().replace(/^(?=.)/gm, ',,'),
  'columns named by full-width blanks': () => `${bookHeader},　,　\n${plain(57)},,\n${plain(58)},　,\n`,
  'two unused columns of one name': () => `${bookHeader},備考,備考\n${plain(57)},a,b\n${plain(58)},,c\n`,
  'more empty cells than its header': () => `${bookHeader}\n${plain(57)},,\n${plain(58)},\n`,
  'rows that leave their last empty cells out': () =>
    `${bookHeader},備考,備考2
${plain(57)}
${plain(58)},あり
`,
  'rows of commas and of blanks between': () =>
    `${bookHeader}\n${','.repeat(17)}\n${plain(57)}\n\n　, ,\n${plain(58)}\n`,
  'a title without commas, and a line of blanks': () => `契約台帳\n　\n${two()}`,
  'a grouped header of two lines': () => `契約,,ユーザー,,,,,サービス,,,,,,,,,,\n${two()}`,
  'a first line of commas': () => `${','.repeat(17)}\n${two()}`,
  'sep=;': () => `sep=;\r\n${two().replaceAll(',', ';')}`,
  'blanks, widths and line ends in its header': () =>
    two()
      .replace('初期費用(税抜)', '"初期費用\n（税抜）"')
      .replace('会社名', ' 会社名　')
      .replace('端末数', '端 末 数'),
  'two byte order marks before a header in quotes': () => `\ufeff\ufeff${two().replace('行番号', '"行番号"')}`,
  'two files put together, header and mark again': () =>
    `\ufeff${bookHeader}\r\n${plain(57)}\r\n\u001a\ufeff${bookHeader}\r\n${plain(58)}\r\n`,
  'other columns beside, in another order': () =>
    `${[...columns].reverse().join(',')},メモ\n${[57, 58].map((n) => `${plain(n).split(',').reverse().join(',')},m`).join('\n')}`,
  '0x1A behind its last cell': () => `${two().trimEnd()}\u001a`,
  'NULs behind its last cell, in Shift_JIS': () =>
    Buffer.concat([inCharset('SJIS')(two().trimEnd()), Buffer.alloc(64)]),
  '0x1A on a line of its own, in EUC-JP': () => inCharset('EUCJP')(`${two()}\u001a\n`),
  'UTF-16 with its mark and tabs, as 「Unicode テキスト」': () =>
    Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(two().replaceAll(',', '\t'), 'utf16le')]),
  'UTF-16 of the other order with its mark': () => Buffer.concat([Buffer.of(0xfe, 0xff), utf16be(two())]),
  'UTF-16 of the other order without one': () => utf16be(two()),
  'EUC-JP with line ends of CR': () => inCharset('EUCJP')(two().replaceAll('\n', '\r')),
  'JIS with every cell in quotes': () => inCharset('JIS')(two().replace(/[^,\n]+/g, (cell) => `"${cell}"`)),
  'days, amounts and codes in full width': () =>
    file(
      '\n',
      plain('５７', {
        契約日: '２０２６年６月１日',
        説明日: 'Ｒ８．６．１',
        '月額(税抜)': '９８００円',
        再販協力会社コード: 'Ｒ１',
      }),
      plain(58),
    ),
  'times of 0:00, weekdays, units': () =>
    file(
      '\n',
      plain(57, { 契約日: '2026/6/1 0:00', 説明日: '2026年6月1日(月)', 従業員数: '5人', 契約年数: '1年' }),
      plain(58),
    ),
  'blanks around everything but names': () =>
    file(
      '\n',
      plain(57)
        .replaceAll(/,(?!架空)/g, ' , ')
        .replace(' , 小売業', ',小売業'),
      plain(58),
    ),
}

const refused: readonly (readonly [string, () => string | Uint8Array, FileOutcome])[] = [
  [
    'a cell in a nameless column',
    () => `${bookHeader},\n${plain(57)},\n${plain(58)},余り\n`,
    whole(3, 'S列には見出しがありません', '「余り」'),
  ],
  [
    'a comma that nobody quoted',
    () => file('\n', plain(57), plain(58, { 業種: '宿泊業,飲食サービス業' })),
    whole(3, '欄の数（19）', '引用符'),
  ],
  [
    'a cell too many below a cell of two lines',
    () => `${bookHeader}\n${plain(57, { 業種: '' }).replace(',,', ',"小\r\n売",')}\n${plain(58)},x\n`,
    whole(4, 'Excel では3行目', 'S列の「x」'),
  ],
  ['a row broken in two', () => file('\n', plain(57).replace('架空', '架空\r')), whole(2, '行が切れていないか')],
  [
    'a quote that is not closed',
    () => file('\n', plain(57), plain(58).replace('架空', '"架空'), plain(59)),
    whole(3, 'D列', '閉じられていません'),
  ],
  ['a quote inside a cell', () => file('\n', plain(57).replace('架空', '架空"A"')), whole(2, 'D列', '二つ重ねて')],
  [
    'two columns of one name that counts',
    () => `${bookHeader},会社名\n${plain(57)},x\n`,
    whole(1, '「会社名」', 'D列とS列'),
  ],
  ['a row above its header', () => `${plain(57)}\n${two()}`, whole(1, '見出し（2行目）より上')],
  ['full-width commas', () => two().replaceAll(',', '，'), whole(1, '全角の「，」')],
  [
    'a near miss of a header',
    () => two().replace('月額(税抜)', '月額(税込)'),
    lacks('月額(税抜)', 'J列の「月額(税込)」は「月額(税抜)」のことでしょうか'),
  ],
  [
    'a near miss of a column it may have',
    () => `${bookHeader},説明した事頂,備考\n${plain(57)},月額料金,再訪\n`,
    lacks('S列の「説明した事頂」は「説明した事項」のことでしょうか'),
  ],
  [
    'a near miss of the day a contract ended',
    () => `${bookHeader},契約終了月\n${plain(57)},2026-06-30\n`,
    lacks('S列の「契約終了月」は「契約終了日」のことでしょうか'),
  ],
  ['no header', () => `${plain(57)}\n`, lacks('見出しの行が見つかりません')],
  [
    'an .xls',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500)]),
    { refused: 'not-readable', says: ['.xls'] },
  ],
  ['a PDF', () => '%PDF-1.7\n', { refused: 'not-readable', says: ['PDF'] }],
  [
    'a web page',
    () => '<html><table><tr><td>行番号</td></tr></table></html>',
    { refused: 'not-readable', says: ['ウェブページ'] },
  ],
  ['a zip', () => Buffer.from('504b03040a00000000000000', 'hex'), { refused: 'not-readable', says: ['ZIP'] }],
  ['a sign of a private plane (N8)', () => file('\n', plain(57, { 会社名: '架空\u{f0000}' })), whole(2, 'U+F0000')],
  ['no character at all (N8)', () => file('\r', plain(57), plain(58, { 会社名: '架空\ufffe' })), whole(3, 'U+FFFE')],
  [
    'a lost byte in a file of CR alone',
    () => Buffer.concat([inCharset('SJIS')(`${bookHeader}\r${plain(57)}\r`), Buffer.of(0x85, 0x40)]),
    whole(3, 'Shift_JIS'),
  ],
  [
    'a lost byte of EUC-JP',
    () => Buffer.concat([inCharset('EUCJP')(two()), Buffer.of(0xff, 0x0a)]),
    whole(4, 'EUC-JP'),
  ],
]

const cells: readonly (readonly [column: string, cell: string, says: string])[] = [
  ['法人番号', '5010001234562', '検査用数字（先頭の1桁）が合いません'],
  ['再販協力会社コード', 'R9', 'ありません。登録されているコード: R1'],
  ['再販協力会社コード', 'r1', '「R1」のことでしょうか'],
  ['再販協力会社コード', '', '「直販」と入れてください'],
  ['サービスコード', 'NTE', '登録されているコード: NET'],
  ['都道府県', '東京', '「東京都」のことでしょうか'],
  ['都道府県', '江戸', '北海道、青森県'],
  ['リモート支援の同意', 'true', '有、無'],
  ['リモート支援の同意', 'あり', '有、無'],
  ['説明方法', 'oral', '口頭、書面'],
  ['契約年数', '11', '1年から10年まで'],
  ['契約年数', '12か月', '数として読めません'],
  ['従業員数', '-0', '負の数'],
  ['法人番号', '123456789012', '12桁です'],
  ['通知先電話', '312345678', '0312345678'],
]

describe('files of the same kinds', () => {
  test.each(Object.entries(read))('%s: read, and each row keeps its number', async (_, text) => {
    const made = text()
    const reply = await judgedBook(parties.staff, typeof made === 'string' ? Buffer.from(made) : made)
    expect(outcomeOf(reply, both)).toEqual(both)
  })

  test.each(refused)('%s: refused at its place, and told', async (_, text, expected) => {
    const made = text()
    const reply = await judgedBook(parties.staff, typeof made === 'string' ? Buffer.from(made) : made)
    expect(outcomeOf(reply, expected)).toEqual(expected)
  })

  test.each(cells)('%s 「%s」 is refused, and told: %s', async (column, cell, says) => {
    const reply = await judgedBook(parties.staff, Buffer.from(file('\n', plain(57, { [column]: cell }))))
    const expected = { 57: { [column]: says } }
    expect(outcomeOf(reply, expected)).toEqual(expected)
  })

  test('bytes of EUC-JP never become half-width kana, whatever charset is stated (C17)', async () => {
    const reply = await judgedBook(parties.staff, inCharset('EUCJP')(two()), 'shift_jis')
    expect([reply.status, reply.body.kind]).toEqual([422, 'not-readable'])
  })
})
