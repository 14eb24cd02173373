import { describe, expect, test } from 'vitest'
import { onOwnPage } from '../support/changing.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good } from '../support/parties.ts'
import { bringsPapers, readyToSign, signature, speaker } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask

describe('a consent', () => {
  const asked = { askedBy: '髙橋 花子', how: 'phone' }
  const signed = async (remoteSupportConsent = true) => {
    const given = draft(net)
    const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
    good(await signer.post('/v1/signing/sign', signature(sha256, { remoteSupportConsent })))
    return { contractId, path: `/v1/contracts/${contractId}/consents`, reached: given.sme.signatory, sha256 }
  }

  test('is given, shown and taken back, each on its own, with the text that was shown', async () => {
    const { contractId, path } = await signed()
    good(await seller.post(path, { kind: 'positionTransfer', ...asked }))
    const answer = good(await seller.post(`${path}/withdraw`, { kind: 'remoteSupport', ...asked }))
    expect(answer).toMatchObject({
      remoteSupportConsent: false,
      consents: [
        { kind: 'remoteSupport', stage: 'withdrawn' },
        { kind: 'positionTransfer', stage: 'given' },
      ],
    })
    const { items } = good(await seller.get(path))
    expect(items).toMatchObject([
      { kind: 'positionTransfer', what: 'given', by: 'seller', askedBy: '髙橋 花子', how: 'phone' },
      { kind: 'remoteSupport', what: 'withdrawn', text: [] },
    ])
    expect(items[0].text[0]).toMatch(/架空販売R1株式会社.*架空セキュリティ.*民法539条の2/)
    await house.settle()
    const receipts = house.letters.filter((letter) => !bringsPapers(letter)).slice(-2)
    expect(receipts.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/同意の控え$/),
      expect.stringMatching(/同意の撤回の控え$/),
    ])
    expect(good(await seller.get(`/v1/contracts/${contractId}`)).document.revision).toBe(1)
  })

  test('that stands is not given twice, and one that does not is not taken back', async () => {
    const { path } = await signed(false)
    const remote = { kind: 'remoteSupport', ...asked }
    expect((await seller.post(`${path}/withdraw`, remote)).body.kind).toBe('wrong-stage')
    good(await seller.post(path, remote))
    expect((await seller.post(path, remote)).body.kind).toBe('already-exists')
    good(await seller.post(`${path}/withdraw`, remote))
    good(await seller.post(path, remote))
  })

  test('個人情報保護法28条: to data abroad names the country, its regime and the measures', async () => {
    const { path } = await signed()
    const abroad = {
      country: 'SG',
      regime: '個人情報保護法（PDPA）があり…',
      measures: '契約により同等の措置を講じる。',
    }
    const kind = 'foreignPersonalData'
    expect((await seller.post(path, { kind, ...asked })).body).toMatchObject({ kind: 'does-not-fit', what: 'abroad' })
    expect((await seller.post(path, { kind, ...asked, abroad: { ...abroad, country: 'XX' } })).body.what).toBe(
      'abroad.country',
    )
    expect((await seller.post(path, { kind: 'positionTransfer', ...asked, abroad })).body.what).toBe('abroad')
    good(await seller.post(path, { kind, ...asked, abroad }))
    const { items } = good(await seller.get(path))
    expect(items[0].text).toEqual(
      expect.arrayContaining([expect.stringContaining('シンガポール'), expect.stringContaining('PDPA')]),
    )
  })

  test('is given and taken back by the SME itself on its own page', async () => {
    const { contractId, path, reached, sha256 } = await signed()
    const owner = await onOwnPage(house, seller, contractId, reached)
    const shown = good(await owner.get('/v1/signing/contract'))
    expect(shown.consentTexts.map(({ kind }: { kind: string }) => kind)).toEqual(['remoteSupport', 'positionTransfer'])
    good(await owner.post('/v1/signing/consents', { kind: 'positionTransfer', signer: speaker }))
    good(await owner.post('/v1/signing/consents/withdraw', { kind: 'positionTransfer', signer: speaker }))
    expect((await owner.post('/v1/signing/consents', { kind: 'foreignPersonalData', signer: speaker })).body.kind).toBe(
      'does-not-fit',
    )
    expect(good(await seller.get(path)).items).toMatchObject([{ by: 'sme', askedBy: null }, { by: 'sme' }])
    // The link to the own page is no link to sign with, nor to read what waits to be signed.
    expect((await owner.get('/v1/signing/document')).body.kind).toBe('link-not-usable')
    expect(
      (await owner.post('/v1/signing/confirm', { documentSha256: sha256, acknowledged: [], signer: speaker })).status,
    ).toBe(410)
  })

  test('to data abroad is shown on its own page as it was told, and can be given again only under that', async () => {
    const { contractId, path, reached } = await signed()
    const abroad = {
      country: 'SG',
      regime: '個人情報保護法（PDPA）がある。',
      measures: '契約により同等の措置を講じる。',
    }
    const kind = 'foreignPersonalData'
    good(await seller.post(path, { kind, ...asked, abroad }))
    const told = good(await seller.get(path)).items[0].text
    const owner = await onOwnPage(house, seller, contractId, reached)
    const shown = async () => good(await owner.get('/v1/signing/contract'))
    expect((await shown()).consentTexts.at(-1)).toMatchObject({ kind, text: told })
    good(await owner.post('/v1/signing/consents/withdraw', { kind, signer: speaker }))
    expect((await shown()).consentTexts.at(-1)).toMatchObject({ kind, text: told })
    good(await owner.post('/v1/signing/consents', { kind, signer: speaker }))
    expect(good(await seller.get(path)).items.at(-1)).toMatchObject({ kind, what: 'given', by: 'sme', text: told })
  })

  test('is nothing for whoever has no part in the contract', async () => {
    const { path } = await signed()
    const stranger = house.as({ role: 'entityAdmin', sub: 'x', entityId: 'ent_00000000000000000000000000' })
    const foreign = await stranger.post(path, { kind: 'positionTransfer', ...asked })
    expect(foreign.status).toBe(404)
  })
})
