import { describe, expect, test } from 'vitest'
import { labelOfFacet } from '../../shared/domain/contract/coverage.ts'
import { labelOfWeakness } from '../../shared/domain/reseller/drill.ts'
import { atConsole } from '../support/console.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'

const {
  drillLists,
  facets,
}: Record<string, Record<string, string>> = await import(
  new URL('../../web/console/words-of-readiness.js', import.meta.url).href
)

const { house, parties, leaver, attested } = await marketplace()

describe('引継ぎの備え at the console', () => {
  const at = async (ask: Ask) => atConsole(ask, (await ask.get('/v1/me')).body, house.clock.today())
  const block = (screen: any, kind: string, heading: string) =>
    screen.blocks.find((one: any) => one.kind === kind && one.heading === heading)

  test('has the words of the house', () => {
    for (const [code, { ja }] of Object.entries(labelOfWeakness)) expect(drillLists?.[code]).toBe(ja)
    for (const [code, { ja }] of Object.entries(labelOfFacet)) expect(facets?.[code]).toBe(ja)
  })

  test('the implementing entity drills, sees what is found, and records what lies ready; its score rises', async () => {
    const one = await leaver()
    await attested(one, { sme: { noticeContact: { mail: null, phone: '03-0000-1000' } } })
    const staff = await at(parties.staff)
    const page = `#/resellers/${one.resellerId}`
    const fact = (screen: any, name: string) =>
      screen.blocks.flatMap(({ rows = [] }: any) => rows).find(([term]: any) => term === name)?.[1]
    expect(fact(await staff.screenAt(page), '引継ぎの備え').text).toContain('予行演習は、まだです')
    const begun = await staff.sends(`${page}/readiness`, 'drill', {})
    const waiting = await staff.screenAt(begun)
    expect([waiting.blocks[0].kind, waiting.againAfterMs]).toEqual(['progress', 1_500])
    await house.settle()
    const screen = await staff.screenAt(begun)
    expect(screen.againAfterMs).toBeUndefined()
    expect(fact(screen, '引き継ぐ契約')).toBe('1件')
    expect(fact(screen, '監視が途切れる契約')).toEqual({ text: '1件', to: `${page}/drill?of=monitoring` })
    const list = await staff.screenAt(`${page}/drill?of=noMail`)
    expect(list.blocks.find(({ kind }: any) => kind === 'table').rows).toHaveLength(1)
    expect((await staff.screenAt(`${page}/drill?of=insurance`)).blocks[1].rows).toEqual([])

    const before = Number.parseFloat(fact(screen, 'いまの点数'))
    await staff.sends(`${page}/readiness`, 'handover-insuranceCertificates', {
      asOf: house.clock.today(),
      what: '付保証明書（2026年度）',
      keptBy: 'implementingEntity',
      custodian: '総務部',
    })
    const after = await staff.screenAt(`${page}/readiness`)
    expect(Number.parseFloat(fact(after, 'いまの点数'))).toBe(before + 4)
    const row = block(after, 'table', '引継ぎ資料').rows.find(([what]: any) => what === '保険の証券・付保証明')
    expect(row[5][0]).toBe('そろっている')
  })

  test('a reseller sees the same of itself, and records what is its duty; it has no drill to begin', async () => {
    const one = await leaver()
    const seller = await at(one.ask)
    expect(seller.menu()).toContain('引継ぎの備え')
    const screen = await seller.screenAt('#/readiness')
    const forms = screen.blocks.filter(({ kind }: any) => kind === 'form').map(({ name }: any) => name)
    expect(forms).toEqual([
      'handover-contactList',
      'handover-deviceInventory',
      'handover-credentialsCustody',
      'handover-openIncidents',
      'handover-supportHistory',
    ])
    await seller.sends('#/readiness', 'handover-contactList', {
      asOf: house.clock.today(),
      what: '連絡先一覧',
      keptBy: 'reseller',
      custodian: '営業部',
    })
    const [, , , , , stage] = block(await seller.screenAt('#/readiness'), 'table', '引継ぎ資料').rows[0]
    expect(stage[0]).toBe('再販協力会社だけが保管')
    const { what } = await seller.isRefused('#/readiness', 'handover-openIncidents', {
      asOf: house.clock.today(),
      what: '一覧',
      keptBy: 'thirdParty',
    })
    expect(what).toMatch(/足りない/)
  })
})
