import { describe, expect, test } from 'vitest'
import { amendmentSignature, amendmentToSign, onOwnPage } from '../support/changing.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, explanation, good, nextNumber, paper } from '../support/parties.ts'
import { amendment, lostContact } from '../support/scene-course.ts'
import { bringsPapers, enter, readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask

const newMail = () => `seller${nextNumber()}@reseller.example.jp`

const signed = async () => {
  const n = nextNumber()
  const given = draft(net, { n })
  const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  const path = `/v1/contracts/${contractId}`
  const { signatory } = given.sme
  /** A change of nothing but the contact. */
  const change = (sme: object) => {
    const same = amendment(net, n, given.terms.startOn)
    return { ...same, terms: { ...same.terms, monthlyFeeExTaxYen: 9_800 }, sme: { ...same.sme, ...sme } }
  }
  const lettersTo = (to: string) => house.letters.filter((one) => one.to === to && !bringsPapers(one))
  return { n, given, contractId, path, signatory, change, lettersTo }
}

describe('where an SME is reached changes by its own signature', () => {
  test.each([
    ['the mail', { mail: 'seller@reseller.example.jp' }, 'signatoryMail'],
    ['the phone', { phone: '090-5555-0001' }, 'signatoryPhone'],
    ['who signs', { name: '髙橋 次郎' }, 'signatoryName'],
  ])('%s: nothing is in force before it is signed, and the SME is shown it', async (_, more, what) => {
    const { path, contractId, signatory, change } = await signed()
    const given = change({ signatory: { ...signatory, ...more } })
    const { signer, sha256 } = await amendmentToSign(house, seller, contractId, given, signatory)
    expect(good(await seller.get(`${path}/disclosure`)).disclosure.sme.signatory).toEqual(signatory)
    const { contact } = good(await signer.get('/v1/signing/differences'))
    const [[, after]] = Object.entries(more) as [[string, string]]
    expect(contact).toEqual([expect.objectContaining({ what, after })])
    good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))
    expect(good(await seller.get(`${path}/disclosure`)).disclosure.sme.signatory).toEqual({ ...signatory, ...more })
  })

  test('a seller that names its own address gets neither link nor code, and the SME hears of it', async () => {
    const { path, signatory, change, lettersTo } = await signed()
    const [mail, phone] = [newMail(), '080-1111-2222']
    good(await seller.post(`${path}/amendments`, change({ signatory: { ...signatory, mail, phone } })))
    good(await seller.post(`${path}/amendments/explain`, explanation(house.clock.today())))
    good(await seller.post(`${path}/amendments/offer`, {}))
    good(await seller.post(`${path}/send-own-link`, {}))
    await house.settle()
    expect(lettersTo(mail)).toEqual([])
    expect(lettersTo(signatory.mail).at(-1)?.subject).toContain('ご契約ページ')
  })

  test('the address before is told of every such change once it is signed, and later letters go to the new one', async () => {
    const { path, contractId, signatory, change, lettersTo } = await signed()
    const [mail, phone] = [newMail(), '080-3333-4444']
    const given = change({ signatory: { ...signatory, mail, phone } })
    const { signer, sha256 } = await amendmentToSign(house, seller, contractId, given, signatory)
    good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))
    await house.settle()
    expect(lettersTo(signatory.mail).at(-1)?.subject).toContain('ご連絡先の変更')
    expect(lettersTo(signatory.mail).at(-1)?.text).not.toContain(mail)
    expect(lettersTo(mail).map(({ subject }) => subject)).toEqual([expect.stringContaining('変更を承りました')])
    good(await (await onOwnPage(house, seller, contractId, { mail, phone })).get('/v1/signing/contract'))
    expect(good(await seller.get(path)).link).toMatchObject({ purpose: 'own', passed: true })
  })

  test('so does a renewal, from its first day on: until then the SME is reached as before', async () => {
    const { contractId, signatory, change, lettersTo } = await signed()
    const mail = newMail()
    const same = change({ signatory: { ...signatory, mail } })
    const renewal = { ...same, kind: 'renewal', version: 'onOffer', terms: { ...same.terms, startOn: '2029-10-15' } }
    const { signer, sha256 } = await amendmentToSign(house, seller, contractId, renewal, signatory)
    good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))
    await house.settle()
    expect(lettersTo(signatory.mail).at(-1)?.text).toContain('2029年10月15日からのリンク')
    good(await (await onOwnPage(house, seller, contractId, signatory)).get('/v1/signing/contract'))
  })

  test('a paper contract without a signatory: link and code go to its notice contact until one is signed for', async () => {
    const given = paper(net)
    const { contractId } = good(await seller.post('/v1/contracts/attest', given))
    await house.settle()
    const { mail, phone } = given.sme.noticeContact
    const signatory = { name: '髙橋 次郎', title: '部長', mail: newMail(), phone: '080-5555-6666' }
    const change = {
      sme: { ...given.sme, signatory },
      terms: given.terms,
      kind: 'amendment',
      version: 'asSigned',
      reason: '担当者を定めるため',
      askedBy: '社長',
    }
    const { signer, sha256 } = await amendmentToSign(house, seller, contractId, change, { mail, phone })
    good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))
    expect(house.letters.filter(({ to }) => to === signatory.mail)).toEqual([])
  })

  test('a draft is changed freely', async () => {
    const given = draft(net)
    const { contractId } = good(await seller.post('/v1/contracts', given))
    const sme = { ...given.sme, signatory: { ...given.sme.signatory, mail: newMail() } }
    const { headers } = await seller.get(`/v1/contracts/${contractId}`)
    const revised = await seller.post(
      `/v1/contracts/${contractId}/revise`,
      { ...given, sme },
      { ifMatch: headers['etag'] ?? '' },
    )
    expect(revised.status).toBe(200)
  })
})

