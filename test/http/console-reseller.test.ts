import { beforeAll, describe, expect, test } from 'vitest'
import { atConsole } from '../support/console.ts'
import { newHouse, type Ask } from '../support/house.ts'
import { corporateNumber, everyItem, nextNumber, partiesIn } from '../support/parties.ts'
import { sampleBook } from '../support/sample-books.ts'

const at = async (ask: Ask) => atConsole(ask, (await ask.get('/v1/me')).body, house.clock.today())
const idIn = (hash: string): string => hash.split('/')[2] ?? ''

const person = { name: '山田 一郎', title: '代表取締役' }
const sme = () => ({
  'sme.corporateNumber': corporateNumber(nextNumber()),
  'sme.name': '株式会社髙橋𠮷兵衛商店',
  'sme.prefecture': '東京都',
  'sme.employees': '１２',
  'sme.industry': '卸売業',
  'sme.noticeContact.mail': 'it@sme.example.jp',
  'sme.noticeContact.phone': '03-0000-1000',
})
const signatory = {
  'sme.signatory.name': '髙橋 花子',
  'sme.signatory.title': '代表取締役',
  'sme.signatory.mail': 'boss@sme.example.jp',
  'sme.signatory.phone': '090-0000-0001',
}
const terms = (serviceId: string, fee = '200,000円') => ({
  'terms.serviceId': serviceId,
  'terms.initialFeeParts': [
    { what: '機器代', exTaxYen: fee },
    { what: '', exTaxYen: '' },
  ],
  'terms.monthlyFeeExTaxYen': '9,800',
  'terms.terminals': '0',
  'terms.startOn': today,
})
/** The penalty as the screen shows it. */
const penaltyOn = async (seller: Awaited<ReturnType<typeof at>>, hash: string): Promise<string> => {
  const { rows } = (await seller.screenAt(hash)).blocks.find(({ kind }: { kind: string }) => kind === 'facts')
  const [, shown] = rows.find(([term]: readonly string[]) => term === '違約金（税抜）')
  return shown === 'かかりません' ? '0' : shown
}
const explained = { method: 'oral', 'by.name': '営業 次郎', items: everyItem }

const house = await newHouse()
const parties = await partiesIn(house)
const today = house.clock.today()

