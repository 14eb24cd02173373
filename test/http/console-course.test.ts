import { describe, expect, test } from 'vitest'
import { amendmentSignature } from '../support/changing.ts'
import { addressOf, atConsole } from '../support/console.ts'
import type { Ask, Reply } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, everyItem, good, paper, type Draft } from '../support/parties.ts'
import { enter, readyToSign, signature } from '../support/signing.ts'

const { house, parties, net: serviceId } = await marketplace()
const seller = (await parties.reseller('R1', [serviceId])).ask
const at = async (ask: Ask) => atConsole(ask, (await ask.get('/v1/me')).body, house.clock.today())
const reseller = await at(seller)
const said = (screen: unknown): string => JSON.stringify(screen)
const formsOn = (screen: any): readonly string[] =>
  screen.blocks.filter(({ kind }: { kind: string }) => kind === 'form').map(({ name }: { name: string }) => name)

/** A contract signed by its link, with its SME's draft. */
const signed = async (terms: object = {}): Promise<{ place: string; path: string; given: Draft }> => {
  const given = draft(serviceId, { terms })
  const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  return { place: `#/contracts/${contractId}`, path: `/v1/contracts/${contractId}`, given }
}
const linkTo = (mail: string): string =>
  /\/sign\/#(\S+)/.exec(
    house.letters.findLast(({ to, text }) => to === mail && text.includes('/sign/#'))?.text ?? '',
  )?.[1] ?? ''
/** What is linked there of a change or renewal on its way, as it is answered. */
const papersOn = async (hash: string): Promise<readonly Reply[]> => {
  const { blocks } = await reseller.screenAt(hash)
  const links = blocks.find(({ heading }: { heading?: string }) => heading === '契約の変更の書面')?.items ?? []
  return Promise.all(links.map(({ paper, saves, params }: any) => seller.get(addressOf(paper ?? saves, params))))
}
const explained = { method: 'oral', 'by.name': '営業 次郎', items: everyItem }
const asked = { askedBy: '社長', how: 'phone' }

describe('a change of a contract at the console', () => {
  test('is proposed on what stands, explained, sent, compared and signed', async () => {
    const { place, given } = await signed({ renewal: { months: 6, noticeDays: 20 } })
    const form = (await reseller.screenAt(`${place}/changes/new?kind=amendment`)).blocks[0]
    const initial = Object.fromEntries(form.fields.map((field: any) => [field.name, field.initial]))
    expect(initial).toMatchObject({
      'sme.name': given.sme.name,
      'terms.monthlyFeeExTaxYen': String(given.terms.monthlyFeeExTaxYen),
      renewing: 'auto',
      'terms.renewal.months': '6',
      'terms.renewal.noticeDays': '20',
    })
    const why = { reason: '端末が増えたため', askedBy: '社長' }
    const changes = await reseller.sends(`${place}/changes/new?kind=amendment`, 'propose', {
      ...why,
      'terms.monthlyFeeExTaxYen': '９，９００',
    })
    expect(changes).toBe(`${place}/changes`)
    const table = (await reseller.screenAt(changes)).blocks.find(
      ({ heading }: { heading?: string }) => heading === '変わるところ',
    )
    expect(table.rows).toHaveLength(1)
    expect(table.rows[0][0]).toBe('月額料金')
    expect(table.rows[0][2].join()).toContain('9,900円')

    const { rest } = await reseller.isRefused(changes, 'offer')
    expect(said(rest)).toContain('説明した記録')
    await reseller.sends(changes, 'explain', explained)
    await reseller.sends(changes, 'offer')
    expect(said(await reseller.screenAt(place))).toContain('契約の変更を起案しています（署名待ち）')
    for (const hash of [place, changes]) {
      const [page, data] = await papersOn(hash)
      expect(page?.text).toMatch(/^<!doctype html>/i)
      expect(page?.text).toContain('9,900円')
      expect(data?.body.disclosure.terms.monthlyFeeExTaxYen).toBe(9_900)
    }

    await house.settle()
    const { mail, phone } = given.sme.signatory
    const signer = await enter(house, linkTo(mail), phone)
    const { sha256 } = good(await signer.get('/v1/signing/document'))
    good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))
    const after = await reseller.screenAt(place)
    expect(await papersOn(place)).toEqual([])
    expect(said(after)).toContain('9,900円')
    expect(said(after)).toContain('6か月、自動で更新します（20日前まで断れます）')
    expect(said(await (await at(parties.staff)).screenAt(place))).toContain('変更に署名された')
  })

  test('that touches nothing disclosed is in force at once', async () => {
    const { place } = await signed()
    const changes = await reseller.sends(`${place}/changes/new?kind=amendment`, 'propose', {
      reason: '移転',
      askedBy: '社長',
      'sme.prefecture': '大阪府',
    })
    expect(formsOn(await reseller.screenAt(changes))).toEqual([])
  })

  test('or a renewal may be taken back', async () => {
    const { place } = await signed()
    const why = { reason: '更新', askedBy: '社長', renewing: 'auto' }
    const changes = await reseller.sends(`${place}/changes/new?kind=renewal`, 'propose', why)
    expect(said(await reseller.screenAt(changes))).toContain('起案中の契約の更新')
    await reseller.sends(changes, 'withdraw')
    expect(formsOn(await reseller.screenAt(changes))).toEqual([])
  })
})

