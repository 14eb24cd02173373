import { describe, expect, test } from 'vitest'
import { leave } from '../support/cancelling.ts'
import { marketplace } from '../support/marketplace.ts'
import { emergencySupport, good, incidentNotice, nextNumber, paper } from '../support/parties.ts'

const clauses = (body: any) => body.breaches.map(({ clause }: { clause: string }) => clause)

const { parties, net } = await marketplace({ now: '2027-05-20T09:00:00+09:00' })
const seller = (await parties.reseller('R1', [net])).ask

describe('what is provided under a contract', () => {
  const contract = async (signedOn = '2026-09-01') =>
    `/v1/contracts/${good(await seller.post('/v1/contracts/attest', paper(net, { signedOn }))).contractId as string}`
  const told = (more: object) => ({ ...incidentNotice('2026-10-01'), ...more })
  const at = (time: string) => `2026-10-01T${time}+09:00`

  describe('第2章1.(2) telling of an incident', () => {
    test('within the target of sixty minutes is met; a second later it is missed, and no breach', async () => {
      const path = `${await contract()}/incident-notices`
      const notice = (toldAt: string) => told({ detectedAt: at('10:00:00'), toldAt: at(toldAt) })
      expect(good(await seller.post(path, notice('11:00:00')))).toMatchObject({
        target: { minutes: 60, met: true },
        breaches: [],
        detectedAt: '2026-10-01T01:00:00.000Z',
      })
      expect(good(await seller.post(path, notice('11:00:01')))).toMatchObject({
        target: { minutes: 60, met: false },
        breaches: [],
      })
    })

    test('of a serious one in a later report is refused, and nothing is written', async () => {
      const path = await contract()
      const { status, body } = await seller.post(`${path}/incident-notices`, told({ how: 'inReport' }))
      expect([status, clauses(body)]).toEqual([422, ['第2章1.(2)']])
      expect(good(await parties.admin.get(`${path}/ledger`)).items).toHaveLength(1)
    })

    test('that departed from the standard is put on record where a person says why, and is marked', async () => {
      const path = await contract()
      const given = told({ how: 'inReport', deviation: '区分を誤り、週報で知らせた。' })
      expect(clauses(good(await seller.post(`${path}/incident-notices`, given)))).toEqual(['第2章1.(2)'])
      const { items } = good(await parties.admin.get(`${path}/ledger`))
      expect(items.at(-1).event).toMatchObject({ type: 'incident-told', departsFrom: ['第2章1.(2)'] })
      expect(JSON.stringify(items)).not.toContain('区分を誤り')
    })

    test('before it was detected, in the future, or without an offset is refused', async () => {
      const path = `${await contract()}/incident-notices`
      const refused = async (more: object) => {
        const { status, body } = await seller.post(path, told(more))
        return [status, body.kind, body.what ?? body.errors?.[0]?.path]
      }
      expect(await refused({ toldAt: at('00:09:59') })).toEqual([422, 'does-not-fit', 'toldAt'])
      expect(await refused({ toldAt: '2027-05-20T09:00:00.001+09:00' })).toEqual([422, 'does-not-fit', 'toldAt'])
      expect((await refused({ toldAt: '2026-10-01T00:40:00' }))[0]).toBe(400)
      expect(await refused({ deviation: 'わざと', toldAt: at('00:09:59') })).toEqual([422, 'does-not-fit', 'toldAt'])
    })

    test('is for a live contract alone, and for those who see it', async () => {
      const path = await contract()
      const stranger = (await parties.reseller(`S${nextNumber()}`, [net])).ask
      expect((await stranger.post(`${path}/incident-notices`, told({}))).status).toBe(404)
      await leave(seller, path.slice(path.lastIndexOf('/') + 1), '2027-05-20')
      expect((await seller.post(`${path}/incident-notices`, told({}))).body.kind).toBe('wrong-stage')
    })
  })

  describe('第2章1.(3) emergency support', () => {
    const given = (more: object = {}) => ({ ...emergencySupport('2026-10-01'), ...more })

    test('costs the user nothing once a contract year; set-up is not counted, travel may be charged', async () => {
      const path = `${await contract()}/emergency-supports`
      const setUp = good(await seller.post(path, given({ purpose: 'setUp' })))
      expect(setUp.contractYear).toMatchObject({ from: '2026-09-01', until: '2027-08-31', freeUsed: 0 })
      const charged = given({ chargedExTaxYen: 30_000 })
      expect(clauses((await seller.post(path, charged)).body)).toEqual(['第2章1.(3)'])
      const free = good(await seller.post(path, given({ incidentalExTaxYen: 8_000 })))
      expect(free).toMatchObject({ breaches: [], incidentalExTaxYen: 8_000, contractYear: { freeUsed: 1 } })
      expect(good(await seller.post(path, charged))).toMatchObject({ breaches: [], contractYear: { freeUsed: 1 } })
    })

    test('is counted anew from the first day of the next contract year', async () => {
      const path = `${await contract('2026-04-05')}/emergency-supports`
      const on = (startedAt: string, chargedExTaxYen: number) =>
        seller.post(path, given({ startedAt, chargedExTaxYen }))
      good(await on('2027-04-04T23:59:59+09:00', 0))
      expect((await on('2027-04-04T23:59:59+09:00', 1)).status).toBe(201)
      const { status, body } = await on('2027-04-05T00:00:00+09:00', 1)
      expect([status, clauses(body)]).toEqual([422, ['第2章1.(3)']])
    })

    test('by remote begins after the consent, not before; a dispatch has a place', async () => {
      const path = `${await contract()}/emergency-supports`
      const remote = (remoteConsentAt: string | null) =>
        seller.post(path, given({ mode: 'remote', place: null, startedAt: at('10:00:00'), remoteConsentAt }))
      expect(clauses((await remote(at('10:05:00'))).body)).toEqual(['第2章1.(3)'])
      expect(clauses((await remote(null)).body)).toEqual(['第2章1.(3)'])
      expect((await remote(at('10:00:00'))).status).toBe(201)
      expect(clauses((await seller.post(path, given({ place: null }))).body)).toEqual(['第2章1.(3)'])
    })

    test('has begun, and an emergency not before the first day of service', async () => {
      const path = `${await contract()}/emergency-supports`
      const kind = async (more: object) => (await seller.post(path, given(more))).body.kind
      expect(await kind({ startedAt: '2027-05-20T09:00:00.001+09:00' })).toBe('does-not-fit')
      expect(await kind({ startedAt: '2026-08-31T23:59:59+09:00' })).toBe('does-not-fit')
      expect(
        (await seller.post(path, given({ startedAt: '2026-08-31T10:00:00+09:00', purpose: 'setUp' }))).status,
      ).toBe(201)
    })

    test('of two at once only one is free: the ledger is counted again by the second', async () => {
      const path = `${await contract()}/emergency-supports`
      const both = await Promise.all([seller.post(path, given()), seller.post(path, given())])
      expect(both.map(({ status }) => status)).toEqual([201, 201])
      expect(both.map(({ body }) => body.contractYear.freeUsed as number).toSorted((a, b) => a - b)).toEqual([1, 2])
    })
  })
})
