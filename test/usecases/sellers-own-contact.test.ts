import { describe, expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber, paper } from '../support/parties.ts'
import { bookRow } from '../support/books.ts'
import { paperBooks } from '../support/paper-books.ts'
import { amendment, lostContact } from '../support/scene-course.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const reseller = await parties.reseller('R1', [net])
const other = await parties.reseller('R2', [net])
const { admin, staff } = parties

const person = async (ask: typeof admin, role: string) => {
  const mail = `own${nextNumber()}@seller.example.jp`
  const { sub } = good(await ask.post('/v1/members', { mail, name: '架空 一郎', role }))
  await house.signedIn(mail)
  return { mail, sub }
}

/** A draft whose link would go to an address. */
const drafted = (mail: string) => {
  const given = draft(net)
  return { ...given, sme: { ...given.sme, signatory: { ...given.sme.signatory, mail } } }
}

describe('a mail address of the seller’s own people is none of an SME', () => {
  test('in a draft, its revision, a paper contract, a change, and a change of contact it is refused, and nothing changes', async () => {
    const { mail } = await person(reseller.ask, 'resellerStaff')
    const refused = await reseller.ask.post('/v1/contracts', drafted(mail))
    expect([refused.status, refused.body.what, refused.body.why.ja]).toEqual([
      422,
      'signatory.mail',
      expect.stringContaining('販売する側の利用者'),
    ])
    const given = draft(net)
    const { contractId } = good(await reseller.ask.post('/v1/contracts', given))
    const revising = { ...given, sme: drafted(mail).sme }
    expect((await reseller.ask.post(`/v1/contracts/${contractId}/revise`, revising, { ifMatch: '"1"' })).status).toBe(
      422,
    )
    const onPaper = paper(net)
    const sme = { ...onPaper.sme, noticeContact: { ...onPaper.sme.noticeContact, mail } }
    const attested = await reseller.ask.post('/v1/contracts/attest', { ...onPaper, sme })
    expect([attested.status, attested.body.what]).toEqual([422, 'noticeContact.mail'])
    expect(good(await reseller.ask.get('/v1/contracts')).items).toHaveLength(1)
  })

  test('a change of the contact to it is refused, by its seller and by the implementing entity', async () => {
    const { mail } = await person(reseller.ask, 'resellerStaff')
    const n = nextNumber()
    const given = draft(net, { n })
    const { contractId, signer, sha256 } = await readyToSign(house, reseller.ask, given)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const path = `/v1/contracts/${contractId}`
    const same = amendment(net, n, given.terms.startOn)
    const theirs = { ...same, sme: { ...same.sme, signatory: { ...same.sme.signatory, mail } } }
    expect((await reseller.ask.post(`${path}/amendments`, theirs)).body).toMatchObject({ what: 'signatory.mail' })
    const { signatory } = lostContact(house.clock.today())
    const change = lostContact(house.clock.today(), { signatory: { ...signatory, mail } })
    expect((await staff.post(`${path}/contact-change`, change)).body).toMatchObject({ what: 'signatory.mail' })
  })

  test('of another’s people nobody learns: it is taken as any other, and so is that of one who left', async () => {
    const [theirs, ours] = [await person(other.ask, 'resellerStaff'), await person(admin, 'entityStaff')]
    for (const { mail } of [theirs, ours]) good(await reseller.ask.post('/v1/contracts', drafted(mail)))
    const { mail, sub } = await person(reseller.ask, 'resellerStaff')
    good(await reseller.ask.post(`/v1/members/${sub}/remove`, { reason: '退職のため' }))
    good(await reseller.ask.post('/v1/contracts', drafted(mail)))
  })
})

describe('the contact a reseller stated for itself is none of an SME', () => {
  const stated = { mail: 'sales@reseller.example.jp', phone: '03-9000-0001' }
  const withSignatory = (more: object) => {
    const given = draft(net)
    return { ...given, sme: { ...given.sme, signatory: { ...given.sme.signatory, ...more } } }
  }

  test.each([
    ['its mail, in another case', { mail: 'Sales@Reseller.example.jp' }, 'signatory.mail'],
    ['its telephone, as it is said abroad', { phone: '+81 3 9000 0001' }, 'signatory.phone'],
  ])('%s, in a draft, a paper contract of the entity’s, and a change of contact', async (_, more, what) => {
    const refused = await reseller.ask.post('/v1/contracts', withSignatory(more))
    expect([refused.status, refused.body.what]).toEqual([422, what])
    expect(refused.body.why.ja).toContain('担当窓口')
    const onPaper = { ...paper(net), resellerId: reseller.resellerId }
    const noticeContact = { ...onPaper.sme.noticeContact, ...more }
    const attested = await staff.post('/v1/contracts/attest', { ...onPaper, sme: { ...onPaper.sme, noticeContact } })
    expect(attested.body).toMatchObject({ what: what.replace('signatory', 'noticeContact') })
    const { contractId, signer, sha256 } = await readyToSign(house, reseller.ask, draft(net))
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const { signatory } = lostContact(house.clock.today())
    const change = lostContact(house.clock.today(), { signatory: { ...signatory, ...more } })
    expect((await staff.post(`/v1/contracts/${contractId}/contact-change`, change)).body).toMatchObject({ what })
  })

  test('of a contract of the entity’s own it is taken as any other', async () => {
    good(await staff.post('/v1/contracts', withSignatory(stated)))
  })
})

describe('a row of a book whose contact is the selling side’s own is refused by its column', () => {
  const { judged, recorded } = paperBooks(house, parties)

  test('a member’s mail and a reseller’s telephone, rehearsed and run; the other rows are recorded', async () => {
    const { mail } = await person(reseller.ask, 'resellerStaff')
    const rows = [
      bookRow({ 通知先メール: mail.toUpperCase() }),
      bookRow({ 通知先電話: '+81-3-9000-0001' }),
      bookRow({ 再販協力会社コード: '直販', 通知先電話: '03-9000-0001' }),
      bookRow(),
    ]
    for (const outcomes of [await judged(rows), await recorded(rows)])
      expect(outcomes.map(({ verdict, problem }) => [verdict, problem?.what, problem?.why?.ja])).toEqual([
        ['refused', '通知先メール', expect.stringContaining('販売する側の利用者')],
        ['refused', '通知先電話', expect.stringContaining('担当窓口の電話番号')],
        ['accepted', undefined, undefined],
        ['accepted', undefined, undefined],
      ])
  })

  test('a row that is on record stays so when its contact comes to work for the seller', async () => {
    const mail = `later${nextNumber()}@seller.example.jp`
    const row = bookRow({ 通知先メール: mail })
    const [first] = await recorded([row])
    good(await reseller.ask.post('/v1/members', { mail, name: '架空 二郎', role: 'resellerStaff' }))
    const [again] = await recorded([row])
    expect([again.verdict, again.contractId]).toEqual(['accepted', first.contractId])
  })
})