describe('where the SME can sign nothing any more, two people change its contact', () => {
  const today = house.clock.today()

  test('on ground and evidence; it is in force once another admin approves, and the address before is told', async () => {
    const { path, contractId, signatory, lettersTo } = await signed()
    good(await seller.post(`${path}/send-own-link`, {}))
    const change = lostContact(today)
    good(await parties.staff.post(`${path}/contact-change`, change))
    expect(good(await parties.staff.get(`${path}/contact-change`))).toMatchObject({ ground: 'lost', seq: 8 })
    expect(good(await seller.get(`${path}/disclosure`)).disclosure.sme.signatory).toEqual(signatory)
    good(await parties.admin.post(`${path}/contact-change/approve`))
    const { disclosure } = good(await seller.get(`${path}/disclosure`))
    expect(disclosure).toMatchObject({
      revision: 2,
      sme: { signatory: change.signatory, contactSetBy: { ground: 'lost', evidence: 'visit', on: today } },
    })
    expect((await parties.staff.get(`${path}/contact-change`)).status).toBe(404)
    await house.settle()
    expect(lettersTo(signatory.mail).at(-1)?.text).toContain('実施主体の二名による確認（訪問')
    expect(good(await seller.get(path)).link).toBeNull()
    good(await (await onOwnPage(house, seller, contractId, change.signatory)).get('/v1/signing/contract'))
  })

  test('the same person cannot do both, and no seller can do either', async () => {
    const { path } = await signed()
    good(await parties.admin.post(`${path}/contact-change`, lostContact(today)))
    expect((await parties.admin.post(`${path}/contact-change/approve`)).body.kind).toBe('second-person-needed')
    for (const end of ['', '/approve', '/withdraw'])
      expect((await seller.post(`${path}/contact-change${end}`, end ? undefined : lostContact(today))).status).toBe(403)
    good(await parties.staff.post(`${path}/contact-change/withdraw`))
    const { body } = await parties.admin.post(`${path}/contact-change/approve`)
    expect(body).toMatchObject({ kind: 'wrong-stage', what: 'contactChange', stage: 'none' })
  })

  test.each([
    ['evidence of a day to come', { evidence: { ...lostContact('2099-01-01').evidence } }, 'out-of-order'],
    ['no ground', { ground: undefined }, 'malformed'],
    ['no evidence', { evidence: undefined }, 'malformed'],
  ])('%s is refused, and changes nothing', async (_, more, kind) => {
    const { path } = await signed()
    const before = good(await seller.get(path)).version
    expect((await parties.staff.post(`${path}/contact-change`, lostContact(today, more))).body.kind).toBe(kind)
    expect(good(await seller.get(path)).version).toBe(before)
  })

  test('later signatures show it: in the text that is signed and on its certificate', async () => {
    const { path, contractId, n, given } = await signed()
    const change = lostContact(today)
    good(await parties.staff.post(`${path}/contact-change`, change))
    good(await parties.admin.post(`${path}/contact-change/approve`))
    const dearer = amendment(net, n, given.terms.startOn)
    const { signer, sha256 } = await amendmentToSign(
      house,
      seller,
      contractId,
      { ...dearer, sme: { ...dearer.sme, signatory: change.signatory } },
      change.signatory,
    )
    expect(good(await signer.get('/v1/signing/document')).disclosure.sme.contactSetBy).toMatchObject({ ground: 'lost' })
    good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))
    const { certificateOf } = await import('../../functions/application/documents/certificate.ts')
    const read = await house.deps.contracts.find(contractId as `ctr_${string}`)
    const certificate = read && (await certificateOf(house.deps, read.kept.state))
    expect(JSON.stringify(certificate)).toContain('実施主体の二名による確認')
    expect(house.defects).toEqual([])
  })

  test('what is agreed for the next term goes along', async () => {
    const { path, contractId, signatory, change } = await signed()
    const same = change({})
    const renewal = { ...same, kind: 'renewal', version: 'onOffer', terms: { ...same.terms, startOn: '2029-10-15' } }
    const { signer, sha256 } = await amendmentToSign(house, seller, contractId, renewal, signatory)
    good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))
    good(await parties.staff.post(`${path}/contact-change`, lostContact(today)))
    expect(good(await parties.admin.post(`${path}/contact-change/approve`))).toMatchObject({
      document: { revision: 3 },
      next: { revision: 4, startOn: '2029-10-15' },
    })
  })
})