describe('consents and links at the console', () => {
  test('are recorded with what was shown, and taken back', async () => {
    const { place } = await signed()
    const consents = `${place}/consents`
    const abroad = { ...asked, kind: 'foreignPersonalData', 'abroad.regime': 'なし。', 'abroad.measures': '契約。' }
    const { fields } = await reseller.isRefused(consents, 'give', { ...abroad, 'abroad.country': 'XX' })
    expect(fields).toEqual(['abroad.country'])
    await reseller.sends(consents, 'give', { ...abroad, 'abroad.country': 'ＵＳ' })
    await reseller.sends(consents, 'give', { ...asked, kind: 'positionTransfer' })
    const given = await reseller.screenAt(consents)
    expect(formsOn(given)).toEqual(['own-link', 'withdraw'])
    expect(said(given)).toContain('提供先の国：アメリカ合衆国')
    await reseller.sends(consents, 'withdraw', { ...asked, kind: 'remoteSupport' })
    const after = await reseller.screenAt(consents)
    expect(said(after)).toContain('撤回しました')
    expect(formsOn(after)).toEqual(['own-link', 'give', 'withdraw'])
  })

  test('a paper contract can be asked about again, and the SME sent to its own page', async () => {
    const { contractId } = good(await seller.post('/v1/contracts/attest', paper(serviceId)))
    const consents = `#/contracts/${contractId}/consents`
    await reseller.sends(consents, 'ask-confirmation', { validDays: '30' })
    await reseller.sends(consents, 'own-link')
  })
})

describe('the end of a contract at the console', () => {
  test('is asked for, priced, and decided at the price that was shown', async () => {
    const { place } = await signed()
    const end = `${place}/end`
    expect(formsOn(await reseller.screenAt(end))).toEqual(['request-cancellation', 'terminate'])
    await reseller.sends(end, 'request-cancellation', { ...asked, reason: '廃業のため。' })
    const wrong = await reseller.isRefused(end, 'cancel', { penaltyExTaxYen: '1' })
    expect(wrong.fields).toEqual(['penaltyExTaxYen'])
    const price = /示した違約金は([\d,]+)円です/.exec(said([...wrong.beside.values()]))?.[1] ?? ''
    await reseller.sends(end, 'withdraw-cancellation')
    await reseller.sends(end, 'request-cancellation', { ...asked, reason: '廃業のため。' })
    await reseller.sends(end, 'cancel', { penaltyExTaxYen: price })
    const after = await reseller.screenAt(end)
    expect(said(after)).toContain('ユーザーの申出による解約')
    expect(formsOn(after)).toEqual([])
  })

  test('is terminated after a warning only, and never before its time is over', async () => {
    const { place } = await signed()
    const words = { words: '三か月分の料金が払われない。', by: '結城', ground: 'nonPayment' }
    const early = { ...words, 'warned.on': house.clock.today(), 'warned.mendBy': house.clock.today() }
    const { fields } = await reseller.isRefused(`${place}/end`, 'terminate', early)
    expect(fields).toEqual(['warned.on'])
    await reseller.sends(`${place}/end`, 'terminate', { ...words, ground: 'agreed' })
    expect(said(await reseller.screenAt(place))).toContain('事由による解除')
  })

  test('can be found never to have begun, by an admin of the entity only', async () => {
    const { place } = await signed()
    expect(formsOn(await (await at(parties.staff)).screenAt(`${place}/end`))).not.toContain('annul')
    await (await at(parties.admin)).sends(`${place}/end`, 'annul', { words: '権限のない人が結んだ。', by: '結城' })
    expect(said(await reseller.screenAt(`${place}/end`))).toContain('無効の記録')
  })
})

