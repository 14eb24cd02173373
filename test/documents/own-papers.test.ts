import { describe, expect, test } from 'vitest'
import { amendmentSignature, amendmentToSign, onOwnPage } from '../support/changing.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, everyItem, good, paper } from '../support/parties.ts'
import { enter, readyToSign, signature, speaker } from '../support/signing.ts'
import { tight, wordsOf } from './reading.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask

const contractPdf = '/v1/signing/contract/document.pdf'
const certificatePdf = '/v1/signing/contract/signing-certificate.pdf'
const textOf = async (who: Ask, path: string): Promise<string> => {
  const reply = await who.get(path)
  good(reply)
  return wordsOf(reply.bytes)
}
const refusedTo = async (who: Ask): Promise<readonly string[]> =>
  Promise.all([contractPdf, certificatePdf].map(async (path) => (await who.get(path)).body.kind))
const dead = ['link-not-usable', 'link-not-usable']

const signed = async (terms: object = {}) => {
  const given = draft(net, { terms })
  const ready = await readyToSign(house, seller, given)
  const reached = given.sme.signatory
  good(await ready.signer.post('/v1/signing/sign', signature(ready.sha256)))
  return { ...ready, given, reached }
}

describe('the fees an SME is shown', () => {
  test('are before tax, the tax once on each sum, and with it: on the page to be signed and on its own', async () => {
    // Two parts of 105 yen: 10 and 10 line by line, 21 on the sum.
    const parts = ['機器代', '設置作業'].map((what) => ({ what, exTaxYen: 105 }))
    const given = draft(net, { terms: { initialFeeParts: parts, monthlyFeeExTaxYen: 9_809 } })
    const { signer, sha256, contractId } = await readyToSign(house, seller, given)
    const fees = {
      initial: { exTaxYen: 210, ratePercent: 10, taxYen: 21, inTaxYen: 231 },
      monthly: { exTaxYen: 9_809, ratePercent: 10, taxYen: 980, inTaxYen: 10_789 },
      note: expect.stringContaining('税率ごとに1回計算し'),
    }
    expect(good(await signer.get('/v1/signing/document')).fees).toEqual(fees)
    expect(good(await seller.get(`/v1/contracts/${contractId}/disclosure`)).fees).toEqual(fees)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const owner = await onOwnPage(house, seller, contractId, given.sme.signatory)
    expect(good(await owner.get('/v1/signing/contract'))).toMatchObject({ fees, certified: true })
  })
})

describe('the papers an SME takes away', () => {
  test('are those it has just signed, and not before it signed', async () => {
    const given = draft(net)
    const { signer, sha256 } = await readyToSign(house, seller, given)
    expect(await refusedTo(signer)).toEqual(dead)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    expect(await textOf(signer, contractPdf)).toContain(sha256)
    expect(await textOf(signer, certificatePdf)).toContain(tight('髙橋 花子'))
    expect((await signer.get('/v1/signing/document.pdf')).body).toMatchObject({ kind: 'link-not-usable' })
  })

  test('are there on its own page, whose link ends what the one before could', async () => {
    const { contractId, signer, sha256, reached } = await signed()
    const owner = await onOwnPage(house, seller, contractId, reached)
    expect(await textOf(owner, contractPdf)).toContain(sha256)
    expect(await textOf(owner, certificatePdf)).toContain(tight('髙橋 花子'))
    expect(await refusedTo(signer)).toEqual(dead)
  })

  test('are the next term’s where that was signed, while its own page has what stands', async () => {
    const { contractId, given, reached } = await signed({ termMonths: 12 })
    const next = {
      ...given,
      terms: { ...given.terms, monthlyFeeExTaxYen: 9_900, startOn: '2027-10-15' },
      kind: 'renewal',
      version: 'onOffer',
      reason: '期間が終わるため。',
      askedBy: '社長',
    }
    const { signer, sha256 } = await amendmentToSign(house, seller, contractId, next, reached)
    expect(await refusedTo(signer)).toEqual(dead)
    good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))
    expect(await textOf(signer, contractPdf)).toContain(sha256)
    const owner = await onOwnPage(house, seller, contractId, reached)
    expect(await textOf(owner, contractPdf)).not.toContain(sha256)
  })

  test('of a contract from paper have no certificate, and none of them are there where it was disputed', async () => {
    const attested = async () => {
      const given = paper(net)
      good(await seller.post('/v1/contracts/attest', given))
      await house.settle()
      const { mail, phone } = given.sme.noticeContact
      const letter = house.letters.findLast(({ to, by }) => by === 'mail' && to === mail)
      return enter(house, /\/sign\/#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '', phone)
    }
    const confirms = await attested()
    const { sha256 } = good(await confirms.get('/v1/signing/document'))
    good(
      await confirms.post('/v1/signing/confirm', { documentSha256: sha256, acknowledged: everyItem, signer: speaker }),
    )
    expect(await textOf(confirms, contractPdf)).toContain(sha256)
    expect((await confirms.get(certificatePdf)).body).toMatchObject({ kind: 'wrong-stage' })

    const disputes = await attested()
    good(await disputes.post('/v1/signing/dispute', { what: '台数が違う。', signer: speaker }))
    expect(await refusedTo(disputes)).toEqual(dead)
  })
})
