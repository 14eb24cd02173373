import { describe, expect, test } from 'vitest'
import { atConsole } from '../support/console.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, everyItem } from '../support/parties.ts'

const { house, parties, net, leaver } = await marketplace()

describe('a restriction of a reseller at the console', () => {
  const at = async (ask: Ask) => atConsole(ask, (await ask.get('/v1/me')).body, house.clock.today())
  const said = (screen: unknown): string => JSON.stringify(screen)
  const formsOn = (screen: any): readonly string[] =>
    screen.blocks.filter(({ kind }: any) => kind === 'form').map(({ name }: any) => name)
  const listed = async (query: string): Promise<readonly string[]> =>
    (await (await at(parties.staff)).screenAt(`#/resellers${query}`)).blocks
      .find(({ kind }: any) => kind === 'table')
      .rows.map(([link]: any) => link.to)

  test('is made and lifted with a reason by an admin, and seen by everyone it concerns', async () => {
    const { resellerId, ask } = await leaver()
    const place = `#/resellers/${resellerId}`
    const [admin, staff, reseller] = [await at(parties.admin), await at(parties.staff), await at(ask)]
    const words = 'を通じた新しい契約を止めています'
    const before = formsOn(await admin.screenAt(place))
    expect(before).toContain('restrict')
    expect(before).not.toContain('lift')
    expect(formsOn(await staff.screenAt(place))).not.toContain('restrict')
    expect(said(await reseller.screenAt('#/own'))).not.toContain(words)

    const contract = await reseller.sends('#/contracts/new', 'draft', drafted())
    await reseller.sends(contract, 'explain', { method: 'oral', 'by.name': '営業 次郎', items: everyItem })
    expect(await admin.sends(place, 'restrict', { reason: '苦情が続いているため。' })).toBe(place)
    const { rest } = await reseller.isRefused(contract, 'offer')
    expect(rest).toMatchObject([{ said: '再販協力会社は、いま「新規停止」です。「承認済み」のときに行えます。' }])
    const during = await admin.screenAt(place)
    expect(said(during)).toContain(`この会社${words}`)
    expect(formsOn(during)).toContain('lift')
    expect(formsOn(during)).not.toContain('restrict')
    expect(said(await reseller.screenAt('#/own'))).toContain(`自社${words}`)
    expect(await listed('?stage=restricted')).toEqual([place])
    expect(await listed('?stage=active')).not.toContain(place)
    expect(said((await staff.screenAt('#/cases/new')).blocks[0].fields[0].options)).toContain(resellerId)

    await admin.sends(place, 'lift', { reason: '苦情の対応が終わったため。' })
    await reseller.sends(contract, 'offer')
    expect(await listed('?stage=restricted')).toEqual([])
    expect(said(await reseller.screenAt('#/own'))).not.toContain(words)
  })

  const drafted = () => {
    const { sme, terms } = draft(net)
    const { noticeContact, signatory, ...firm } = sme
    const put = (at: string, from: object) =>
      Object.fromEntries(Object.entries(from).map(([name, value]) => [`${at}.${name}`, String(value)]))
    return {
      ...put('sme', firm),
      ...put('sme.noticeContact', noticeContact),
      ...put('sme.signatory', signatory),
      'terms.serviceId': net,
      'terms.initialFeeParts': [{ what: '機器代', exTaxYen: '200,000円' }],
      'terms.monthlyFeeExTaxYen': '9,800',
      'terms.terminals': '0',
      'terms.startOn': terms.startOn,
    }
  }
})
