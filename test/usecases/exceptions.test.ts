import { describe, expect, test } from 'vitest'
import { approvedIn, askedIn, boundWithout, exceptionGiven } from '../support/excepting.ts'
import { justBefore } from '../support/interleaving.ts'
import { corporateNumber, draft, explanation, good, nextNumber, paper } from '../support/parties.ts'
import { marketplace } from '../support/marketplace.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const cmb = await parties.service('CMB')
const seller = await parties.reseller('R1', [net, cmb])
const other = await parties.reseller('R2', [net, cmb])

describe('第2章1.(6) an exception to the one contract', () => {
  const path = '/v1/contract-exceptions'
  const clauses = (body: any) => [...new Set(body.breaches.map(({ clause }: { clause: string }) => clause))]
  const approved = (n: number, more: object = {}, ask = seller.ask) =>
    approvedIn(ask, parties.admin, net, { corporateNumbers: [corporateNumber(n)], ...more })
  const separate = (n: number, exceptionId: string | undefined, serviceId = net) => ({
    ...draft(serviceId, { n }),
    functions: boundWithout,
    ...(exceptionId ? { exceptionId } : {}),
  })
  const onPaper = (n: number, exceptionId: string | undefined, signedOn: string) => ({
    ...paper(net, { n, signedOn }),
    functions: boundWithout,
    ...(exceptionId ? { exceptionId } : {}),
  })
  const read = async (id: string) => good(await parties.admin.get(`${path}/${id}`))

  test('that lacks everything is refused with all that is missing, at once', async () => {
    const { status, body } = await seller.ask.post(path, { serviceId: net })
    expect([status, body.kind]).toEqual([409, 'incomplete'])
    expect(body.missing.map(({ code }: { code: string }) => code)).toEqual([
      'smeIds',
      'leavesOut',
      'ground',
      'groundInWords',
      'evidence',
      'burden',
      'expiresOn',
    ])
  })
  test.each([
    [{ groundInWords: ' 　' }, 'groundInWords'],
    [{ evidence: { description: '写し', documentSha256: null } }, 'evidence'],
    [{ evidence: { description: '', documentSha256: 'e'.repeat(64) } }, 'evidence'],
    [{ burden: '\n' }, 'burden'],
  ])('with %j has none', async (more, code) => {
    const { body } = await seller.ask.post(path, exceptionGiven(net, more))
    expect(body.missing.map((one: { code: string }) => one.code)).toEqual([code])
  })

  test('is asked by one and approved by another, at the implementing entity', async () => {
    const id = await askedIn(parties.admin, net)
    expect((await parties.admin.post(`${path}/${id}/approve`)).body.kind).toBe('second-person-needed')
    const asked = await askedIn(seller.ask, net)
    for (const ask of [seller.ask, seller.staff, parties.staff])
      expect((await ask.post(`${path}/${asked}/approve`)).status).toBe(403)
    const now = good(await parties.admin.post(`${path}/${asked}/approve`))
    expect(now).toMatchObject({
      stage: 'approved',
      approvedOn: '2026-10-01',
      daysLeft: 181,
      leavesOut: ['simpleCyberInsurance'],
    })
  })
  test('is declined with a reason that whoever asked can read', async () => {
    const id = await askedIn(seller.ask, net)
    good(await parties.admin.post(`${path}/${id}/decline`, { reason: '法令の求めではない。' }))
    expect(good(await seller.staff.get(`${path}/${id}`))).toMatchObject({
      stage: 'declined',
      reason: '法令の求めではない。',
      evidence: { description: '所管課の回答の写し' },
      liveContracts: [],
    })
  })
  test('of another reseller does not exist, for reading, deciding or naming', async () => {
    const n = nextNumber()
    const id = await approved(n)
    expect((await other.ask.get(`${path}/${id}`)).status).toBe(404)
    expect((await other.ask.post(`${path}/${id}/withdraw`, { reason: '他社' })).status).toBe(404)
    expect((await other.ask.post('/v1/contracts', separate(n, id))).body.kind).toBe('not-found')
    expect(JSON.stringify(good(await other.ask.get(path)))).not.toContain(id)
    expect((await other.ask.post(path, exceptionGiven(net, { resellerId: seller.resellerId }))).status).toBe(404)
  })

  test('without one a separate contract is refused, drafted or attested', async () => {
    const n = nextNumber()
    expect(clauses((await seller.ask.post('/v1/contracts', separate(n, undefined))).body)).toEqual(['第2章1.(6)'])
    expect(clauses((await seller.ask.post('/v1/contracts/attest', onPaper(n, undefined, '2026-09-01'))).body)).toEqual([
      '第2章1.(6)',
    ])
  })
  test('only asked, declined or withdrawn is none', async () => {
    const n = nextNumber()
    const corporateNumbers = [corporateNumber(n)]
    const asked = await askedIn(seller.ask, net, { corporateNumbers })
    const declined = await askedIn(seller.ask, net, { corporateNumbers })
    good(await parties.admin.post(`${path}/${declined}/decline`, { reason: '要らない。' }))
    const withdrawn = await approved(n)
    good(await seller.ask.post(`${path}/${withdrawn}/withdraw`, { reason: '要らない。' }))
    for (const id of [asked, declined, withdrawn]) {
      const { status, body } = await seller.ask.post('/v1/contracts', separate(n, id))
      expect([status, clauses(body), body.breaches.map(({ where }: any) => where)]).toEqual([
        422,
        ['第2章1.(6)'],
        ['exceptionId'],
      ])
    }
  })
  test('is for its service, its SME and what it leaves out alone', async () => {
    const n = nextNumber()
    const id = await approved(n)
    const wrong = [
      separate(n, id, cmb),
      separate(nextNumber(), id),
      { ...separate(n, id), functions: boundWithout.slice(1) },
    ]
    for (const given of wrong) {
      expect(clauses((await seller.ask.post('/v1/contracts', given)).body)).toEqual(['第2章1.(6)'])
    }
    const { body } = await seller.ask.post('/v1/contracts', { ...draft(net, { n }), exceptionId: id })
    expect([body.kind, body.what]).toEqual(['does-not-fit', 'exceptionId'])
  })
  test('covers a contract of its last day, and none of the next', async () => {
    const expiresOn = '2026-10-01'
    const [today, before] = [nextNumber(), nextNumber()]
    const id = await approved(today, { expiresOn, corporateNumbers: [today, before].map(corporateNumber) })
    const made = good(await seller.ask.post('/v1/contracts/attest', onPaper(today, id, '2026-10-01')))
    expect(made).toMatchObject({ stage: 'live', separate: { exceptionId: id, leavesOut: ['simpleCyberInsurance'] } })
    house.clock.set('2026-10-02T00:00:00+09:00')
    const late = await seller.ask.post('/v1/contracts/attest', onPaper(before, id, '2026-10-02'))
    expect(clauses(late.body)).toEqual(['第2章1.(6)'])
    // The day of the contract counts, not the day it is put on record.
    good(await seller.ask.post('/v1/contracts/attest', onPaper(before, id, '2026-10-01')))

    const now = await read(id)
    expect(now).toMatchObject({ stage: 'expired', daysLeft: -1 })
    expect(now.liveContracts).toHaveLength(2)
    expect(good(await seller.ask.get(`${path}?stage=expired`)).items.map((one: any) => one.exceptionId)).toEqual([id])
    const report = good(await parties.admin.get('/v1/reports/contracts?from=2026-09-01&until=2026-10-02'))
    expect(report.totals).toMatchObject({ exceptions: 2, exceptionsInForce: 0, exceptionsLapsed: 2 })
    expect(report.lapsedExceptions).toEqual([
      { exceptionId: id, resellerId: seller.resellerId, serviceId: net, stage: 'expired', expiresOn, contracts: 2 },
    ])
    expect(good(await seller.ask.get(`/v1/contracts/${made.contractId}`)).stage).toBe('live')
  })
  test('is asked for again at signing: on its last day it holds, on the next not', async () => {
    const [n, m] = [nextNumber(), nextNumber()]
    house.clock.set('2026-11-01T09:00:00+09:00')
    const id = await approved(n, { expiresOn: '2026-11-02', corporateNumbers: [n, m].map(corporateNumber) })
    const first = await readyToSign(house, seller.ask, separate(n, id))
    house.clock.set('2026-11-02T23:00:00+09:00')
    const second = await readyToSign(house, seller.ask, separate(m, id))
    expect(good(await first.signer.post('/v1/signing/sign', signature(first.sha256))).stage).toBe('live')
    house.clock.set('2026-11-03T00:00:00+09:00')
    const { status, body } = await second.signer.post('/v1/signing/sign', signature(second.sha256))
    expect([status, clauses(body)]).toEqual([422, ['第2章1.(6)']])
  })
  test('withdrawn while someone signs, the signature does not land', async () => {
    const n = nextNumber()
    const id = await approved(n)
    const { signer, sha256 } = await readyToSign(house, seller.ask, separate(n, id))
    justBefore(house, 'commit', () => seller.ask.post(`${path}/${id}/withdraw`, { reason: '要らない。' }))
    expect(clauses((await signer.post('/v1/signing/sign', signature(sha256))).body)).toEqual(['第2章1.(6)'])
  })
  test('withdrawn before an offer, nothing is offered', async () => {
    const n = nextNumber()
    const id = await approved(n)
    const { contractId } = good(await seller.ask.post('/v1/contracts', separate(n, id)))
    good(await seller.ask.post(`/v1/contracts/${contractId}/explain`, explanation(house.clock.today())))
    good(await parties.staff.post(`${path}/${id}/withdraw`, { reason: '見直し。' }))
    expect(clauses((await seller.ask.post(`/v1/contracts/${contractId}/offer`, {})).body)).toEqual(['第2章1.(6)'])
  })
  test('shows in the conformity of a contract made under it, kept even when it is withdrawn later', async () => {
    const n = nextNumber()
    const id = await approved(n)
    const { contractId } = good(await seller.ask.post('/v1/contracts/attest', onPaper(n, id, '2026-09-01')))
    good(await seller.ask.post(`${path}/${id}/withdraw`, { reason: '今後は要らない。' }))
    const { clauses: all } = good(await seller.ask.get(`/v1/contracts/${contractId}/conformity`))
    const { parts } = all.find(({ label }: { label: string }) => label === '第2章1.(6)')
    const part = parts.find((one: any) => one.rule === 'sold-as-one-contract' && one.on === 'contract')
    expect(part.verdict).toBe('kept')
    expect(part.facts.map(({ value }: { value: string }) => value).join()).toContain('根拠：法令')
  })
})
