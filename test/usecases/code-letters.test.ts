import { beforeAll, describe, expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, type Draft } from '../support/parties.ts'
import { codeIn, offer, readyToSign, signature } from '../support/signing.ts'
import { wordsOf } from '../documents/reading.ts'

const { house, parties, net } = await marketplace()
const { ask: seller, staff } = await parties.reseller('R1', [net])
const anyone = () => house.withToken(undefined)
const { entityId } = parties
const second = house.as({ role: 'entityAdmin', sub: 'second-admin', entityId })
const third = house.as({ role: 'entityAdmin', sub: 'third-admin', entityId })
const days = 24 * 60 * 60 * 1000
const postalAddress = { postalCode: '100-0001', rest: '東京都架空区架空１－２－３' }

let n = 300
const given = (): Draft => {
  const one = draft(net, { n: n++ })
  return { ...one, sme: { ...one.sme, postalAddress } } as Draft
}
const asked = async (from = given()) => {
  const { contractId, link } = await offer(house, seller, from)
  const answer = good(await anyone().post('/v1/signing/letter', { link }))
  await house.settle()
  return { contractId, link, answer, path: `/v1/contracts/${contractId}/code-letter` }
}
const printed = async () => {
  const one = await asked()
  good(await second.post(`${one.path}/print`, {}))
  const letter = await wordsOf((await second.get(`${one.path}.pdf`)).bytes)
  return { ...one, letter, code: /入れてください。(\d{6})/.exec(letter)?.[1] ?? '' }
}

describe('an SME without a telephone signs with a code that came by post', () => {
  test('asked for behind the link, printed, posted, entered nine days later, signed', async () => {
    const { link, code, contractId } = await printed()
    house.clock.advance(9 * days)
    const { token } = good(await anyone().post('/v1/signing/enter', { link, code }))
    const signer = house.withToken(token)
    const { sha256 } = good(await signer.get('/v1/signing/document'))
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    expect(good(await seller.get(`/v1/contracts/${contractId}`)).stage).toBe('live')
    const certificate = await seller.get(`/v1/contracts/${contractId}/signing-certificate.pdf`)
    expect(await wordsOf(certificate.bytes)).toContain('確認コード（郵便）')
  })
  test('whoever signs has no telephone at all: the draft says so, and the letter is the way', async () => {
    const from = given()
    const withoutPhone = { ...from, sme: { ...from.sme, signatory: { ...from.sme.signatory, phone: null } } }
    const { contractId, link, path } = await asked(withoutPhone as unknown as Draft)
    const opened = await anyone().post('/v1/signing/open', { link })
    expect(opened.body).toMatchObject({ kind: 'does-not-fit', what: 'phone' })
    expect(house.letters.some(({ by, of }) => by !== 'mail' && of.stream === contractId)).toBe(false)
    good(await second.post(`${path}/print`, {}))
    const letter = await wordsOf((await second.get(`${path}.pdf`)).bytes)
    const code = /入れてください。(\d{6})/.exec(letter)?.[1] ?? ''
    const signer = house.withToken(good(await anyone().post('/v1/signing/enter', { link, code })).token)
    const { sha256 } = good(await signer.get('/v1/signing/document'))
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    await house.settle()
    expect(good(await seller.get(`/v1/contracts/${contractId}/disclosure`)).disclosure.sme.signatory.phone).toBeNull()
    const certificate = await seller.get(`/v1/contracts/${contractId}/signing-certificate.pdf`)
    expect(await wordsOf(certificate.bytes)).toContain('実施主体が印刷し、郵送した手紙')
  })
  test('the code can be entered again while it is good, and no more fourteen days after the printing', async () => {
    const { link, code } = await printed()
    good(await anyone().post('/v1/signing/enter', { link, code }))
    house.clock.advance(14 * days - 1)
    good(await anyone().post('/v1/signing/enter', { link, code }))
    house.clock.advance(1)
    expect((await anyone().post('/v1/signing/enter', { link, code })).status).toBe(410)
  })
  test('it is good for nothing before it is printed', async () => {
    const { link } = await asked()
    const { nonce } = (await house.deps.links.read(link)) ?? { nonce: '' }
    const code = await house.deps.links.codeFor(nonce, 1)
    expect((await anyone().post('/v1/signing/enter', { link, code })).status).toBe(410)
  })
  test('the link lives as long as the letter may take: fourteen days from asking, and again from printing', async () => {
    const { contractId, link } = await offer(house, seller, given())
    house.clock.advance(10 * days)
    const before = house.clock.now()
    const { expiresAt } = good(await anyone().post('/v1/signing/letter', { link }))
    expect(Date.parse(expiresAt) - Date.parse(before)).toBe(14 * days)
    house.clock.advance(13 * days)
    good(await second.post(`/v1/contracts/${contractId}/code-letter/print`, {}))
    house.clock.advance(13 * days)
    expect((await anyone().post('/v1/signing/enter', { link, code: '000000' })).body.kind).toBe('code-not-right')
  })
  test('five wrong codes kill the link, letter or not', async () => {
    const { link, code } = await printed()
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 5; tries++) await anyone().post('/v1/signing/enter', { link, code: wrong })
    expect((await anyone().post('/v1/signing/enter', { link, code })).status).toBe(410)
  })
})