describe('a reseller at the console', () => {
  let place: string
  let reseller: Awaited<ReturnType<typeof at>>
  let serviceId: string
  let number: string
  beforeAll(async () => {
    serviceId = await parties.service('NET')
    const staff = await at(parties.staff)
    place = await staff.sends('#/resellers/new', 'invite', {
      code: 'R1',
      name: '架空販売株式会社',
      prefecture: '大阪府',
      'admin.name': '坂田 学',
      'admin.mail': `r${nextNumber()}@reseller.example.jp`,
    })
    const resellerId = idIn(place) as `rsl_${string}`
    reseller = await at(house.as({ role: 'resellerAdmin', sub: 'seller', entityId: parties.entityId, resellerId }))
    number = corporateNumber(910_000 + nextNumber())
  })

  test('supplies its requirements; the entity approves and authorizes it', async () => {
    expect(reseller.menu().join()).toBe(
      'はじめ,自社の要件,引継ぎの備え,契約,契約を探す,届かなかったお知らせ,個別契約の例外,サービス,提供困難のおそれ,一括処理,書出し,人を招く',
    )
    await reseller.screenAt('#/')
    const wrong = await reseller.isRefused('#/own', 'corporateNumber', { corporateNumber: '1234567890123' })
    expect(wrong.fields).toEqual(['corporateNumber'])
    await reseller.sends('#/own', 'corporateNumber', { corporateNumber: number })
    await reseller.sends('#/own', 'representative', person)
    await reseller.sends('#/own', 'contact', { name: '坂田 学', mail: 'a@r.example.jp', phone: '03-0000-0000' })
    await reseller.sends('#/own', 'pledge', { pledgedBy: '山田 一郎', pledgedOn: today })
    await reseller.sends('#/own', 'training', { material: '保険のご案内', attendees: '3', completedOn: today })

    const [admin, staff] = [await at(parties.admin), await at(parties.staff)]
    const early = await admin.isRefused(place, 'approve')
    expect(early.rest[0].said).toContain('再販契約書')
    await staff.sends(place, 'resaleAgreement', { documentSha256: 'a'.repeat(64), agreedOn: today })
    const seen = await staff.screenAt(place)
    expect(seen.blocks.some(({ name }: { name: string }) => name === 'approve')).toBe(false)
    await admin.sends(place, 'approve')
    await admin.sends(place, 'authorize', { serviceId, from: '2026-04-01' })
    await admin.sends(place, `end-${serviceId}`, { lastDay: '2027-03-31' })
    await admin.screenAt('#/')
    await admin.screenAt('#/resellers?stage=active')
  })

  test('drafts, explains and offers; what is refused stands beside its field', async () => {
    const given = { ...sme(), ...signatory, ...terms(serviceId) }
    const malformed = await reseller.isRefused('#/contracts/new', 'draft', {
      ...given,
      'sme.employees': '十二人',
      'sme.corporateNumber': '1234567890123',
    })
    expect(malformed.fields).toEqual(['sme.corporateNumber', 'sme.employees'])
    expect(malformed.rest).toEqual([])
    const { fields, beside, rest } = await reseller.isRefused('#/contracts/new', 'draft', {
      ...given,
      ...terms(serviceId, '６００，０００'),
      'sme.noticeContact.mail': '',
      'sme.noticeContact.phone': '',
    })
    expect(new Set(fields)).toEqual(new Set(['sme.noticeContact.mail', 'terms.initialFeeParts']))
    expect(beside.get('terms.initialFeeParts')[0].said).toContain('（サービス基準 第2章1.(7)')
    expect(rest).toEqual([])

    const contract = await reseller.sends('#/contracts/new', 'draft', given)
    const { rest: unexplained } = await reseller.isRefused(contract, 'offer')
    expect(unexplained[0].said).toContain('説明した記録')
    await reseller.sends(contract, 'explain', explained)
    await reseller.sends(contract, 'offer')
    await reseller.screenAt('#/contracts?stage=offered')
    await reseller.sends(`${contract}/revise`, 'revise', { 'terms.monthlyFeeExTaxYen': '9,000' })
    await reseller.sends(contract, 'withdraw')

    const staff = await at(parties.staff)
    const seen = await staff.screenAt(contract)
    expect(JSON.stringify(seen)).toContain('契約を改めた（第2稿）')
    expect(seen.blocks.some(({ kind }: { kind: string }) => kind === 'form')).toBe(false)
  })

  test('has its paper contracts put on record, ended, imported and counted', async () => {
    const [staff, resellerId] = [await at(parties.staff), idIn(place)]
    const attested = {
      ...sme(),
      ...terms(serviceId),
      resellerId,
      signedOn: today,
      remoteSupportConsent: 'no',
      'attestedBy.name': '青木 誠',
      'attestedBy.title': '課長',
    }
    const { fields } = await staff.isRefused('#/contracts/attest', 'attest', attested)
    expect(fields).toEqual(['explanation.method'])
    const how = {
      'explanation.method': 'written',
      'explanation.on': today,
      'explanation.by.name': '営業',
      'explanation.items': everyItem,
    }
    const contract = await staff.sends('#/contracts/attest', 'attest', { ...attested, ...how })
    expect(JSON.stringify(await staff.screenAt(contract))).toContain(
      'いまこの契約に責任を負っているのは 架空販売株式会社',
    )
    const asAWhole = await staff.sends('#/contracts/attest', 'attest', {
      ...attested,
      ...sme(),
      resellerId: '',
      ...how,
      itemsListed: 'notListed',
    })
    const shown = JSON.stringify(await staff.screenAt(asAWhole))
    expect(shown).toContain('説明した項目は、記録にありません')
    expect(shown).toContain('第2章1.(7)オ：記録はありますが、項目ごとではありません')
    expect(shown).toContain('説明した項目の記載はない')
    expect(shown).toContain('更新の記載はありません')
    const cancel = { askedBy: '社長', how: 'phone', reason: '廃業のため。' }
    await reseller.sends(`${contract}/end`, 'request-cancellation', cancel)
    await reseller.sends(`${contract}/end`, 'cancel', { penaltyExTaxYen: await penaltyOn(reseller, `${contract}/end`) })

    const book = await staff.sends('#/imports', 'import', {
      contentBase64: Buffer.from(sampleBook.split('\r\n').slice(0, 12).join('\r\n')).toString('base64'),
      'attestedBy.name': '青木 誠',
      'attestedBy.title': '課長',
    })
    expect((await staff.screenAt(book)).againAfterMs).toBeGreaterThan(0)
    await house.settle()
    const finished = await staff.screenAt(book)
    expect(finished.againAfterMs).toBeUndefined()
    const results = finished.blocks.find(({ heading }: any) => heading === '行ごとの結果')
    expect(results.rows).toHaveLength(11)

    await staff.screenAt('#/report?from=2026-04-01&until=2026-12-31')
    const recount = await staff.sends('#/report', 'recount')
    await house.settle()
    expect(JSON.stringify(await staff.screenAt(recount))).toContain('報告の数字と一致しました')
  })

  test('stops: proposed by one, approved by another, taken over, reported, closed', async () => {
    const [admin, staff] = [await at(parties.admin), await at(parties.staff)]
    const [ipa, body] = [await at(parties.ipa), await at(parties.body)]
    const resellerId = idIn(place)
    const paper = {
      ...terms(serviceId),
      resellerId,
      signedOn: today,
      remoteSupportConsent: 'yes',
      'explanation.method': 'oral',
      'explanation.on': today,
      'explanation.by.name': '営業',
      'explanation.items': everyItem,
      'attestedBy.name': '青木 誠',
      'attestedBy.title': '課長',
    }
    const attest = () => staff.sends('#/contracts/attest', 'attest', { ...sme(), ...paper })
    const contracts = [await attest(), await attest()]

    const proposal = { resellerId, ground: 'bankruptcy', occurredOn: today, statement: '破産手続が始まった。' }
    const thisCase = await staff.sends('#/cases/new', 'propose', proposal)
    const own = await staff.screenAt(thisCase)
    expect(own.blocks.map(({ name }: { name?: string }) => name).filter(Boolean)).toEqual(['withdraw'])
    expect(JSON.stringify(await admin.screenAt('#/'))).toContain('あなたの承認を待つ')
    await admin.sends(thisCase, 'approve')
    await house.settle()
    const { rest: missing } = await admin.isRefused(thisCase, 'close')
    expect(missing.map(({ said }: { said: string }) => said).join()).toContain('IPAへの報告がまだ送られていません')

    const list = await staff.screenAt(`${thisCase}/takeovers`)
    const rows = list.blocks.find(({ kind }: { kind: string }) => kind === 'table').rows
    expect(rows).toHaveLength(2)
    const [one, other] = rows.map(([link]: readonly { to: string }[]) => link?.to)
    await staff.sends(one, 'tell', { by: 'phone', spokeTo: '社長' })
    await staff.sends(one, 'settle', { settlement: 'servedByImplementingEntity' })
    const found = { finding: 'confirmed', evidence: '監視センターと保険会社に聞いた。' }
    for (const facet of ['monitoring', 'insurance']) await staff.sends(one, 'coverage', { ...found, facet })
    await staff.sends(other, 'tell', { by: 'visit' })
    await staff.sends(other, 'settle', {
      settlement: 'endedBySme',
      'consent.givenBy': '社長',
      'consent.how': 'written',
    })
    await staff.screenAt(`#/contracts/${idIn(contracts[0] ?? '')}`)

    const reports = (await staff.screenAt(thisCase)).blocks.find(({ heading }: any) => heading === '報告').rows
    for (const [link] of reports) await staff.sends(link.to, 'send', { plan: '引き継ぐ。', contact: '契約管理課' })
    const received = async (who: typeof ipa) => {
      expect(JSON.stringify(await who.screenAt('#/'))).toContain('答えを待っている報告')
      return (await who.screenAt('#/submissions')).blocks[0].rows[0][0].to as string
    }
    const toIpa = await received(ipa)
    await ipa.sends(toIpa, 'return', { reason: '日付がありません。' })
    await staff.sends(toIpa, 'send', { expectedCompletionOn: today })
    await ipa.sends(toIpa, 'acknowledge', { receiptNumber: '受-1' })
    await body.sends(await received(body), 'acknowledge', { receiptNumber: '受-2' })
    const owed = `${thisCase}/obligations`
    await staff.sends(`${owed}/continueInsurance`, 'fulfil', { what: '保険会社に聞いた。' })
    await admin.sends(`${owed}/notifyChange`, 'waive', { reason: '届出は要らない。' })
    await admin.sends(thisCase, 'close')
    await admin.screenAt('#/cases?stage=closed')
    await reseller.screenAt('#/own')
  })
})
