import { describe, expect, test } from 'vitest'
import { amendmentSignature, amendmentToSign } from '../support/changing.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, explanation, good, nextNumber } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { bringsPapers, enter, readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask

describe('an amendment of a signed contract', () => {
  const signed = async () => {
    const n = nextNumber()
    const given = draft(net, { n })
    const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const path = `/v1/contracts/${contractId}`
    const read = async () => good(await seller.get(path))
    const change = (more: object = {}) => amendment(net, n, given.terms.startOn, more)
    return { n, given, contractId, path, read, change, reached: given.sme.signatory }
  }

  test('that is signed replaces what was agreed; what was signed before stays on record', async () => {
    const one = await signed()
    const before = await one.read()
    const { signer, sha256 } = await amendmentToSign(house, seller, one.contractId, one.change(), one.reached)
    const { differences } = good(await signer.get('/v1/signing/differences'))
    expect(differences).toEqual([
      expect.objectContaining({
        code: 'monthlyFee',
        before: ['月額9,800円（税抜）', '対象の端末：5台'],
      }),
    ])
    expect(good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))).toMatchObject({
      stage: 'live',
    })
    const after = await one.read()
    expect(after).toMatchObject({
      terms: { monthlyFeeExTaxYen: 9_900 },
      document: { revision: 2, sha256 },
      proposal: null,
      signedOn: before.signedOn,
      responsibility: before.responsibility,
    })
    const { items } = good(await parties.staff.get(`${one.path}/ledger`))
    expect(items.map(({ event }: { event: { type: string } }) => event.type).slice(-6)).toEqual([
      'amendment-proposed',
      'contract-explained',
      'contract-offered',
      'signing-code-requested',
      'signing-code-accepted',
      'amendment-signed',
    ])
    await house.settle()
    expect(house.letters.findLast((letter) => !bringsPapers(letter))?.subject).toContain('変更を承りました')
  })

  test('can be read whole by its seller and the implementing entity, as the SME is shown it, while it waits', async () => {
    const one = await signed()
    const path = `${one.path}/amendments/disclosure`
    expect((await seller.get(path)).body).toMatchObject({ kind: 'wrong-stage', what: 'amendment', stage: 'none' })
    good(await seller.post(`${one.path}/amendments`, one.change()))
    // Before it is sent already.
    expect(good(await seller.get(path)).disclosure.revision).toBe(2)
    const { signer, sha256 } = await amendmentToSign(house, seller, one.contractId, one.change(), one.reached)
    const { disputes, ...shown } = good(await signer.get('/v1/signing/document'))
    expect(disputes).toEqual([])
    for (const ask of [seller, parties.staff]) {
      expect(good(await ask.get(path))).toEqual(shown)
      const page = await ask.get(`${path}.html`)
      expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
      expect(page.text).toBe((await signer.get('/v1/signing/document.html')).text)
      expect(page.text).toContain(sha256)
    }
    expect(good(await seller.get(`${one.path}/disclosure`)).disclosure.revision).toBe(1)
    expect((await one.read()).link).toMatchObject({ purpose: 'amend', passed: true })
    good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))
    expect((await seller.get(`${path}.html`)).status).toBe(409)
  })

  test('of the term to come is read the same way, and its link says what for', async () => {
    const one = await signed()
    const change = one.change({ kind: 'renewal', version: 'onOffer' })
    const renewal = { ...change, terms: { ...change.terms, startOn: '2029-10-15' } }
    await amendmentToSign(house, seller, one.contractId, renewal, one.reached)
    expect(good(await seller.get(`${one.path}/amendments/disclosure`)).disclosure.terms.startOn).toBe('2029-10-15')
    expect((await one.read()).link.purpose).toBe('renew')
    good(await seller.post(`${one.path}/send-own-link`, {}))
    expect((await one.read()).link.purpose).toBe('own')
  })

  test('leaves everything as it was until it is signed, and when it is declined', async () => {
    const one = await signed()
    const { signer } = await amendmentToSign(house, seller, one.contractId, one.change(), one.reached)
    expect(await one.read()).toMatchObject({
      terms: { monthlyFeeExTaxYen: 9_800 },
      proposal: { kind: 'amendment', revision: 2, changed: ['monthlyFee'], explained: true, offered: true },
    })
    good(await signer.post('/v1/signing/decline'))
    expect(await one.read()).toMatchObject({ stage: 'live', terms: { monthlyFeeExTaxYen: 9_800 }, proposal: null })
    expect((await signer.post('/v1/signing/decline')).body.kind).toBe('wrong-stage')
  })

  test('that touches nothing disclosed is in force at once, and the SME is written to', async () => {
    const one = await signed()
    const change = one.change()
    const answer = good(
      await seller.post(`${one.path}/amendments`, {
        ...change,
        terms: { ...change.terms, monthlyFeeExTaxYen: 9_800 },
        sme: { ...change.sme, signatory: { ...change.sme.signatory, title: '会長' } },
      }),
    )
    expect(answer).toMatchObject({ proposal: null, document: { revision: 2 } })
    expect(good(await seller.get(`${one.path}/disclosure`)).disclosure.sme.signatory.title).toBe('会長')
    await house.settle()
    expect(house.letters.findLast((letter) => !bringsPapers(letter))).toMatchObject({
      to: one.reached.mail,
      subject: expect.stringContaining('変更'),
    })
  })

  test.each([
    [500_000, 201, undefined],
    [500_001, 422, '第2章1.(7)エ'],
  ])('第2章1.(7)エ: an initial fee of %i yen in it is answered with %i', async (exTaxYen, status, clause) => {
    const one = await signed()
    const change = one.change()
    const terms = { ...change.terms, initialFeeParts: [{ what: '機器代', exTaxYen }] }
    const answer = await seller.post(`${one.path}/amendments`, { ...change, terms })
    expect([answer.status, answer.body.clause]).toEqual([status, clause])
  })

  test.each([
    ['another SME', { sme: { corporateNumber: '4011001098993' } }, 'sme.corporateNumber'],
    ['another first day', { terms: { startOn: '2026-11-01' } }, 'terms.startOn'],
  ])('with %s is refused', async (_, more: { sme?: object; terms?: object }, what) => {
    const one = await signed()
    const change = one.change()
    const given = { ...change, sme: { ...change.sme, ...more.sme }, terms: { ...change.terms, ...more.terms } }
    const { status, body } = await seller.post(`${one.path}/amendments`, given)
    expect([status, body.kind, body.what]).toEqual([422, 'does-not-fit', what])
    expect((await one.read()).version).toBe((await one.read()).version)
  })

  test('proposed again kills the link of the one before, and another text cannot be signed', async () => {
    const one = await signed()
    const first = await amendmentToSign(house, seller, one.contractId, one.change(), one.reached)
    const change = one.change()
    good(await seller.post(`${one.path}/amendments`, { ...change, terms: { ...change.terms, terminals: 6 } }))
    expect((await first.signer.post('/v1/signing/sign-amendment', amendmentSignature(first.sha256))).status).toBe(410)
    good(await seller.post(`${one.path}/amendments/explain`, explanation(house.clock.today())))
    good(await seller.post(`${one.path}/amendments/offer`, {}))
    await house.settle()
    const link =
      /\/sign\/#(\S+)/.exec(house.letters.findLast(({ text }) => text.includes('/sign/#'))?.text ?? '')?.[1] ?? ''
    const signer = await enter(house, link, one.reached.phone)
    expect((await signer.post('/v1/signing/sign-amendment', amendmentSignature(first.sha256))).body.kind).toBe(
      'document-changed',
    )
    expect(await one.read()).toMatchObject({ document: { revision: 1 } })
  })

  test('needs its explanation and every acknowledgement', async () => {
    const one = await signed()
    good(await seller.post(`${one.path}/amendments`, one.change()))
    expect((await seller.post(`${one.path}/amendments/offer`, {})).body.kind).toBe('breaches-standard')
    const tomorrow = explanation('2026-10-02')
    expect((await seller.post(`${one.path}/amendments/explain`, tomorrow)).body.kind).toBe('out-of-order')
    const { signer, sha256 } = await amendmentToSign(house, seller, one.contractId, one.change(), one.reached)
    const half = amendmentSignature(sha256, { acknowledged: ['devices'] })
    const { status, body } = await signer.post('/v1/signing/sign-amendment', half)
    expect([status, body.kind]).toEqual([422, 'breaches-standard'])
    expect((await signer.post('/v1/signing/sign', signature(sha256))).body.kind).toBe('wrong-stage')
  })

  test('is gone when its reseller stops, and so is its link', async () => {
    const stopping = await parties.reseller(`S${nextNumber()}`, [net])
    const n = nextNumber()
    const given = draft(net, { n })
    const ready = await readyToSign(house, stopping.ask, given)
    good(await ready.signer.post('/v1/signing/sign', signature(ready.sha256)))
    const change = amendment(net, n, given.terms.startOn)
    const { signatory } = given.sme
    const { signer, sha256 } = await amendmentToSign(house, stopping.ask, ready.contractId, change, signatory)
    const proposal = { ground: 'staff', occurredOn: house.clock.today(), statement: '担当者がいなくなった。' }
    const { discontinuanceId } = good(
      await parties.staff.post('/v1/discontinuances', { resellerId: stopping.resellerId, ...proposal }),
    )
    good(await parties.admin.post(`/v1/discontinuances/${discontinuanceId}/approve`))
    // The worker has not reached the contract yet; the gate says so all the same.
    const answer = await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256))
    expect(answer.status).toBe(409)
    await house.settle()
    expect(good(await parties.staff.get(`/v1/contracts/${ready.contractId}`))).toMatchObject({
      terms: { monthlyFeeExTaxYen: 9_800 },
      proposal: null,
    })
  })
})
