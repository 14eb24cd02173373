import { describe, expect, test } from 'vitest'
import { attestedBy, bookHeader, bookRow } from '../support/books.ts'
import { exceptionGiven } from '../support/excepting.ts'
import { askedIdentity, givenIdentity, proprietor, verified } from '../support/identifying.ts'
import { marketplace } from '../support/marketplace.ts'
import { corporateNumber, draft, good, nextNumber, paper, partiesIn } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const { ask, resellerId } = await parties.reseller('R1', [net])
const { staff, admin } = parties
const today = () => house.clock.today()

const draftFor = (smeId: string, more: object = {}) => {
  const one = draft(net) as any
  return { ...one, sme: { ...one.sme, corporateNumber: smeId, ...more } }
}
const paperFor = (smeId: string, more: object = {}, terms: object = {}) => {
  const one = paper(net, terms) as any
  return { ...one, sme: { ...one.sme, corporateNumber: smeId, ...more } }
}

describe('an SME without 法人番号', () => {
  test('gets an id that looks like no 法人番号, once a named person saw its papers, and signs under it', async () => {
    const smeId = await askedIdentity(ask)
    expect(smeId).toMatch(/^sme_/)
    expect((await ask.post('/v1/contracts', draftFor(smeId))).body).toMatchObject({
      kind: 'does-not-fit',
      what: 'sme.corporateNumber',
    })
    const seen = verified(today(), { description: '免許証の表と裏' })
    const given = good(await staff.post(`/v1/sme-identities/${smeId}/give`, seen))
    expect(good(await ask.get(`/v1/sme-identities/${smeId}`)).verification).toMatchObject({
      verifiedBy: { name: '青木 誠', title: '審査担当' },
      description: '免許証の表と裏',
      acknowledged: [],
    })
    expect(given).toMatchObject({ stage: 'given', papers: ['drivingLicence', 'openingNotification'] })
    const { contractId, sha256, signer } = await readyToSign(house, ask, draftFor(smeId))
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    await house.settle()
    expect(good(await ask.get(`/v1/contracts?corporateNumber=${smeId}`)).items).toMatchObject([{ contractId }])
    expect(good(await ask.get(`/v1/contracts/search?corporateNumber=${smeId}`)).items).toMatchObject([{ contractId }])
    expect((await ask.get(`/v1/contracts/${contractId}/disclosure.html`)).text).toContain(
      '実施主体が本人を確かめて付けた番号',
    )
  })

  test('has one live contract for a service: a second, by whichever seller and way, is refused', async () => {
    const smeId = await givenIdentity(ask, staff, today())
    good(await ask.post('/v1/contracts/attest', paperFor(smeId)))
    const reply = await admin.post('/v1/contracts/attest', paperFor(smeId))
    expect(reply.body.breaches.map((one: any) => one.rule)).toContain('one-live-contract-each')
  })

  test('is taken in by a book under its id, and refused under one nobody was given', async () => {
    const smeId = await givenIdentity(ask, staff, today())
    const rows = [
      bookRow({ 法人番号: smeId }),
      bookRow({ 法人番号: await askedIdentity(ask) }),
      bookRow({ 法人番号: 'sme_1' }),
    ]
    const content = [bookHeader, ...rows].join('\r\n')
    const { operationId } = good(await staff.post('/v1/contract-imports', { format: 'csv', content, attestedBy }))
    await house.settle()
    const { items } = good(await staff.get(`/v1/operations/${operationId}/rows`))
    expect(items.map(({ verdict }: any) => verdict)).toEqual(['accepted', 'refused', 'refused'])
    expect(items[2].problem.errors[0].why.ja).toContain('26字')
  })

  test('is another entity’s to nobody: its id is unknown there, read or written', async () => {
    const smeId = await givenIdentity(ask, staff, today())
    const others = await partiesIn(house)
    const net2 = await others.service('NET')
    const one = paperFor(smeId)
    const used = await others.admin.post('/v1/contracts/attest', { ...one, terms: { ...one.terms, serviceId: net2 } })
    const unknown = paperFor(`sme_${'0'.repeat(26)}`)
    const never = await others.admin.post('/v1/contracts/attest', {
      ...unknown,
      terms: { ...one.terms, serviceId: net2 },
    })
    expect({ ...used.body, given: 0 }).toEqual({ ...never.body, given: 0 })
    expect((await others.staff.get(`/v1/sme-identities/${smeId}`)).status).toBe(404)
    expect((await others.staff.post(`/v1/sme-identities/${smeId}/give`, verified(today()))).status).toBe(404)
    const r2 = await parties.reseller(`R${nextNumber()}`, [net])
    expect((await r2.ask.get(`/v1/sme-identities/${smeId}`)).status).toBe(404)
    expect(good(await r2.ask.get('/v1/sme-identities')).items).toEqual([])
  })

  test('who has a 法人番号 on record by the same name and address is refused, and nothing changes', async () => {
    const n = nextNumber()
    const name = `株式会社架空屋${n}`
    const rest = `千代田区千代田一丁目${n}番3号`
    const number = corporateNumber(n)
    const address = { prefecture: '東京都', rest }
    good(
      await admin.post(
        '/v1/contracts/attest',
        paperFor(number, { name, prefecture: '東京都', postalAddress: address }),
      ),
    )
    await house.settle()
    const alike = { name: `架空屋${n}`, postalAddress: { rest: `東京都千代田区千代田1-${n}-3` } }
    const refused = await staff.post('/v1/sme-identities', proprietor(alike))
    expect([refused.status, refused.body.what, refused.text]).toEqual([422, 'name', expect.stringContaining(number)])

    const smeId = await askedIdentity(ask, alike)
    const later = await staff.post(`/v1/sme-identities/${smeId}/give`, verified(today(), { acknowledged: [number] }))
    expect([later.status, later.body.what]).toEqual([422, 'name'])
    expect(good(await ask.get(`/v1/sme-identities/${smeId}`))).toMatchObject({ stage: 'asked', lookAlikes: null })
    const other = { name: `架空屋${n}`, postalAddress: { rest: '東京都港区芝9-9-9' } }
    const elsewhere = await askedIdentity(staff, other)
    const told = await staff.post(`/v1/sme-identities/${elsewhere}/give`, verified(today()))
    expect(told.body).toMatchObject({ kind: 'incomplete', what: 'acknowledged' })
    good(await staff.post(`/v1/sme-identities/${elsewhere}/give`, verified(today(), { acknowledged: [number, smeId] })))
  })

  test('who has a 法人番号 is found behind fifty newer names that begin with its own', async () => {
    const n = nextNumber()
    const [name, rest] = [`架空屋号${n}`, `千代田区千代田一丁目${n}番3号`]
    const number = corporateNumber(n)
    const at = (smeId: string, more: object, signedOn: string) =>
      admin.post('/v1/contracts/attest', paperFor(smeId, { prefecture: '東京都', ...more }, { signedOn }))
    good(await at(number, { name, postalAddress: { prefecture: '東京都', rest } }, '2026-09-01'))
    for (let branch = 1; branch <= 50; branch += 1)
      good(await at(corporateNumber(nextNumber()), { name: `${name}支店${branch}` }, '2026-09-02'))
    await house.settle()
    const alike = { name, postalAddress: { rest: `東京都千代田区千代田1-${n}-3` } }
    const refused = await staff.post('/v1/sme-identities', proprietor(alike))
    expect([refused.status, refused.body.what, refused.text]).toEqual([422, 'name', expect.stringContaining(number)])
  })

  test('who looks alike by name or address is shown first, in a dry run too, and has to be named', async () => {
    const alike = proprietor()
    const first = await givenIdentity(ask, staff, today(), alike)
    const second = await askedIdentity(ask, { ...alike, name: '別の名前の店' })
    const { lookAlikes } = good(await staff.get(`/v1/sme-identities/${second}`))
    expect(lookAlikes).toEqual([{ smeId: first, name: alike.name, sameName: false, sameAddress: true }])
    const give = `/v1/sme-identities/${second}/give`
    for (const path of [`${give}?dryRun=true`, give]) {
      const { status, body } = await staff.post(path, verified(today()))
      expect([status, body.kind, body.missing.map((one: any) => one.code)]).toEqual([409, 'incomplete', [first]])
    }
    expect(good(await staff.post(give, verified(today(), { acknowledged: [first] }))).stage).toBe('given')
  })

  test.each<[object, number, string]>([
    [{ papers: [] }, 400, 'papers'],
    [{ papers: ['other'] }, 422, 'description'],
    [{ description: '個人番号 １２３４５６７８９０１２' }, 400, 'description'],
    [{ verifiedOn: '2199-01-01' }, 422, 'verifiedOn'],
    [{ searchedOn: '2199-01-01' }, 422, 'searchedOn'],
  ])('an id is not given by %j', async (more, status, where) => {
    const smeId = await askedIdentity(ask)
    const reply = await staff.post(`/v1/sme-identities/${smeId}/give`, verified(today(), more))
    expect([reply.status, reply.body.what ?? reply.body.errors[0].where]).toEqual([status, where])
    expect(good(await staff.get(`/v1/sme-identities/${smeId}`)).stage).toBe('asked')
  })

  test('is told why where the id is declined, and no reseller gives one to itself', async () => {
    const smeId = await askedIdentity(ask)
    expect((await ask.post(`/v1/sme-identities/${smeId}/give`, verified(today()))).status).toBe(403)
    good(await staff.post(`/v1/sme-identities/${smeId}/decline`, { reason: '書類が古い。' }))
    expect(good(await ask.get(`/v1/sme-identities/${smeId}`))).toMatchObject({
      stage: 'declined',
      reason: '書類が古い。',
    })
    expect((await staff.post(`/v1/sme-identities/${smeId}/give`, verified(today()))).status).toBe(409)
  })
})

