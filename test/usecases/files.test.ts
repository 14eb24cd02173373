import { beforeAll, describe, expect, test } from 'vitest'
import { maxFileBytes } from '../../shared/domain/file/purposes.ts'
import { aCsv, aPdf, aPng, brought, saveFrom, sendTo, sha256Of, stated } from '../support/files.ts'
import { newHouse, type Ask, type House } from '../support/house.ts'
import { onOwnPage } from '../support/changing.ts'
import { draft, good, paper, partiesIn, type Parties } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

describe('files that somebody brings', () => {
  let house: House
  let parties: Parties
  let net: `svc_${string}`
  let reseller: Awaited<ReturnType<Parties['reseller']>>
  let other: Awaited<ReturnType<Parties['reseller']>>
  let admin: Ask
  let staff: Ask
  let pdf: Uint8Array
  beforeAll(async () => {
    house = await newHouse()
    parties = await partiesIn(house)
    ;({ admin, staff } = parties)
    net = await parties.service('NET')
    reseller = await parties.reseller('R1', [net])
    other = await parties.reseller('R2', [net])
    pdf = await aPdf()
  })
  const proof = (more: object = {}) =>
    stated(reseller.resellerId, 'trainingProof', aCsv(), { name: '受講 花子の名簿.csv', kind: 'csv', ...more })

  test('come in by a signed address, are looked into, accepted by a person, and handed out as a download for 60 seconds', async () => {
    const begun = good(await reseller.ask.post('/v1/files', proof(), { key: 'begun-once' }))
    const again = await reseller.ask.post('/v1/files', proof(), { key: 'begun-once' })
    expect([again.body.fileId, again.headers['idempotency-replayed']]).toEqual([begun.fileId, 'true'])
    expect(begun).toMatchObject({ stage: 'begun', version: 1, upload: { method: 'PUT' } })
    expect((await sendTo(house, begun.upload, aCsv())).status).toBe(200)
    const path = `/v1/files/${begun.fileId}`
    expect(good(await reseller.ask.post(`${path}/finish`))).toMatchObject({ stage: 'checked', version: 2 })
    expect((await reseller.ask.get(`${path}/download`)).status).toBe(409)
    expect((await reseller.ask.post(`${path}/accept`)).status).toBe(403)
    expect(await house.deps.vault.get(`files/${parties.entityId}/${begun.fileId}`)).toBeUndefined()

    expect(good(await staff.post(`${path}/accept`))).toMatchObject({ stage: 'accepted', version: 3 })
    expect(good(await reseller.ask.get(path))).toMatchObject({
      name: '受講 花子の名簿.csv',
      purposeName: { ja: '教育を終えたことの証明' },
      scannedBy: 'builtIn',
      acceptedBy: { sub: expect.any(String) },
      reason: null,
    })
    const { url, fileName, sha256 } = good(await reseller.ask.get(`${path}/download`))
    expect([fileName, sha256]).toEqual(['受講 花子の名簿.csv', sha256Of(aCsv())])
    const saved = await saveFrom(house, url)
    expect(Buffer.from(saved.body)).toEqual(aCsv())
    expect(saved.headers?.['content-disposition']).toBe(
      `attachment; filename="__ _____.csv"; filename*=UTF-8''${encodeURIComponent('受講 花子の名簿.csv')}`,
    )
    house.clock.advance(61_000)
    expect((await saveFrom(house, url)).status).toBe(422)
  })

  test('of 20 MB and one byte are refused before they are sent, and nothing is written', async () => {
    const before = good(await admin.get(`/v1/files?of=${reseller.resellerId}`)).items.length
    expect((await reseller.ask.post('/v1/files', proof({ bytes: maxFileBytes }))).status).toBe(201)
    const tooLarge = await reseller.ask.post('/v1/files', proof({ bytes: maxFileBytes + 1 }))
    expect([tooLarge.status, tooLarge.body.what]).toEqual([422, 'bytes'])
    expect(tooLarge.body.why.ja).toContain('20 MB')
    expect(good(await admin.get(`/v1/files?of=${reseller.resellerId}`)).items).toHaveLength(before + 1)
  })

  test('whose bytes or hash are not as stated are refused where they arrive', async () => {
    const begun = good(await reseller.ask.post('/v1/files', proof()))
    const changed = Buffer.from(aCsv())
    changed[0] = 65
    expect((await sendTo(house, begun.upload, Buffer.concat([aCsv(), Buffer.from('x')]))).status).toBe(422)
    const wrong = await sendTo(house, begun.upload, changed)
    expect([wrong.status, String(wrong.body)]).toEqual([422, expect.stringContaining('SHA-256')])
    expect((await sendTo(house, { ...begun.upload, headers: { 'content-type': 'text/html' } }, aCsv())).status).toBe(
      422,
    )
    expect((await sendTo(house, { ...begun.upload, url: `${begun.upload.url}x` }, aCsv())).status).toBe(422)
    const notThere = await reseller.ask.post(`/v1/files/${begun.fileId}/finish`)
    expect([notThere.status, notThere.body.given]).toEqual([422, 'nothing'])
    house.clock.advance(16 * 60_000)
    expect((await sendTo(house, begun.upload, aCsv())).status).toBe(422)
  })

  test('of a hash that is not the one stated are refused even where they lie in quarantine already', async () => {
    const begun = good(await reseller.ask.post('/v1/files', proof()))
    const { get } = house.deps.uploads.quarantine
    Object.assign(house.deps.uploads.quarantine, { get: async () => Buffer.from(aCsv()).fill(65) })
    const refused = await reseller.ask.post(`/v1/files/${begun.fileId}/finish`)
    Object.assign(house.deps.uploads.quarantine, { get })
    expect([refused.status, refused.body.needs]).toEqual([422, sha256Of(aCsv())])
    expect(good(await reseller.ask.get(`/v1/files/${begun.fileId}`)).stage).toBe('begun')
  })

  test('that are another kind than they say are refused in words a clerk can act on, and stay as they were', async () => {
    const picture = aPng()
    const given = stated(reseller.resellerId, 'trainingProof', picture)
    const { fileId, finished } = await brought(house, reseller.ask, given, picture)
    expect([finished.status, finished.body.given]).toEqual([422, 'otherKind'])
    expect(finished.body.why.ja).toBe('中身が PDF ではありません。元の文書を PDF で保存し直してお送りください。')
    expect(good(await admin.get(`/v1/files/${fileId}`))).toMatchObject({ stage: 'begun', version: 1 })
    const misnamed = await reseller.ask.post('/v1/files', proof({ name: '名簿.exe' }))
    expect([misnamed.status, misnamed.body.what]).toEqual([422, 'name'])
  })

  test('that a scanner finds something in are refused', async () => {
    const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*,1'].join(''))
    const given = proof({ bytes: eicar.length, sha256: sha256Of(eicar) })
    const { finished } = await brought(house, reseller.ask, given, eicar)
    expect([finished.status, finished.body.given]).toEqual([422, 'malware'])
  })

  test('a dry run of each step changes nothing, and gives no address', async () => {
    const tried = good(await reseller.ask.post('/v1/files?dryRun=true', proof()))
    expect(tried.upload).toBeNull()
    expect((await reseller.ask.get(`/v1/files/${tried.fileId}`)).status).toBe(404)
    const { fileId } = await brought(house, reseller.ask, proof(), aCsv())
    good(await admin.post(`/v1/files/${fileId}/accept?dryRun=true`))
    expect(await house.deps.vault.get(`files/${parties.entityId}/${fileId}`)).toBeUndefined()
    expect(good(await admin.get(`/v1/files/${fileId}`)).stage).toBe('checked')
  })

  test('a resale agreement is met by its hash alone; its file must be that very one', async () => {
    const given = stated(reseller.resellerId, 'resaleAgreement', pdf)
    const { fileId } = await brought(house, admin, given, pdf)
    const refused = await admin.post(`/v1/files/${fileId}/accept`)
    expect([refused.status, refused.body.what, refused.body.given]).toEqual([422, 'sha256', sha256Of(pdf)])
    const path = `/v1/resellers/${reseller.resellerId}`
    good(
      await admin.post(`${path}/requirements`, {
        code: 'resaleAgreement',
        documentSha256: sha256Of(pdf),
        agreedOn: '2026-04-01',
      }),
    )
    good(await admin.post(`/v1/files/${fileId}/accept`))
    expect(good(await reseller.ask.get(`/v1/files?of=${reseller.resellerId}&purpose=resaleAgreement`)).items).toEqual([
      expect.objectContaining({ fileId, stage: 'accepted', sha256: sha256Of(pdf) }),
    ])
  })

  test('the scan of a paper contract must be the one whose hash was attested', async () => {
    const attested = async (scanSha256: string) =>
      good(await reseller.ask.post('/v1/contracts/attest', { ...(paper(net) as object), scanSha256 }))
        .contractId as string
    const [right, wrong] = [await attested(sha256Of(pdf)), await attested('ab'.repeat(32))]
    const scan = async (contractId: string) =>
      (await brought(house, reseller.ask, stated(contractId, 'paperContract', pdf), pdf)).fileId
    good(await admin.post(`/v1/files/${await scan(right)}/accept`))
    expect((await admin.post(`/v1/files/${await scan(wrong)}/accept`)).status).toBe(422)
    expect((await other.ask.get(`/v1/files?of=${right}`)).status).toBe(404)
    expect((await other.ask.post('/v1/files', stated(right, 'paperContract', pdf))).status).toBe(404)
  })

  test('terms have versions: accepted, approved by a second person, in force from a day, and only then seen by resellers', async () => {
    const terms = async (number: number) => {
      const given = stated(net, 'serviceTerms', pdf, { number, name: `規約 第${number}版.pdf` })
      const { fileId } = await brought(house, admin, given, pdf)
      return fileId
    }
    const first = await terms(1)
    good(await admin.post(`/v1/files/${first}/accept`))
    expect(good(await reseller.ask.get(`/v1/files?of=${net}`)).items).toEqual([])
    expect((await admin.post(`/v1/files/${first}/approve`, { effectiveOn: house.clock.today() })).status).toBe(403)
    expect((await staff.post(`/v1/files/${first}/approve`, { effectiveOn: '2026-09-30' })).status).toBe(422)
    good(await staff.post(`/v1/files/${first}/approve`, { effectiveOn: house.clock.today() }))
    const second = await terms(2)
    good(await admin.post(`/v1/files/${second}/accept`))
    good(await staff.post(`/v1/files/${second}/approve`, { effectiveOn: '2026-11-01' }))
    const inForce = async () =>
      good(await reseller.ask.get(`/v1/files?of=${net}`)).items.map((one: any) => [one.number, one.inForce])
    expect(await inForce()).toEqual([
      [1, true],
      [2, false],
    ])
    const again = await terms(2)
    const taken = await admin.post(`/v1/files/${again}/accept`)
    expect([taken.status, taken.body.kind]).toEqual([409, 'already-exists'])
    good(await admin.post(`/v1/files/${again}/decline`, { reason: '版の番号が重なっている' }))
    expect(good(await admin.get(`/v1/files/${again}`)).reason).toBe('版の番号が重なっている')
    expect((await reseller.ask.post('/v1/files', stated(net, 'serviceTerms', pdf, { number: 3 }))).status).toBe(422)
    expect((await admin.post('/v1/files', stated(net, 'serviceTerms', pdf))).status).toBe(422)
    house.clock.set('2026-11-01T09:00:00+09:00')
    expect(await inForce()).toEqual([
      [1, false],
      [2, true],
    ])
  })

  test('an SME reads the terms in force on its own page, and nothing else', async () => {
    const end = await parties.service('CMB')
    const given = draft(end)
    const seller = await parties.reseller('R7', [end])
    const { contractId, signer, sha256 } = await readyToSign(house, seller.ask, given)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    await house.settle()
    const guide = async (number: number) => {
      const stating = stated(end, 'insuranceGuide', pdf, { number, name: '保険の説明.pdf' })
      const { fileId } = await brought(house, admin, stating, pdf)
      good(await admin.post(`/v1/files/${fileId}/accept`))
      return fileId
    }
    const [inForce, accepted] = [await guide(1), await guide(2)]
    good(await staff.post(`/v1/files/${inForce}/approve`, { effectiveOn: house.clock.today() }))
    const owner = await onOwnPage(house, seller.ask, contractId, given.sme.signatory)
    expect(good(await owner.get('/v1/signing/contract/files')).items).toEqual([
      expect.objectContaining({
        fileId: inForce,
        purposeName: expect.objectContaining({ ja: '保険の説明' }),
        number: 1,
      }),
    ])
    const { url } = good(await owner.get(`/v1/signing/contract/files/${inForce}/download`))
    expect(Buffer.from((await saveFrom(house, url)).body).equals(Buffer.from(pdf))).toBe(true)
    expect((await owner.get(`/v1/signing/contract/files/${accepted}/download`)).status).toBe(404)
  })

  test('are nothing to another tenant, nor to another reseller', async () => {
    const { fileId } = await brought(house, reseller.ask, proof(), aCsv())
    const stranger = await partiesIn(house)
    for (const ask of [stranger.admin, other.ask]) {
      for (const path of ['', '/download']) expect((await ask.get(`/v1/files/${fileId}${path}`)).status).toBe(404)
      for (const path of ['finish', 'decline'])
        expect(
          (await ask.post(`/v1/files/${fileId}/${path}`, path === 'decline' ? { reason: 'x' } : undefined)).status,
        ).toBe(404)
      expect((await ask.get(`/v1/files?of=${reseller.resellerId}`)).status).toBe(404)
      expect((await ask.post('/v1/files', proof())).status).toBe(404)
    }
    expect((await stranger.admin.post(`/v1/files/${fileId}/accept`)).status).toBe(404)
  })

  test('that nobody took in 30 days are expired by the calendar, and their bytes are gone', async () => {
    const { fileId } = await brought(house, reseller.ask, proof(), aCsv())
    const name = `files/${parties.entityId}/${fileId}`
    house.clock.advance(30 * 24 * 3_600_000)
    await house.expireOverdue()
    expect(good(await admin.get(`/v1/files/${fileId}`)).stage).toBe('checked')
    house.clock.advance(1_000)
    const late = await admin.post(`/v1/files/${fileId}/accept`)
    expect([late.status, late.body.stage]).toEqual([409, 'expired'])
    expect(await house.expireOverdue()).toBeGreaterThan(0)
    expect(good(await admin.get(`/v1/files/${fileId}`))).toMatchObject({ stage: 'expired', acceptedBy: null })
    expect(await house.deps.uploads.quarantine.get(name)).toBeUndefined()
  })
})
