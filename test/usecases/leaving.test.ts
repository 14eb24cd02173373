import { describe, expect, test } from 'vitest'
import { leave, wish } from '../support/cancelling.ts'
import { onOwnPage } from '../support/changing.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber, paper } from '../support/parties.ts'
import { readyToSign, signature, speaker } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const penalty = { kind: 'remainingMonths', monthlyRatePercent: 50 } as const
const bound = await parties.service('NET', {
  as: 'BOUND',
  facts: { termination: { penalty, userMayCancelAnyTime: false } },
})
const seller = (await parties.reseller('R1', [net, bound])).ask

describe('an SME that leaves', () => {
  // 36 months from 2026-09-01 at 9,800 yen.
  const attested = async (service: () => `svc_${string}`, n = nextNumber()) =>
    good(await seller.post('/v1/contracts/attest', paper(service(), { n }))).contractId as string
  const ground = '規約第10条により'

  test.each([
    // The month that has begun is not counted again; half of each month's fee.
    ['2026-10-01', 34 * 4_900],
    ['2026-10-31', 34 * 4_900],
    ['2026-11-01', 33 * 4_900],
    ['2029-07-31', 1 * 4_900],
    ['2029-08-01', 0],
    ['2029-08-31', 0],
  ])('with %s as its last day is shown %i yen, and nothing has ended', async (on, penaltyExTaxYen) => {
    const id = await attested(() => bound)
    const answer = good(await seller.post(`/v1/contracts/${id}/request-cancellation`, wish(on, { ground })))
    expect(answer).toMatchObject({ stage: 'live', leaving: { on, penaltyExTaxYen, confirmed: false } })
  })

  test('confirms the very amount it was shown', async () => {
    const id = await attested(() => bound)
    const path = `/v1/contracts/${id}`
    expect((await seller.post(`${path}/cancel`, { penaltyExTaxYen: 0 })).body.kind).toBe('wrong-stage')
    good(await seller.post(`${path}/request-cancellation`, wish('2026-10-01', { ground })))
    const other = await seller.post(`${path}/cancel`, { penaltyExTaxYen: 34 * 4_900 - 1 })
    expect([other.status, other.body.what]).toEqual([422, 'penaltyExTaxYen'])
    expect(good(await seller.post(`${path}/cancel`, { penaltyExTaxYen: 34 * 4_900 }))).toMatchObject({
      stage: 'ended',
      ending: { on: '2026-10-01', why: 'cancelledBySme' },
    })
  })

  test('needs a ground where its terms do not let it leave at any time, except at the end of the term', async () => {
    const id = await attested(() => bound)
    const ask = (on: string, more = {}) => seller.post(`/v1/contracts/${id}/request-cancellation`, wish(on, more))
    expect((await ask('2029-08-30')).body).toMatchObject({ kind: 'does-not-fit', what: 'ground' })
    expect((await ask('2029-08-30', { ground })).status).toBe(200)
    expect((await ask('2029-08-31')).status).toBe(200)
    expect((await ask('2029-09-01')).body).toMatchObject({ kind: 'does-not-fit', what: 'on' })
    expect((await ask('2026-08-31')).body).toMatchObject({ kind: 'out-of-order', notBefore: '2026-09-01' })
  })

  test('on a later day is served until that day is over', async () => {
    const n = nextNumber()
    const id = await attested(() => net, n)
    expect(await leave(seller, id, '2026-10-05')).toMatchObject({ stage: 'live', leaving: { confirmed: true } })
    house.clock.set('2026-10-05T23:59:59+09:00')
    await house.runContractSchedule()
    expect(good(await seller.get(`/v1/contracts/${id}`)).stage).toBe('live')
    expect((await seller.post('/v1/contracts/attest', paper(net, { n }))).body.clause).toBe('第2章1.(6)')
    house.clock.set('2026-10-06T00:00:00+09:00')
    expect(await house.runContractSchedule()).toBe(1)
    expect(await house.runContractSchedule()).toBe(0)
    expect(good(await seller.get(`/v1/contracts/${id}`))).toMatchObject({
      stage: 'ended',
      ending: { on: '2026-10-05', why: 'cancelledBySme' },
      leaving: null,
    })
    good(await seller.post('/v1/contracts/attest', paper(net, { n })))
    house.clock.set('2026-10-01T09:00:00+09:00')
  })

  test('may stay after all, even after it confirmed a later day', async () => {
    const id = await attested(() => net)
    await leave(seller, id, '2026-12-31')
    expect(good(await seller.post(`/v1/contracts/${id}/withdraw-cancellation`))).toMatchObject({ leaving: null })
    expect((await seller.post(`/v1/contracts/${id}/withdraw-cancellation`)).body.kind).toBe('wrong-stage')
  })

  test('while its reseller is being taken over leaves at no cost, and needs no ground', async () => {
    const leaver = await parties.reseller(`L${nextNumber()}`, [bound])
    const { contractId } = good(await leaver.ask.post('/v1/contracts/attest', paper(bound)))
    const asked = good(
      await leaver.ask.post(`/v1/contracts/${contractId}/request-cancellation`, wish('2026-10-01', { ground })),
    )
    expect(asked.leaving.penaltyExTaxYen).toBeGreaterThan(0)
    const { discontinuanceId } = good(
      await parties.staff.post('/v1/discontinuances', {
        resellerId: leaver.resellerId,
        ground: 'bankruptcy',
        occurredOn: house.clock.today(),
        statement: '続けられない。',
      }),
    )
    good(await parties.admin.post(`/v1/discontinuances/${discontinuanceId}/approve`))
    const path = `/v1/contracts/${contractId}/cancel`
    const { body } = await parties.staff.post(path, { penaltyExTaxYen: asked.leaving.penaltyExTaxYen })
    expect(body).toMatchObject({ kind: 'does-not-fit', what: 'penaltyExTaxYen', needs: '0' })
    expect(good(await parties.staff.post(path, { penaltyExTaxYen: 0 }))).toMatchObject({
      ending: { why: 'endedInTakeover' },
      takeover: { stage: 'settled', settlement: 'endedBySme' },
    })
  })

  test('does so itself, on its own page, having seen the price', async () => {
    const given = draft(bound)
    const ready = await readyToSign(house, seller, given)
    good(await ready.signer.post('/v1/signing/sign', signature(ready.sha256)))
    const owner = await onOwnPage(house, seller, ready.contractId, given.sme.signatory)
    expect(good(await owner.get('/v1/signing/contract'))).toMatchObject({
      serviceName: expect.any(String),
      answers: { name: '架空販売R1株式会社' },
      leaving: null,
    })
    const asked = { on: '2026-12-31', reason: '移転のため', ground, signer: speaker }
    const { leaving } = good(await owner.post('/v1/signing/request-cancellation', asked))
    expect(leaving.penaltyExTaxYen).toBe(33 * 4_900)
    good(await owner.post('/v1/signing/cancel', { penaltyExTaxYen: leaving.penaltyExTaxYen, signer: speaker }))
    expect(good(await owner.post('/v1/signing/withdraw-cancellation', { signer: speaker }))).toMatchObject({
      leaving: null,
      stage: 'live',
    })
    expect((await owner.post('/v1/signing/sign', signature(ready.sha256))).body.kind).toBe('wrong-stage')
  })

  describe('a contract that is ended for it', () => {
    const terminate = (id: string, more: object) =>
      parties.staff.post(`/v1/contracts/${id}/terminate`, {
        ground: 'nonPayment',
        on: '2026-10-01',
        warned: null,
        words: '3か月分の不払い。',
        by: '結城 京子',
        ...more,
      })

    test('民法541条: for non-payment only after a demand and the day to mend by', async () => {
      const id = await attested(() => net)
      expect((await terminate(id, {})).body).toMatchObject({ kind: 'incomplete', what: 'warning' })
      const late = { warned: { on: '2026-09-10', mendBy: '2026-10-01' } }
      expect((await terminate(id, late)).body).toMatchObject({ kind: 'out-of-order', what: 'on' })
      const inTime = { warned: { on: '2026-09-10', mendBy: '2026-09-30' } }
      expect(good(await terminate(id, inTime))).toMatchObject({ ending: { on: '2026-10-01', why: 'terminated' } })
    })

    test('by agreement needs no demand, and never on a day to come', async () => {
      const id = await attested(() => net)
      expect((await terminate(id, { ground: 'agreed', on: '2026-10-02' })).body.kind).toBe('out-of-order')
      expect(good(await terminate(id, { ground: 'agreed' })).stage).toBe('ended')
    })

    test('is annulled by an admin of the implementing entity alone', async () => {
      const id = await attested(() => net)
      const words = { words: '権限のない人が結んだ。', by: '結城 京子' }
      expect((await parties.staff.post(`/v1/contracts/${id}/annul`, words)).status).toBe(403)
      expect(good(await parties.admin.post(`/v1/contracts/${id}/annul`, words))).toMatchObject({
        ending: { why: 'annulled' },
      })
    })
  })
})