describe('what was done for an SME at the console', () => {
  test('is recorded with its verdict; what departs from the standard needs a reason', async () => {
    const { place } = await signed()
    const provision = `${place}/provision`
    house.clock.advance(3_600_000)
    const told = {
      severity: 'serious',
      how: 'inReport',
      detectedAt: '2026-10-01T09:10',
      toldAt: '2026-10-01T09:30',
      toldTo: '社長',
      toldBy: '監視 一郎',
      summary: '不審な通信を止めた。',
    }
    const { fields } = await reseller.isRefused(provision, 'notice', told)
    expect(fields).toEqual(['how'])
    await reseller.sends(provision, 'notice', { ...told, how: 'atOnce' })
    await reseller.sends(provision, 'notice', { ...told, deviation: '担当者が取り違えた。' })
    await reseller.sends(provision, 'support', {
      purpose: 'setUp',
      mode: 'onSite',
      startedAt: '2026-10-01T09:20',
      placeNamed: '本社',
      place: '本社二階',
      by: '技術 花子',
      summary: '機器を設置した。',
    })
    const seen = await (await at(parties.staff)).screenAt(provision)
    expect(seen.blocks.at(-1).rows).toHaveLength(3)
  })

  test('a serious incident told later than the target is judged by the implementing entity (E1)', async () => {
    const { place } = await signed()
    const provision = `${place}/provision`
    house.clock.advance(7_200_000)
    const told = {
      severity: 'serious',
      how: 'atOnce',
      detectedAt: '2026-10-01T09:10',
      toldAt: '2026-10-01T10:30',
      toldTo: '社長',
      toldBy: '監視 一郎',
      summary: '不審な通信を止めた。',
    }
    await reseller.isRefused(provision, 'notice', told)
    await reseller.sends(provision, 'notice', { ...told, lateReason: '三人に順に掛けていた。' })
    const staff = await at(parties.staff)
    const form = (await staff.screenAt(provision)).blocks.find(({ name }: any) => name?.startsWith('verdict-'))
    await staff.sends(provision, form.name, { verdict: 'kept', judgedBy: '判断 花子', reason: '掛け続けていた。' })
    expect(said(await staff.screenAt(provision))).toContain('目標の時間を過ぎた通知を、なお即時であったと判断した')
    const { blocks } = await staff.screenAt(provision)
    expect(blocks.some(({ name }: any) => name?.startsWith('verdict-'))).toBe(false)
  })

  test('evidence for what people keep is put on record', async () => {
    const staff = await at(parties.staff)
    const place = `#/services/${serviceId}/evidence`
    const [first] = (await staff.screenAt(place)).blocks[0].fields[0].options
    await staff.sends(place, 'evidence', { clause: first[0], what: '体制図を更新した。', reference: '資料1' })
    expect(said((await staff.screenAt(place)).blocks.at(-1).rows[0])).toContain('記録があります')
  })
})

describe('a term that ends', () => {
  test('is announced on the pages before it is renewed', async () => {
    const { place } = await signed({ termMonths: 12, renewal: { months: 12, noticeDays: 30 } })
    house.clock.set('2027-08-15T09:00:00+09:00')
    await house.runContractSchedule()
    const told = '自動更新を予告しました。ユーザーが断れるのは2027年9月14日までです。'
    expect(said(await reseller.screenAt(place))).toContain(told)
    expect(said(await reseller.screenAt(`${place}/changes`))).toContain('断れるのは2027年9月14日までです')
  })
})