describe('a letter is asked for once at a time, and told to the mail on record', () => {
  test('a second within fourteen days is refused, and says from when', async () => {
    const { link } = await asked()
    const again = await anyone().post('/v1/signing/letter', { link })
    expect([again.status, again.body.kind]).toEqual([429, 'too-many-sendings'])
    expect(again.text).not.toContain('架空区')
  })
  test('the answer tells nothing of an address; the mail says a letter comes, and not the code', async () => {
    const one = given()
    const { answer } = await asked(one)
    expect(Object.keys(answer)).toEqual(['expiresAt'])
    const mail = house.letters.findLast(({ to }) => to === one.sme.signatory.mail)
    expect(mail?.subject).toContain('確認コードの手紙')
    expect(codeIn(mail?.text)).toBeUndefined()
  })
  test('what is no link of ours gets no letter', async () => {
    expect((await anyone().post('/v1/signing/letter', { link: 'ctr_0.x.y' })).status).toBe(410)
  })
})

describe('no one who sells ever sees the code', () => {
  let one: Awaited<ReturnType<typeof asked>>
  beforeAll(async () => {
    one = await asked()
  })
  test('it stands on the list of letters to post, with a cause of its own, until it is printed', async () => {
    const lines = async () =>
      good(await parties.admin.get('/v1/untold-letters?limit=200')).items.filter(
        ({ contractId }: { contractId: string }) => contractId === one.contractId,
      )
    const [line] = await lines()
    expect(line).toMatchObject({ cause: 'codeLetter', postalAddress: { postalCode: '100-0001', prefecture: '東京都' } })
    const told = { by: 'post', on: house.clock.today() }
    expect((await seller.post(`/v1/contracts/${one.contractId}/letters/${line.deliveryId}/tell`, told)).status).toBe(
      404,
    )
    good(await second.post(`${one.path}/print`, {}))
    expect(await lines()).toEqual([])
  })
  test('sellers and staff may neither print nor fetch it', async () => {
    for (const who of [seller, staff, parties.staff]) {
      expect((await who.post(`${one.path}/print`, {})).status).toBe(403)
      expect((await who.get(`${one.path}.pdf`)).status).toBe(403)
    }
  })
  test('only the one who recorded the printing fetches it', async () => {
    expect((await second.get(`${one.path}.pdf`)).status).toBe(200)
    expect((await third.get(`${one.path}.pdf`)).status).toBe(404)
    expect((await third.post(`${one.path}/print`, {})).status).toBe(409)
  })
  test('of a contract the entity sells itself, another admin prints than who drafted and offered it', async () => {
    const { contractId, link } = await offer(house, parties.admin, given())
    good(await anyone().post('/v1/signing/letter', { link }))
    const path = `/v1/contracts/${contractId}/code-letter/print`
    const own = await parties.admin.post(path, {})
    expect([own.status, own.body.kind]).toEqual([403, 'second-person-needed'])
    good(await second.post(path, {}))
  })
  test('without an address there is nowhere to send it: one is stated', async () => {
    const { path } = await asked(draft(net, { n: n++ }))
    expect((await second.post(`${path}/print`, {})).body.kind).toBe('does-not-fit')
    good(await second.post(`${path}/print`, { postalAddress }))
    expect(await wordsOf((await second.get(`${path}.pdf`)).bytes)).toContain('架空区')
  })
  test('without a letter asked for there is none to print', async () => {
    const { contractId } = await readyToSign(house, seller, given())
    expect((await second.post(`/v1/contracts/${contractId}/code-letter/print`, {})).body.kind).toBe('wrong-stage')
  })
})