describe('the number of a seller or of the implementing entity', () => {
  const numbers = async () => {
    const reseller = good(await admin.get(`/v1/resellers/${resellerId}`)).corporateNumber as string
    const some = good(await ask.post('/v1/contracts', draft(net))).contractId
    const { implementingEntity } = good(await ask.get(`/v1/contracts/${some}/disclosure`)).disclosure
    return [reseller, implementingEntity.corporateNumber as string]
  }

  test('is no SME’s: of a draft, a paper contract, a book, an exception', async () => {
    for (const number of await numbers()) {
      const body = { corporateNumbers: [number] }
      const replies = [
        await ask.post('/v1/contracts', draftFor(number)),
        await ask.post('/v1/contracts/attest', paperFor(number)),
        await ask.post('/v1/contract-exceptions', { ...exceptionGiven(net), ...body }),
      ]
      expect(replies.map((one) => one.body.kind)).toEqual(['does-not-fit', 'does-not-fit', 'does-not-fit'])
    }
  })

  test('is not a reseller’s where it is that of the implementing entity, or of an SME it has a contract with', async () => {
    const [, entitys] = await numbers()
    const n = nextNumber()
    good(await ask.post('/v1/contracts/attest', paper(net, { n })))
    await house.settle()
    for (const number of [entitys, corporateNumber(n)]) {
      const reply = await ask.post(`/v1/resellers/${resellerId}/requirements`, {
        code: 'corporateNumber',
        corporateNumber: number,
      })
      expect([reply.status, reply.body.kind, reply.body.what]).toEqual([422, 'does-not-fit', 'corporateNumber'])
    }
  })
})
