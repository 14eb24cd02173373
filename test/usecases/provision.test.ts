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
        doubts: [],
        detectedAt: '2026-10-01T01:00:00.000Z',
      })
      const late = { ...notice('11:00:01'), lateReason: '連絡がつくまで掛け続けた。' }
      expect(good(await seller.post(path, late))).toMatchObject({
        target: { minutes: 60, met: false },
        breaches: [],
        verdict: null,
        doubts: [{ kind: 'awaited', clause: '第2章1.(2)', where: 'toldAt' }],
      })
    })

    test('of a serious one later than the target wants the reason, and nothing is written without it (E1)', async () => {
      const path = await contract()
      const late = told({ detectedAt: at('10:00:00'), toldAt: at('11:00:01') })
      const { status, body } = await seller.post(`${path}/incident-notices`, late)
      expect([status, body.kind, body.missing[0]]).toMatchObject([409, 'incomplete', { code: 'lateReason' }])
      expect(body.missing[0].why.ja).toContain('理由を書いてください')
      expect(good(await parties.admin.get(`${path}/ledger`)).items).toHaveLength(1)
    })

    test('of a serious one later than a day after it was judged serious departs (E1)', async () => {
      const path = `${await contract()}/incident-notices`
      const given = (toldAt: string, more: object = {}) =>
        told({
          detectedAt: at('10:00:00'),
          judgedSeriousAt: '2026-10-03T10:00:00+09:00',
          toldAt,
          lateReason: '当初は重大と見ていなかった。',
          ...more,
        })
      const inADay = good(await seller.post(path, given('2026-10-04T10:00:00+09:00')))
      expect(inADay).toMatchObject({ breaches: [], judgedSeriousAt: '2026-10-03T01:00:00.000Z' })
      const late = await seller.post(path, given('2026-10-04T10:00:00.001+09:00'))
      expect([late.status, clauses(late.body)]).toEqual([422, ['第2章1.(2)']])
      const recorded = given('2026-10-04T10:00:00.001+09:00', { deviation: '担当者が休んでいた。' })
      expect(clauses(good(await seller.post(path, recorded)))).toEqual(['第2章1.(2)'])
      const before = given('2026-10-04T10:00:00+09:00', { judgedSeriousAt: at('09:59:59') })
      expect((await seller.post(path, before)).body).toMatchObject({ kind: 'does-not-fit', what: 'judgedSeriousAt' })
    })

    test('late is kept or departed as the implementing entity says, and awaited until then (E1)', async () => {
      const path = await contract()
      const standing = async () => {
        const { clauses: all } = good(await seller.get(`${path}/conformity`))
        return all.find(({ label }: { label: string }) => label === '第2章1.(2)').verdict as string
      }
      const late = { ...told({ detectedAt: at('10:00:00'), toldAt: at('11:30:00') }), lateReason: '夜間だった。' }
      const { paperSha256 } = good(await seller.post(`${path}/incident-notices`, late))
      expect(await standing()).toBe('awaited')
      const verdict = `${path}/incident-notices/${paperSha256}/verdict`
      const says = (word: string) => ({ verdict: word, judgedBy: '判断 花子', reason: '三人に順に掛けていた。' })
      expect((await seller.post(verdict, says('kept'))).status).toBe(403)
      expect(good(await parties.staff.post(verdict, says('kept')))).toMatchObject({
        verdict: 'kept',
        breaches: [],
        doubts: [],
        paperSha256,
      })
      expect(await standing()).toBe('kept')
      expect(clauses(good(await parties.admin.post(verdict, says('departed'))))).toEqual(['第2章1.(2)'])
      expect(await standing()).toBe('breached')
      expect(JSON.stringify(good(await parties.admin.get(`${path}/ledger`)))).not.toContain('三人に順に')
    })

    test('in time takes no verdict, and of none on record there is none (E1)', async () => {
      const path = await contract()
      const { paperSha256 } = good(await seller.post(`${path}/incident-notices`, told({})))
      const says = { verdict: 'kept', judgedBy: '判断 花子', reason: '時間内。' }
      const of = (sha256: string) => parties.staff.post(`${path}/incident-notices/${sha256}/verdict`, says)
      expect((await of(paperSha256)).body).toMatchObject({ kind: 'does-not-fit', what: 'noticeSha256' })
      expect((await of('b'.repeat(64))).status).toBe(404)
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
    const fromAfar = { mode: 'remote', placeNamed: null, place: null, incidentalExTaxYen: 0 }

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
        seller.post(path, given({ ...fromAfar, startedAt: at('10:00:00'), remoteConsentAt }))
      expect(clauses((await remote(at('10:05:00'))).body)).toEqual(['第2章1.(3)'])
      expect(clauses((await remote(null)).body)).toEqual(['第2章1.(3)'])
      expect((await remote(at('10:00:00'))).status).toBe(201)
      expect(clauses((await seller.post(path, given({ place: null }))).body)).toEqual(['第2章1.(3)'])
    })

    test('goes to the place the user named, which is kept beside the place reached (E4)', async () => {
      const path = `${await contract()}/emergency-supports`
      const { placeNamed: _, ...unasked } = given() as { readonly placeNamed?: string }
      expect(clauses((await seller.post(path, unasked)).body)).toEqual(['第2章1.(3)'])
      expect(good(await seller.post(path, given({ placeNamed: '本社', place: '第二工場' })))).toMatchObject({
        placeNamed: '本社',
        place: '第二工場',
        breaches: [],
      })
    })

    test('from afar bears no incidental expenses, not one yen (E2)', async () => {
      const path = `${await contract()}/emergency-supports`
      const remote = (incidentalExTaxYen: number) =>
        seller.post(path, given({ ...fromAfar, remoteConsentAt: at('00:00:00'), incidentalExTaxYen }))
      expect(clauses((await remote(1)).body)).toEqual(['第2章1.(3)'])
      expect((await remote(0)).status).toBe(201)
    })

    test('is free as often as the terms promise, and its travel too where they include it (E2, E3)', async () => {
      const promised = { onSiteDispatch: true, remote: 'withConsent', freePerContractYear: 2 } as const
      const service = await parties.service('NET', {
        as: `TWICE-${nextNumber()}`,
        facts: { emergencySupport: { ...promised, travelExpenses: 'included' } },
      })
      const { contractId } = good(await parties.admin.post('/v1/contracts/attest', paper(service)))
      const support = (more: object) =>
        parties.admin.post(`/v1/contracts/${contractId}/emergency-supports`, given({ incidentalExTaxYen: 0, ...more }))
      expect(clauses((await support({ incidentalExTaxYen: 1 })).body)).toEqual(['第2章1.(3)'])
      good(await support({}))
      expect(clauses((await support({ chargedExTaxYen: 1 })).body)).toEqual(['第2章1.(3)'])
      expect(good(await support({})).contractYear).toMatchObject({ freePromised: 2, freeUsed: 2 })
      expect((await support({ chargedExTaxYen: 50_000 })).status).toBe(201)
    })

    describe('for set-up', () => {
      const setUp = (startedAt: string, more: object = {}) =>
        given({ purpose: 'setUp', startedAt: `${startedAt}T10:00:00+09:00`, chargedExTaxYen: 90_000, ...more })

      test('is of the first thirty days, or of those after the installation on record (E2)', async () => {
        const path = `${await contract()}/emergency-supports`
        expect((await seller.post(path, setUp('2026-10-01'))).status).toBe(201)
        expect(clauses((await seller.post(path, setUp('2026-10-02'))).body)).toEqual(['第2章1.(3)'])
        expect((await seller.post(path, setUp('2026-10-01', { installedOn: '2026-10-01' }))).status).toBe(201)
        expect((await seller.post(path, setUp('2026-10-31'))).status).toBe(201)
        expect(clauses((await seller.post(path, setUp('2026-11-01'))).body)).toEqual(['第2章1.(3)'])
      })

      test('later is one for a reason of the implementing entity, not of a reseller (E2)', async () => {
        const path = await contract()
        const late = setUp('2027-05-01', { setUpReason: '工場の移転で、導入をやり直した。' })
        const { body } = await seller.post(`${path}/emergency-supports`, late)
        expect([body.kind, body.what]).toEqual(['does-not-fit', 'setUpReason'])
        expect(good(await parties.staff.post(`${path}/emergency-supports`, late)).breaches).toEqual([])
        const { clauses: all } = good(await seller.get(`${path}/conformity`))
        expect(all.find(({ label }: { label: string }) => label === '第2章1.(3)').verdict).toBe('kept')
      })

      test('is of the contract: not before its day', async () => {
        const path = `${await contract()}/emergency-supports`
        expect(clauses((await seller.post(path, setUp('2026-08-31'))).body)).toEqual(['第2章1.(3)'])
        expect((await seller.post(path, setUp('2026-09-01'))).status).toBe(201)
      })
    })

    test('has begun, and an emergency not before the first day of service', async () => {
      const path = `${await contract()}/emergency-supports`
      const kind = async (more: object) => (await seller.post(path, given(more))).body.kind
      expect(await kind({ startedAt: '2027-05-20T09:00:00.001+09:00' })).toBe('does-not-fit')
      expect(await kind({ startedAt: '2026-08-31T23:59:59+09:00' })).toBe('does-not-fit')
    })

    test('of two at once only one is free: the ledger is counted again by the second', async () => {
      const path = `${await contract()}/emergency-supports`
      const both = await Promise.all([seller.post(path, given()), seller.post(path, given())])
      expect(both.map(({ status }) => status)).toEqual([201, 201])
      expect(both.map(({ body }) => body.contractYear.freeUsed as number).toSorted((a, b) => a - b)).toEqual([1, 2])
    })
  })
})
