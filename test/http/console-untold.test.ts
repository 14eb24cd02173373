import { describe, expect, test } from 'vitest'
import { evidenceInWords, groundInWords } from '../../shared/domain/contract/contact.ts'
import { atConsole } from '../support/console.ts'
import type { Ask } from '../support/house.ts'
import { eventOf, lostLettersIn } from '../support/lost-letters.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber } from '../support/parties.ts'
import { offer, readyToSign, signature } from '../support/signing.ts'
import { toldByPerson, contactEvidence, contactGrounds } from '../../shared/domain/contract/contract-words.ts'

const { house, parties, net } = await marketplace()
const r1 = await parties.reseller('R1', [net])
const { hear, lastTo } = lostLettersIn(house)
const at = async (ask: Ask) => atConsole(ask, (await ask.get('/v1/me')).body, house.clock.today())
const said = (screen: unknown): string => JSON.stringify(screen)
const formsOn = (screen: any): readonly string[] =>
  screen.blocks.filter(({ kind }: any) => kind === 'form').map(({ name }: any) => name)

describe('a letter that came back, at the console', () => {
  const lost = async () => {
    const given = draft(net, { sme: { name: `架空第${nextNumber()}商店` } })
    const { contractId } = await offer(house, r1.ask, given)
    await hear(eventOf('C35f-permanent-general', lastTo(given.sme.signatory.mail)))
    return { contractId, name: given.sme.name, phone: given.sme.signatory.phone, letter: '署名用リンクのメール' }
  }
  const signedAndLost = async () => {
    const given = draft(net, { sme: { name: `架空第${nextNumber()}商店` } })
    const { contractId, signer, sha256 } = await readyToSign(house, r1.ask, given)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    await house.settle()
    await hear(eventOf('C35f-permanent-general', lastTo(given.sme.signatory.mail)))
    return { contractId, name: given.sme.name, phone: given.sme.signatory.phone, letter: '契約成立のメール' }
  }
  const atHome = async (person: Awaited<ReturnType<typeof at>>) =>
    (await person.screenAt('#/')).blocks.find(({ heading }: any) => heading?.startsWith('電話か郵便で')) ?? { rows: [] }

  test.each([
    ['the reseller, of a signing link,', () => r1.ask, lost],
    ['the implementing entity, of a conclusion,', () => parties.staff, signedAndLost],
  ] as const)('%s sees on its home whom to telephone and why, records it, and it is gone', async (_, ask, lose) => {
    const { contractId, name, phone, letter } = await lose()
    const person = await at(ask())
    const mine = async () => (await atHome(person)).rows.find(([one]: any) => one.text === name)
    const row = await mine()
    expect(row.slice(1)).toEqual([
      letter,
      expect.any(String),
      'あて先のメールアドレスが受け付けませんでした。',
      '髙橋 花子',
      expect.any(String),
      phone,
    ])
    expect(said(await person.screenAt('#/untold-letters'))).toContain(name)
    expect(said(await person.screenAt(`#/contracts/${contractId}`))).toContain(row[0].to)
    expect(said(await person.screenAt(row[0].to))).toContain(phone)
    const { fields } = await person.isRefused(row[0].to, 'tell', { by: 'phone', on: '2099-01-01' })
    expect(fields).toEqual(['on'])
    const told = { by: 'phone', spokeTo: '社長', note: '営業の坂田から、リンクを送り直すとお伝えした。' }
    expect(await person.sends(row[0].to, 'tell', told)).toBe(`#/contracts/${contractId}`)
    expect(await mine()).toBeUndefined()
    const after = await person.screenAt(row[0].to)
    expect([formsOn(after), said(after)]).toEqual([[], expect.stringContaining('もう知らせる必要がありません')])
  })

  test('of a contract that its reseller still prepares, the implementing entity sees it and leaves the telling to it', async () => {
    const { name } = await lost()
    const staff = await at(parties.staff)
    const [one] = (await atHome(staff)).rows.find(([cell]: any) => cell.text === name)
    const screen = await staff.screenAt(one.to)
    expect([formsOn(screen), said(screen)]).toEqual([[], expect.stringContaining('販売する再販協力会社がユーザーに')])
  })

  test('another reseller sees nothing of it', async () => {
    const { name } = await lost()
    const other = await at((await parties.reseller('R2', [net])).ask)
    expect(said(await other.screenAt('#/'))).not.toContain(name)
    expect(said(await other.screenAt('#/untold-letters'))).toContain('届かなかったお知らせはありません。')
  })
})

describe('a contact that is lost, at the console', () => {
  const signed = async () => {
    const ready = await readyToSign(house, r1.ask, draft(net))
    good(await ready.signer.post('/v1/signing/sign', signature(ready.sha256)))
    await house.settle()
    return { page: `#/contracts/${ready.contractId}`, place: `#/contracts/${ready.contractId}/contact` }
  }
  const change = {
    'signatory.name': '髙橋 次郎',
    'signatory.title': '代表取締役',
    'signatory.mail': 'jiro@new.example.jp',
    'signatory.phone': '090-9999-0001',
    ground: 'lost',
    'evidence.kind': 'visit',
    'evidence.by.name': '結城 京子',
    'evidence.by.title': '課長',
    'evidence.what': '本社を訪ね、代表者の名刺と登記事項証明書を確かめた。',
  }

  test('is proposed with ground and evidence, shown to who approves, and in force once another did', async () => {
    const { page, place } = await signed()
    const [staff, admin] = [await at(parties.staff), await at(parties.admin)]
    expect(said(await staff.screenAt(page))).toContain(place)
    const { fields } = await staff.isRefused(place, 'propose', { ...change, 'evidence.on': '2099-01-01' })
    expect(fields).toEqual(['evidence.on'])
    expect(await staff.sends(place, 'propose', change)).toBe(place)
    expect(formsOn(await staff.screenAt(place))).toEqual(['withdraw', 'propose'])
    const shown = said(await admin.screenAt(page))
    for (const words of ['承認を待つ連絡先の変更', 'これまでの連絡先に届かない', change['evidence.what'], '髙橋 次郎'])
      expect(shown).toContain(words)
    await admin.sends(place, 'approve')
    const after = said(await admin.screenAt(place))
    expect(after).toContain('実施主体の二名による確認（訪問')
    expect(after).toContain('jiro@new.example.jp')
    const contract = said(await admin.screenAt(page))
    expect(contract).not.toContain('承認を待つ連絡先の変更')
    expect(contract).toContain('実施主体の二名の確認で、ユーザーの連絡先を変更した')
  })

  test('whoever proposed it is offered no approval, may take it back, and no seller is shown the way', async () => {
    const { page, place } = await signed()
    const admin = await at(parties.admin)
    await admin.sends(place, 'propose', change)
    expect(formsOn(await admin.screenAt(place))).toEqual(['withdraw', 'propose'])
    await admin.sends(place, 'withdraw')
    expect(formsOn(await admin.screenAt(place))).toEqual(['propose'])
    expect(said(await (await at(r1.ask)).screenAt(page))).not.toContain(place)
  })
})

test('the words of both are those of the house', async () => {
  const words = await import(new URL('../../web/console/words-of-letters.js', import.meta.url).href)
  expect(words.contactGrounds).toEqual(groundInWords)
  expect(words.contactEvidence).toEqual(evidenceInWords)
  expect([Object.keys(words.contactGrounds), Object.keys(words.contactEvidence)]).toEqual([
    [...contactGrounds],
    [...contactEvidence],
  ])
  expect(Object.keys(words.tellings)).toEqual([...toldByPerson])
})
