import { beforeAll, describe, expect, test } from 'vitest'
import type { ServiceId } from '../../shared/domain/ids.ts'
import { editions, judgeableEditions } from '../../shared/standard/index.ts'
import { newHouse, type Ask, type House } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import {
  draft,
  emergencySupport,
  evidence,
  explanation,
  good,
  incidentNotice,
  nextNumber,
  paper,
  partiesIn,
  since,
  type Parties,
} from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

const clauseOf = (report: any, label: string) => report.clauses.find((clause: any) => clause.label === label)
const partOf = (report: any, label: string, name: string, on?: string) =>
  clauseOf(report, label).parts.find((part: any) => [part.rule, part.topic].includes(name) && (!on || part.on === on))

describe('the standard', () => {
  let house: House
  let anyone: Ask
  beforeAll(async () => {
    house = await newHouse()
    anyone = house.withToken(undefined)
  })

  test('is open to anyone: every edition with its clauses, who keeps them, and their numbers', async () => {
    const { items } = good(await anyone.get('/v1/standards'))
    expect(items.map(({ id, knownInPartOnly, publicOn }: any) => [id, knownInPartOnly, publicOn])).toEqual([
      ['1.1', false, null],
      ['1.2', false, null],
      ['2.0', true, null],
    ])
    const { clauses, tableOfChanges } = good(await anyone.get('/v1/standards/1.2'))
    const fee = clauses.find(({ label }: any) => label === '第2章1.(7)エ')
    expect(fee.keptBy[0].limits).toEqual({ capExTaxYen: { network: 500_000, endpoint: 500_000, combined: 1_000_000 } })
    expect(fee.keptBy[0].says.ja).toContain('1,000,000円')
    expect(tableOfChanges.find(({ row }: any) => row === 11)).toMatchObject({ without: 'missing', clauses: [] })
    expect(tableOfChanges.find(({ row }: any) => row === 4).note.ja).toContain('年2回')
  })

  test('gives one clause by its label, or by the number the table prints', async () => {
    const one = async (label: string) =>
      good(await anyone.get(`/v1/standards/1.2?clause=${encodeURIComponent(label)}`)).clauses.map((it: any) => it.label)
    expect(await one('第1章2.(4)')).toEqual(['第1章2.(4)'])
    expect(await one('1章 2.(3)')).toEqual(['第1章2.(4)'])
  })

  test.each([
    ['/v1/standards/3.0', 'edition'],
    ['/v1/standards/3.0/contents.html', 'edition'],
    [`/v1/standards/1.2?clause=${encodeURIComponent('第9章1.(1)')}`, 'clause'],
  ])('refuses %s: there is no such %s', async (path, what) => {
    const { status, body } = await anyone.get(path)
    expect([status, body.kind, body.what]).toEqual([404, 'not-in-standard', what])
    expect(body.known.length).toBeGreaterThan(2)
  })

  test('says which editions were public on a day, and nothing of a day before any of them', async () => {
    const on = async (day: string) => (await anyone.get(`/v1/standards?on=${day}`)).body
    const said = async (day: string) => (await on(day)).items.map(({ publicOn }: any) => publicOn)
    expect(await said('2021-07-01')).toEqual(['yes', 'unknown', 'no'])
    expect(await said('2024-03-14')).toEqual(['yes', 'unknown', 'no'])
    expect(await said('2024-03-15')).toEqual(['yes', 'unknown', 'yes'])
    expect(await on('2021-06-30')).toMatchObject({ kind: 'out-of-order', given: '2021-06-30', notBefore: '2021-07-01' })
  })

  test.each(editions.map(({ id }) => id))('has a page for %s that a person can read', async (id) => {
    const { status, text, headers } = await anyone.get(`/v1/standards/${id}/contents.html`)
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    for (const { label } of editions.find((one) => one.id === id)?.clauses ?? []) expect(text).toContain(label)
    expect(text).toContain('制度の公式様式でもありません')
  })
})

