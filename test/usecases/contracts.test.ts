import { describe, expect, test } from 'vitest'
import { leave } from '../support/cancelling.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, everyItem, explanation, good, nextNumber, paper } from '../support/parties.ts'
import { enter, offer, readyToSign, signature, speaker } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const end = await parties.service('END')
const old = await parties.service('NET', { as: 'OLD', edition: '1.1' })
const seller = (await parties.reseller('R1', [net, end])).ask

describe('a contract', () => {
  const clauses = (body: any) => body.breaches.map(({ clause }: { clause: string }) => clause)

  test('under 1.1 is made by the implementing entity alone: 第1章2.(3)', async () => {
    expect(clauses((await seller.post('/v1/contracts', draft(old))).body)).toEqual(['第1章2.(3)'])
    expect(clauses((await seller.post('/v1/contracts/attest', paper(old))).body)).toEqual(['第1章2.(3)'])
    expect((await parties.admin.post('/v1/contracts', draft(old))).body).toMatchObject({
      edition: '1.1',
      resellerId: null,
    })
    expect((await parties.admin.post('/v1/contracts/attest', paper(old))).status).toBe(201)
  })

  test('names every breach at once, each with place, reason in two languages and our reading', async () => {
    const { status, body } = await seller.post('/v1/contracts', {
      ...draft(end, {
        terms: { initialFeeParts: [{ what: '費用', exTaxYen: 500_001 }], terminals: 0, importantTerminals: 3 },
        sme: { noticeContact: { mail: null, phone: null } },
      }),
      functions: ['anomalyMonitoring'],
    })
    expect(status).toBe(422)
    expect(new Set(clauses(body))).toEqual(
      new Set(['第1章2.(2)', '第2章1.(2)', '第2章1.(6)', '第2章1.(7)ア・イ', '第2章1.(7)エ', '附則1.(4)']),
    )
    for (const breach of body.breaches) expect([breach.where, breach.why.ja, breach.why.en].every(Boolean)).toBe(true)
    expect(body.breaches.find(({ clause }: any) => clause === '第2章1.(7)エ').ourReading.ja).toContain('合計')
  })

  test.each([
    ['network', 0, 201],
    ['endpoint', 0, 422],
    ['endpoint', 1, 201],
  ] as const)('of the %s type with %d terminals: %d', async (type, terminals, status) => {
    const serviceId = type === 'network' ? net : end
    const given = draft(serviceId, {
      terms: { terminals, monthlyFeeExTaxYen: type === 'network' ? 9_800 : 1_800 * terminals },
    })
    expect((await seller.post('/v1/contracts?dryRun=true', given)).status).toBe(status)
  })

  test('the last yen of the cap is in, the next one out; parts are added up', async () => {
    const fee = (...parts: number[]) =>
      seller.post(
        '/v1/contracts?dryRun=true',
        draft(net, { terms: { initialFeeParts: parts.map((exTaxYen) => ({ what: '費用', exTaxYen })) } }),
      )
    expect((await fee(300_000, 200_000)).status).toBe(201)
    expect(clauses((await fee(300_000, 200_001)).body)).toEqual(['第2章1.(7)エ'])
  })

  test('is offered only when explained, wholly and not after the day', async () => {
    const { contractId } = good(await seller.post('/v1/contracts', draft(net)))
    const path = `/v1/contracts/${contractId}`
    expect(clauses((await seller.post(`${path}/offer`, {})).body)).toEqual(['第2章1.(7)ウ', '第2章1.(7)オ'])
    good(
      await seller.post(
        `${path}/explain`,
        explanation(
          '2026-10-01',
          everyItem.filter((item) => item !== 'penalty'),
        ),
      ),
    )
    expect(clauses((await seller.post(`${path}/offer`, {})).body)).toEqual(['第2章1.(7)オ'])
    expect((await seller.post(`${path}/explain`, explanation('2026-10-02'))).body.kind).toBe('out-of-order')
    good(await seller.post(`${path}/explain`, explanation('2026-10-01')))
    good(await seller.post(`${path}/offer`, {}))
  })

  test('that is revised has a new text, a dead link, and wants to be explained again', async () => {
    const given = draft(net)
    const { contractId, link } = await offer(house, seller, given)
    const before = good(await seller.get(`/v1/contracts/${contractId}`))
    const revised = good(
      await seller.post(
        `/v1/contracts/${contractId}/revise`,
        { ...given, terms: { ...given.terms, termMonths: 12 } },
        { ifMatch: `"${before.version}"` },
      ),
    )
    expect(revised).toMatchObject({ stage: 'drafted', document: { revision: 2 }, explanation: null, link: null })
    expect(revised.document.sha256).not.toBe(before.document.sha256)
    expect((await house.withToken(undefined).post('/v1/signing/open', { link })).body.kind).toBe('link-not-usable')
    const { disclosure } = good(await seller.get(`/v1/contracts/${contractId}/disclosure`))
    expect(disclosure).toMatchObject({ revision: 2, terms: { termMonths: 12, endOn: '2027-10-14' } })
  })

  test('cannot be signed under a text whose service has a newer version by then', async () => {
    const cmb = await parties.service('CMB')
    const { ask } = await parties.reseller(`V${nextNumber()}`, [cmb])
    const given = draft(cmb, { terms: { monthlyFeeExTaxYen: 9_800, importantTerminals: 0 } })
    const { signer, sha256 } = await readyToSign(house, ask, given)
    const { facts } = good(await parties.admin.get(`/v1/services/${cmb}/versions/1`))
    const { version } = good(
      await parties.admin.post(`/v1/services/${cmb}/versions`, { facts: { ...facts, name: 'みまもりダブル改' } }),
    )
    good(
      await parties.admin.post(
        `/v1/services/${cmb}/versions/2/publish`,
        { offeredFrom: '2026-10-01', change: { kind: 'general', summary: '名称の変更' } },
        { ifMatch: `"${version}"` },
      ),
    )
    expect((await signer.post('/v1/signing/sign', signature(sha256))).body.kind).toBe('document-changed')
  })

  test('cannot be made for a service that is not registered that day', async () => {
    const service = await parties.service('NET', { as: `REG${nextNumber()}` })
    good(
      await parties.admin.post(`/v1/services/${service}/registration`, {
        registrationBodyId: parties.registrationBodyId,
        number: '架空-R',
        from: '2026-06-01',
        until: '2026-08-31',
      }),
    )
    const on = (signedOn: string) => parties.admin.post('/v1/contracts/attest', paper(service, { signedOn }))
    for (const [day, status] of [
      ['2026-05-31', 422],
      ['2026-06-01', 201],
      ['2026-08-31', 201],
      ['2026-09-01', 422],
    ] as const) {
      expect([day, (await on(day)).status]).toEqual([day, status])
    }
  })

  test('on paper is live at once, and what only a signer can give is awaited until the SME confirms', async () => {
    const given = paper(net)
    const made = good(await seller.post('/v1/contracts/attest', given))
    expect(made).toMatchObject({
      stage: 'live',
      entry: 'attested',
      confirmation: 'awaiting',
      awaiting: ['acknowledgements', 'secondFactor'],
    })
    await house.settle()
    const letter = house.letters.findLast(({ to }) => to === given.sme.noticeContact.mail)
    const signer = await enter(
      house,
      /\/sign\/#(\S+)/.exec(letter?.text ?? '')?.[1] ?? '',
      given.sme.noticeContact.phone,
    )
    const { sha256 } = good(await signer.get('/v1/signing/document'))
    const some = await signer.post('/v1/signing/confirm', {
      documentSha256: sha256,
      acknowledged: everyItem.slice(1),
      signer: speaker,
    })
    expect(clauses(some.body)).toEqual(['第2章1.(6)'])
    good(await signer.post('/v1/signing/confirm', { documentSha256: sha256, acknowledged: everyItem, signer: speaker }))
    expect(good(await seller.get(`/v1/contracts/${made.contractId}`))).toMatchObject({
      confirmation: 'confirmed',
      awaiting: [],
    })
  })

  test('on paper of a reseller is attested by it for itself, and for any by the implementing entity', async () => {
    const other = await parties.reseller(`O${nextNumber()}`, [net])
    expect((await seller.post('/v1/contracts/attest', paper(net, { resellerId: other.resellerId }))).status).toBe(404)
    expect(
      good(await parties.staff.post('/v1/contracts/attest', paper(net, { resellerId: other.resellerId }))).resellerId,
    ).toBe(other.resellerId)
    expect(good(await parties.staff.post('/v1/contracts/attest', paper(net))).resellerId).toBeNull()
  })

  test('that ended leaves its place to the next', async () => {
    const n = nextNumber()
    const { contractId } = good(await seller.post('/v1/contracts/attest', paper(net, { n })))
    expect(clauses((await parties.admin.post('/v1/contracts/attest', paper(net, { n }))).body)).toEqual(['第2章1.(6)'])
    await leave(seller, contractId, '2026-10-01')
    expect((await parties.admin.post('/v1/contracts/attest', paper(net, { n }))).status).toBe(201)
  })

  test('of the same SME for another service is another contract', async () => {
    const n = nextNumber()
    good(await seller.post('/v1/contracts/attest', paper(net, { n })))
    expect(
      (await seller.post('/v1/contracts/attest', paper(end, { n, terms: { monthlyFeeExTaxYen: 9_000 } }))).status,
    ).toBe(201)
  })

  test('names come back byte for byte', async () => {
    for (const name of [
      '㈲髙﨑𠮷ｱﾙﾌｧｰﾄ',
      '神\u{fa19}社',
      '葛\u{e0100}飾',
      'e\u0301cole',
      '=HYPERLINK("x")',
      'Ｎｅｘｔ　①',
    ]) {
      const { contractId } = good(await seller.post('/v1/contracts', draft(net, { sme: { name } })))
      expect(good(await seller.get(`/v1/contracts/${contractId}`)).sme.name).toBe(name)
      expect(good(await seller.get(`/v1/contracts/${contractId}/disclosure`)).disclosure.sme.name).toBe(name)
    }
  })

  test('its page shows a name as text, whatever it says', async () => {
    const { contractId } = good(
      await seller.post('/v1/contracts', draft(net, { sme: { name: '<img src=x onerror=alert(1)>' } })),
    )
    const { text, headers } = await seller.get(`/v1/contracts/${contractId}/disclosure.html`)
    expect(text).not.toContain('<img')
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })
})
