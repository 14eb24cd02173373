import { describe, expect, test } from 'vitest'
import { atConsole } from '../support/console.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, nextNumber, paper } from '../support/parties.ts'

const at = async (ask: Ask) => atConsole(ask, (await ask.get('/v1/me')).body, house.clock.today())
const names = ['株式会社髙橋商店', '有限会社青葉', '山本工業株式会社']
const numbers: string[] = []

const { house, parties, net } = await marketplace()
const reseller = await parties.reseller('R1', [net])
for (const [index, name] of names.entries()) {
  const given = paper(net, { n: nextNumber(), sme: { name }, signedOn: `2026-0${index + 6}-01` })
  good(await (index === 0 ? reseller.ask : parties.admin).post('/v1/contracts/attest', given))
  numbers.push(given.sme.corporateNumber)
}
await house.settle()

const tableOf = (screen: any) => screen.blocks.find(({ kind }: { kind: string }) => kind === 'table')
const found = (screen: any): readonly string[] => tableOf(screen).rows.map((row: any) => row[2].text)

describe('the search at the console', () => {
  test('stands in the menu of those who sell, and shows the newest first', async () => {
    const staff = await at(parties.staff)
    expect(staff.menu()).toContain('契約を探す')
    expect((await at(parties.ipa)).menu()).not.toContain('契約を探す')
    const screen = await staff.screenAt('#/contracts/search')
    expect(found(screen)).toEqual([...names].reverse())
    expect(tableOf(screen).rows[0]).toEqual([
      '2026年8月1日',
      '632,800円',
      { text: '山本工業株式会社', to: expect.stringMatching(/^#\/contracts\/ctr_/) },
      numbers[2],
      '280,000円',
      '9,800円（36か月）',
      '契約中',
      '自社',
    ])
  })

  test('takes days, amounts and names as people type them, and keeps them in its fields', async () => {
    const staff = await at(parties.staff)
    const query = new URLSearchParams({ signedUntil: '2026-07-31', amountFrom: '６３２，８００円', name: '高橋' })
    const screen = await staff.screenAt(`#/contracts/search?${query.toString()}`)
    expect(found(screen)).toEqual(['株式会社髙橋商店'])
    const [panel, links] = screen.blocks
    const initial = Object.fromEntries(panel.fields.map((field: any) => [field.name, field.initial]))
    expect(initial).toMatchObject({ signedUntil: '2026-07-31', amountFrom: '６３２，８００円', name: '高橋' })
    expect(links.items[0]).toMatchObject({
      saves: 'downloadFoundContracts',
      query: { signedUntil: '2026-07-31', amountFrom: '632800', name: '高橋' },
    })
    expect(found(await staff.screenAt(`#/contracts/search?corporateNumber=${numbers[1]}`))).toEqual(['有限会社青葉'])
    const none = await staff.screenAt('#/contracts/search?amountFrom=632801')
    expect([found(none), tableOf(none).none]).toEqual([[], '当てはまる契約はありません。'])
  })

  test('shows a reseller its own', async () => {
    expect(found(await (await at(reseller.ask)).screenAt('#/contracts/search'))).toEqual(['株式会社髙橋商店'])
  })

  test.each([
    ['signedFrom=2026-10-02&signedUntil=2026-10-01', '取引年月日の終わりが、始まりより前になっています。'],
    ['amountFrom=2&amountUntil=1', '取引金額の上限が、下限より小さくなっています。'],
    [
      'amountFrom=100万',
      '取引金額: 「100万」の「万」などの位は読めません。100000 のように、0 以上の整数を数字だけで入れてください。',
    ],
    ['corporateNumber=1234567890123', '法人番号は、13桁の数字を正しく入れてください。'],
    [`name=${'あ'.repeat(151)}`, '取引先の名称は、150文字までです。'],
  ])('%s: says what is wrong beside the fields as they were filled in', async (query, said) => {
    const { blocks } = await (await at(parties.staff)).screenAt(`#/contracts/search?${query}`)
    expect(blocks.map(({ kind }: { kind: string }) => kind)).toEqual(['filter', 'words'])
    expect(blocks[1]).toMatchObject({ tone: 'alert', lines: [said] })
    const [name = '', value] = query.split('&')[0]?.split('=') ?? []
    expect(blocks[0].fields.find((field: any) => field.name === name).initial).toBe(value)
  })
})
