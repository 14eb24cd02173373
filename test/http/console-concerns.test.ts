import { describe, expect, test } from 'vitest'
import { atConsole } from '../support/console.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { good } from '../support/parties.ts'

const { house, parties, leaver } = await marketplace()

describe('a concern at the console', () => {
  const at = async (ask: Ask) => atConsole(ask, (await ask.get('/v1/me')).body, house.clock.today())
  const said = (screen: unknown): string => JSON.stringify(screen)
  const formsOn = (screen: any): readonly string[] =>
    screen.blocks.filter(({ kind }: any) => kind === 'form').map(({ name }: any) => name)
  const rowsOn = (screen: any) => screen.blocks.find(({ kind }: any) => kind === 'table').rows
  const words = { ground: 'staff', statement: '担当者が二人とも辞める。' }
  const propose = 'このおそれをもとに、提供困難を提案する'

  test('is raised by a reseller of itself, waits for the entity, and is dismissed with a reason', async () => {
    const { ask } = await leaver()
    const [staff, reseller] = [await at(parties.staff), await at(ask)]
    const place = await reseller.sends('#/concerns/new', 'raise', words)
    expect(rowsOn(await reseller.screenAt('#/concerns'))).toMatchObject([
      [{ text: '自社', to: place }, '再販協力会社からの申出', '人員の不足', expect.any(String), '確認待ち'],
    ])
    expect(formsOn(await reseller.screenAt(place))).toEqual([])
    expect(said(await staff.screenAt('#/'))).toContain('確認を待つ提供困難のおそれ')
    const seen = await staff.screenAt(place)
    expect(seen.title).toMatch(/^架空販売L\d+株式会社 の提供困難のおそれ$/)
    expect(said(seen)).toContain(words.statement)
    expect(said(seen)).toContain(propose)
    await staff.sends(place, 'dismiss', { reason: '後任が決まったため。' })
    const after = await staff.screenAt(place)
    expect(formsOn(after)).toEqual([])
    expect(said(after)).toContain('後任が決まったため。')
    expect(said(after)).not.toContain(propose)
    expect(rowsOn(await reseller.screenAt('#/concerns?stage=open'))).toEqual([])
    expect(rowsOn(await reseller.screenAt('#/concerns?stage=dismissed'))).toHaveLength(1)
  })

  test('is raised by the entity, proposed from, and proposed from again once that was withdrawn', async () => {
    const { resellerId } = await leaver()
    const [staff, admin] = [await at(parties.staff), await at(parties.admin)]
    const list = `#/concerns?resellerId=${resellerId}`
    expect(said(await staff.screenAt(`#/resellers/${resellerId}`))).toContain(list)
    const place = await staff.sends(`#/concerns/new?resellerId=${resellerId}`, 'raise', words)
    expect(rowsOn(await staff.screenAt(`${list}&cause=told`))).toEqual([])
    expect(rowsOn(await staff.screenAt(`${list}&cause=noticed`))).toHaveLength(1)

    const linked = (await staff.screenAt(place)).blocks
      .flatMap(({ items = [] }: any) => items)
      .find(({ text }: any) => text === propose)
    const form = (await staff.screenAt(linked.to)).blocks[0]
    expect(form.fields.map(({ initial }: any) => initial)).toEqual([
      resellerId,
      'staff',
      undefined,
      undefined,
      words.statement,
    ])
    const thisCase = await staff.sends(linked.to, 'propose', { occurredOn: house.clock.today() })
    const concernId = place.split('/')[2]
    expect(good(await parties.staff.get(`/v1/concerns/${concernId}`))).toMatchObject({ stage: 'proposed' })
    const proposed = await admin.screenAt(place)
    expect(said(proposed)).toContain(thisCase)
    expect(said(proposed)).not.toContain(propose)
    expect(formsOn(proposed)).toEqual([])
    await staff.sends(thisCase, 'withdraw')
    expect(said(await admin.screenAt(place))).toContain(propose)
  })

  test('of a reseller that was stopped cannot be raised any more', async () => {
    const { resellerId } = await leaver()
    const staff = await at(parties.staff)
    const offered = async () => said((await staff.screenAt('#/concerns/new')).blocks[0].fields[0].options)
    expect(await offered()).toContain(resellerId)
    const thisCase = await staff.sends('#/cases/new', 'propose', {
      ...words,
      resellerId,
      occurredOn: house.clock.today(),
    })
    await (await at(parties.admin)).sends(thisCase, 'approve')
    await house.settle()
    expect(await offered()).not.toContain(resellerId)
    expect(said(await staff.screenAt(`#/resellers/${resellerId}`))).not.toContain('#/concerns/new')
  })
})
