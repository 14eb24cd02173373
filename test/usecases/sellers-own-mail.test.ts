import { describe, expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber, paper } from '../support/parties.ts'
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
