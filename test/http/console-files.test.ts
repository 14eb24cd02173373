import { describe, expect, test } from 'vitest'
import { file, plain } from '../support/case-files.ts'
import { atConsole, inWords, requestOf } from '../support/console.ts'
import { marketplace } from '../support/marketplace.ts'

const { house, parties, net } = await marketplace()
await parties.reseller('R1', [net])

describe('files at the console', () => {
  const staff = async () => atConsole(parties.staff, (await parties.staff.get('/v1/me')).body, house.clock.today())
  const sent = (text: string) => ({
    contentBase64: Buffer.from(text).toString('base64'),
    'attestedBy.name': '青木 誠',
    'attestedBy.title': '課長',
  })

  test('what Shift_JIS cannot write is told with line and code point, and by it alone where nothing would show (C12)', () => {
    const characters = [
      { character: '𠮷', codePoint: 'U+20BB7', times: 2, line: 2 },
      { character: '\u{e0100}', codePoint: 'U+E0100', times: 1, line: 3 },
      { character: '\u3099', codePoint: 'U+3099', times: 1, line: 4 },
    ]
    const [{ said }] = inWords({ kind: 'not-in-charset', characters }).sayings
    expect(said).toContain('「𠮷」（U+20BB7）が、保存するファイルの2行目など2か所')
    expect(said).toContain('目に見えないか、前の字に付く文字 U+E0100が、保存するファイルの3行目')
    expect(said).toContain('目に見えないか、前の字に付く文字 U+3099が、保存するファイルの4行目')
    expect(said).not.toContain('「\u3099」')
  })

  test('a header that was nearly right is named beside the file', async () => {
    const { beside } = await (await staff()).isRefused(
      '#/imports',
      'import',
      sent(file('\n', plain(57)).replace('契約日', '契約年月日')),
    )
    expect(JSON.stringify([...beside])).toContain('「契約年月日」は「契約日」のことでしょうか')
  })

  test('a dry run names the row by its number and by its line', async () => {
    const form = (await (await staff()).screenAt('#/imports')).blocks[0]
    const text = `契約台帳\n${file('\n', plain(57, { 都道府県: '東京' }))}`
    const { body } = await parties.staff.post('/v1/contract-imports?dryRun=true', requestOf(form, sent(text)))
    expect(form.rehearse.say(body)[1]).toContain('行番号57（ファイルの3行目）: 都道府県 「東京」は選べません')
  })

  test('days and amounts in a form are what they are in a book (C04, C07)', () => {
    const fields = [
      { name: 'on', label: '日', kind: 'day' },
      { name: 'yen', label: '円', kind: 'number' },
    ]
    expect(requestOf({ fields }, { on: '令和8年6月1日', yen: '¥100,000' })).toEqual({ on: '2026-06-01', yen: 100_000 })
    expect(requestOf({ fields }, { on: '46174', yen: '100.000' })).toEqual({ on: '46174', yen: '100.000' })
  })
})