describe('a service', () => {
  let house: House
  let parties: Parties
  beforeAll(async () => {
    house = await newHouse()
    parties = await partiesIn(house)
  })

  test.each(['2.0', '1.0'])('cannot name the edition %j', async (edition) => {
    const { facts } = good(
      await parties.admin.get(`/v1/services/${await parties.service('NET', { as: `N${nextNumber()}` })}/versions/1`),
    )
    const { status, body } = await parties.admin.post('/v1/services', { code: `X${nextNumber()}`, edition, facts })
    expect([status, body.kind, body.what]).toEqual([422, 'does-not-fit', 'edition'])
  })

  test('under 1.1 is not authorized for resale: 第1章2.(3)', async () => {
    const old = await parties.service('NET', { as: `OLD${nextNumber()}`, edition: '1.1' })
    const { resellerId } = await parties.reseller(`R${nextNumber()}`, [])
    const body = { serviceId: old, from: since, until: null }
    const reply = await parties.admin.post(`/v1/resellers/${resellerId}/authorizations`, body)
    expect([reply.status, reply.body.clause]).toEqual([422, '第1章2.(3)'])
  })

  test('is changed only where something differs and someone said what kind of change it is: 第2章3.(2)', async () => {
    const net = await parties.service('NET', { as: `C${nextNumber()}` })
    const { facts } = good(await parties.admin.get(`/v1/services/${net}/versions/1`))
    const next = async (changed: object, change?: object) => {
      const { version, versions } = good(
        await parties.admin.post(`/v1/services/${net}/versions`, { facts: { ...facts, ...changed } }),
      )
      const path = `/v1/services/${net}/versions/${versions.length}/publish`
      const body = { offeredFrom: '2026-10-01', ...(change ? { change } : {}) }
      return parties.admin.post(path, body, { ifMatch: `"${version}"` })
    }
    const general = { kind: 'general', summary: '設置場所の書き方を改めた。' }
    expect((await next({ placement: '境界の外側' })).body.breaches).toMatchObject([
      { clause: '第2章3.(2)', where: 'change.kind' },
    ])
    expect((await next({ placement: '境界の外側' }, general)).status).toBe(422)
    const published = good(await next({ placement: '別の場所' }, general))
    expect(published.versions.at(-1)).toMatchObject({ number: 4, change: 'general', offeredFrom: '2026-10-01' })
  })

  test('has a conformity report that shows every clause with what it was judged on', async () => {
    const net = await parties.service('NET', { as: `P${nextNumber()}` })
    const report = async () => good(await parties.admin.get(`/v1/services/${net}/versions/1/conformity`))
    const before = await report()
    expect(before.clauses).toHaveLength(judgeableEditions().at(-1)?.clauses.length ?? 0)
    expect(before.counts).toMatchObject({ breached: 0, evidenceMissing: 3 })
    expect(partOf(before, '第1章2.(1)', 'network-type-detects-and-defends')).toMatchObject({
      verdict: 'kept',
      judged: 1,
      facts: [{ name: 'monitoringType', value: 'ネットワーク監視型' }, { name: 'capabilities' }],
    })
    expect(clauseOf(before, '第1章2.(2)')).toMatchObject({ verdict: 'notApplicable' })
    expect(partOf(before, '第2章1.(7)エ', 'initial-fee-within-cap').why.ja).toBe('契約ごとに点検する')

    good(await parties.admin.post(`/v1/services/${net}/evidence`, evidence('第2章1.(11)', '2026-09-01', '2026-10-01')))
    expect(clauseOf(await report(), '第2章1.(11)')).toMatchObject({ parts: [{}, { verdict: 'onRecord' }] })
    house.clock.advance(24 * 3_600_000)
    expect(clauseOf(await report(), '第2章1.(11)')).toMatchObject({
      verdict: 'evidenceMissing',
      parts: [{}, { verdict: 'lapsed' }],
    })
    house.clock.set('2026-10-01T09:00:00+09:00')
    const page = await parties.admin.get(`/v1/services/${net}/versions/1/conformity.html`)
    expect(page.text).toContain('ネットワーク監視型')
    expect(page.text).not.toMatch(/undefined|\[object|null/)
  })

  test('of a change is of the newest version unless one is named, and of one that is there (E15)', async () => {
    const net = await parties.service('NET', { as: `C${nextNumber()}` })
    const record = (topic: string, more: object = {}) =>
      parties.admin.post(`/v1/services/${net}/evidence`, {
        ...evidence(topic === 'changeNotified' ? '第2章3.(2)' : '第2章1.(11)', '2026-10-01', null, topic),
        ...more,
      })
    expect(good(await record('changeNotified')).evidence.at(-1)).not.toHaveProperty('serviceVersion')
    const { facts } = good(await parties.admin.get(`/v1/services/${net}/versions/1`))
    good(await parties.admin.post(`/v1/services/${net}/versions`, { facts: { ...facts, name: '改' } }))
    expect(good(await record('changeNotified')).evidence.at(-1)).toMatchObject({ serviceVersion: 2 })
    expect((await record('changeNotified', { serviceVersion: 3 })).body.what).toBe('serviceVersion')
    expect((await record('lawAndStandard', { serviceVersion: 2 })).body.what).toBe('serviceVersion')
  })

  test.each([
    [{ clause: '第2章1.(7)エ' }, 'does-not-fit', 'clause'],
    [{ topic: undefined }, 'does-not-fit', 'clause'],
    [{ clause: '第9章' }, 'does-not-fit', 'clause'],
    [{ topic: 'continuity' }, 'does-not-fit', 'clause'],
    [{ on: '2026-10-02' }, 'does-not-fit', 'on'],
    [{ on: '2026-09-02', validUntil: '2026-09-01' }, 'out-of-order', 'validUntil'],
  ])('takes no evidence with %j', async (wrong, kind, what) => {
    const net = await parties.service('NET', { as: `E${nextNumber()}` })
    const given = { ...evidence('第2章1.(11)', '2026-10-01'), ...wrong }
    const { status, body } = await parties.admin.post(`/v1/services/${net}/evidence`, given)
    expect([status, body.kind, body.what]).toEqual([422, kind, what])
    expect(good(await parties.admin.get(`/v1/services/${net}`)).evidence).toEqual([])
  })
})

describe('a contract’s conformity', () => {
  let house: House
  let parties: Parties
  let net: ServiceId
  let seller: Ask
  beforeAll(async () => {
    ;({ house, parties, net } = await marketplace())
    seller = (await parties.reseller('R1', [net])).ask
  })
  const reportOf = async (contractId: string) => good(await seller.get(`/v1/contracts/${contractId}/conformity`))

  test('signed by link, is kept in every clause that rules judge, with signature and explanation', async () => {
    const { contractId, signer, sha256 } = await readyToSign(house, seller, draft(net))
    expect(clauseOf(await reportOf(contractId), '第2章1.(6)').parts.at(-1)).toMatchObject({ verdict: 'notAsked' })
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    const report = await reportOf(contractId)
    expect(report.counts.breached).toBe(0)
    expect(partOf(report, '第2章1.(6)', 'disclosures-are-acknowledged')).toMatchObject({ verdict: 'kept', judged: 1 })
    expect(partOf(report, '第2章1.(7)ウ', 'conditions-are-explained').facts[0].value).toContain('口頭で')
    expect(partOf(report, '第2章1.(10)', 'seller-can-provide')).toMatchObject({ verdict: 'kept' })
  })

  test('attested on paper, says that the user’s confirmation is awaited', async () => {
    const { contractId } = good(await seller.post('/v1/contracts/attest', paper(net)))
    const part = partOf(await reportOf(contractId), '第2章1.(6)', 'disclosures-are-acknowledged')
    expect(part).toMatchObject({ verdict: 'notAsked', why: { ja: 'ユーザーの確認を待っている' } })
  })

  test('still in draft, shows that nothing was explained', async () => {
    const { contractId } = good(await seller.post('/v1/contracts', draft(net)))
    const report = await reportOf(contractId)
    expect(clauseOf(report, '第2章1.(7)ウ').verdict).toBe('breached')
    good(await seller.post(`/v1/contracts/${contractId}/explain`, explanation(house.clock.today())))
    expect(clauseOf(await reportOf(contractId), '第2章1.(7)ウ').verdict).toBe('kept')
  })

  test('counts what was provided under it, and shows what departed', async () => {
    const { contractId } = good(await seller.post('/v1/contracts/attest', paper(net)))
    const path = `/v1/contracts/${contractId}`
    const deviation = '週報で知らせてしまった。'
    good(await seller.post(`${path}/incident-notices`, incidentNotice('2026-09-30')))
    good(await seller.post(`${path}/incident-notices`, { ...incidentNotice('2026-09-30'), how: 'inReport', deviation }))
    good(await seller.post(`${path}/emergency-supports`, emergencySupport('2026-09-30')))
    good(await seller.post(`${path}/emergency-supports`, { ...emergencySupport('2026-09-30'), chargedExTaxYen: 9 }))
    const report = await reportOf(contractId)
    expect(partOf(report, '第2章1.(2)', 'incidents-are-told-in-time', 'incident-notice')).toMatchObject({
      verdict: 'breached',
      judged: 2,
      breached: 1,
    })
    expect(clauseOf(report, '第2章1.(3)')).toMatchObject({ verdict: 'kept' })
    expect(partOf(report, '第2章1.(3)', 'free-emergency-support-each-year', 'emergency-support').judged).toBe(2)
    const page = await seller.get(`${path}/conformity.html`)
    expect(page.text).toContain('反している')
    expect(page.text).not.toMatch(/undefined|\[object|null/)
  })

  test('is nobody else’s to see', async () => {
    const { contractId } = good(await seller.post('/v1/contracts/attest', paper(net)))
    const { ask } = await parties.reseller(`S${nextNumber()}`, [net])
    expect((await ask.get(`/v1/contracts/${contractId}/conformity`)).status).toBe(404)
  })
})