describe('nobody but the SME gets through its two factors', () => {
  test('a seller that changes mail and phone cannot raise a fee, sign it and consent as the SME (attack 3)', async () => {
    const { path, signatory, change, lettersTo, contractId } = await signed()
    const [mail, phone] = [newMail(), '080-7777-8888']
    const theirs = change({ signatory: { ...signatory, mail, phone } })
    good(await seller.post(`${path}/amendments`, theirs))
    const dearer = { ...theirs, terms: { ...theirs.terms, monthlyFeeExTaxYen: 10_000 } }
    good(await seller.post(`${path}/amendments`, dearer))
    good(await seller.post(`${path}/amendments/explain`, explanation(house.clock.today())))
    good(await seller.post(`${path}/amendments/offer`, {}))
    await house.settle()
    const link =
      /\/sign\/#(\S+)/.exec(
        lettersTo(signatory.mail).findLast(({ text }) => text.includes('/sign/#'))?.text ?? '',
      )?.[1] ?? ''
    good(await house.withToken(undefined).post('/v1/signing/open', { link }))
    await house.settle()
    expect([lettersTo(mail), house.letters.filter(({ to }) => to === phone)]).toEqual([[], []])
    expect(house.letters.at(-1)).toMatchObject({ by: 'sms', to: signatory.phone })
    expect(good(await seller.get(path)).terms.monthlyFeeExTaxYen).toBe(9_800)
    good(await (await enter(house, link, signatory.phone)).post('/v1/signing/decline'))
    expect(contractId).toMatch(/^ctr_/)
  })
})
