import { beforeEach, describe, expect, test } from 'vitest'
import { wish } from '../support/cancelling.ts'
import { amendmentSignature, amendmentToSign } from '../support/changing.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber, paper } from '../support/parties.ts'
import { amendment } from '../support/scene-course.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net } = await marketplace()
const seller = (await parties.reseller('R1', [net])).ask

describe('the term of a contract', () => {
  beforeEach(() => house.clock.set('2026-10-01T09:00:00+09:00'))

  const at = async (day: string) => {
    house.clock.set(`${day}T00:00:00+09:00`)
    const turns = await house.runContractSchedule()
    await house.settle()
    return turns
  }
  const read = async (id: string) => good(await parties.staff.get(`/v1/contracts/${id}`))
  /** A paper contract from 2026-09-01 on, for twelve months. */
  const attested = async (renewal: object | null) =>
    good(await seller.post('/v1/contracts/attest', paper(net, { terms: { termMonths: 12, renewal } })))
      .contractId as string
  const renewal = { months: 12, noticeDays: 30 }

  test('that is over ends the contract, the day after its last', async () => {
    const id = await attested(null)
    await at('2027-08-31')
    expect((await read(id)).stage).toBe('live')
    await at('2027-09-01')
    expect(await read(id)).toMatchObject({ stage: 'ended', ending: { on: '2027-08-31', why: 'expired' } })
    expect(house.letters.at(-1)?.text).toContain('契約期間が満了しました')
  })

  test('that renews itself is announced in time, and goes on under the same conditions', async () => {
    const id = await attested(renewal)
    await at('2027-07-01')
    expect((await read(id)).renewalAnnounced).toBeNull()
    // Thirty days before the SME's last day to answer, which is thirty days before the term's last.
    await at('2027-07-02')
    expect((await read(id)).renewalAnnounced).toEqual({ answerBy: '2027-08-01', held: false })
    expect(house.letters.at(-1)?.text).toContain('2027年8月1日までにお申し出がなければ')
    await at('2027-08-31')
    expect((await read(id)).terms.startOn).toBe('2026-09-01')
    await at('2027-09-01')
    expect(await read(id)).toMatchObject({
      stage: 'live',
      terms: {
        startOn: '2027-09-01',
        endOn: '2028-08-31',
        monthlyFeeExTaxYen: 9_800,
        initialFeeExTaxYen: 0,
        renewal,
      },
      document: { revision: 2 },
      renewalAnnounced: null,
    })
  })

  test('is not renewed where the SME says so by the day it was given', async () => {
    const id = await attested(renewal)
    await at('2027-07-03')
    good(await seller.post(`/v1/contracts/${id}/request-cancellation`, wish('2027-08-31')))
    good(await seller.post(`/v1/contracts/${id}/cancel`, { penaltyExTaxYen: 0 }))
    await at('2027-08-31')
    expect((await read(id)).stage).toBe('live')
    await at('2027-09-01')
    expect(await read(id)).toMatchObject({ stage: 'ended', ending: { on: '2027-08-31', why: 'cancelledBySme' } })
  })

  test('is not renewed over a wish to leave that nobody decided: it waits, and goes either way', async () => {
    const [goes, stays] = [await attested(renewal), await attested(renewal)]
    await at('2027-07-03')
    for (const id of [goes, stays])
      good(await seller.post(`/v1/contracts/${id}/request-cancellation`, wish('2027-08-31')))
    await at('2027-09-01')
    for (const id of [goes, stays])
      expect(await read(id)).toMatchObject({
        stage: 'live',
        terms: { endOn: '2027-08-31' },
        renewalAnnounced: { held: true },
        leaving: { on: '2027-08-31', confirmed: false },
      })
    house.clock.set('2027-09-14T23:59:59+09:00')
    const path = `/v1/contracts/${goes}`
    expect(good(await seller.post(`${path}/cancel`, { penaltyExTaxYen: 0 }))).toMatchObject({
      stage: 'ended',
      ending: { on: '2027-08-31', why: 'cancelledBySme' },
    })
    house.clock.set('2027-09-15T00:00:00+09:00')
    const late = await seller.post(`/v1/contracts/${stays}/cancel`, { penaltyExTaxYen: 0 })
    expect([late.status, late.body]).toMatchObject([
      409,
      { kind: 'wish-overtaken', on: '2027-08-31', by: 'time', since: '2027-09-15' },
    ])
    good(await seller.post(`/v1/contracts/${stays}/withdraw-cancellation`))
    await at('2027-09-15')
    expect(await read(stays)).toMatchObject({ terms: { startOn: '2027-09-01', endOn: '2028-08-31' }, leaving: null })
    // What it says now it says of the term that has begun.
    const before = await seller.post(`/v1/contracts/${stays}/request-cancellation`, wish('2027-08-31'))
    expect(before.body).toMatchObject({ kind: 'out-of-order', notBefore: '2027-09-01' })
  })

  test('announced late can be answered until its last day, and goes on the day after (C41)', async () => {
    const id = await attested(renewal)
    await at('2027-08-20')
    expect((await read(id)).renewalAnnounced).toEqual({ answerBy: '2027-08-31', held: false })
    await at('2027-09-01')
    expect(await read(id)).toMatchObject({ terms: { startOn: '2027-09-01', endOn: '2028-08-31' } })
  })

  test('never announced, goes on without a day between; terms made up for are told once, as the one that runs (C41)', async () => {
    const given = paper(net, { terms: { termMonths: 12, renewal } })
    const id = good(await seller.post('/v1/contracts/attest', given)).contractId
    house.clock.set('2028-11-15T00:00:00+09:00')
    for (let turns = 1; turns > 0; ) turns = await house.runContractSchedule()
    await house.settle()
    expect(await read(id)).toMatchObject({ stage: 'live', terms: { startOn: '2028-09-01', endOn: '2029-08-31' } })
    const told = house.letters.filter(({ to }) => to === given.sme.noticeContact.mail)
    expect(told.flatMap(({ text }) => /新しい契約期間は(.*?)から/.exec(text)?.[1] ?? [])).toEqual(['2028年9月1日'])
  })

  test('that would depart from the standard is held for a person, and the contract stays live', async () => {
    const leaver = await parties.reseller(`H${nextNumber()}`, [net])
    const given = paper(net, { terms: { termMonths: 12, renewal } })
    const { contractId } = good(await leaver.ask.post('/v1/contracts/attest', given))
    await at('2027-07-03')
    good(
      await parties.admin.post(`/v1/resellers/${leaver.resellerId}/authorizations/${net}/end`, {
        lastDay: '2027-08-31',
      }),
    )
    await at('2027-09-01')
    expect(await read(contractId)).toMatchObject({ stage: 'live', renewalAnnounced: { held: true } })
    expect(await at('2027-12-01')).toBe(0)
  })

  test('renewed by a signature begins the day after, with the new conditions from then on', async () => {
    const n = nextNumber()
    const given = draft(net, { n, terms: { termMonths: 12 } })
    const ready = await readyToSign(house, seller, given)
    good(await ready.signer.post('/v1/signing/sign', signature(ready.sha256)))
    house.clock.set('2027-09-01T09:00:00+09:00')
    const change = amendment(net, n, '2027-10-15', { kind: 'renewal', version: 'onOffer' })
    const wrong = { ...change, terms: { ...change.terms, startOn: '2027-10-14' } }
    const refused = await seller.post(`/v1/contracts/${ready.contractId}/amendments`, wrong)
    expect(refused.body).toMatchObject({ kind: 'does-not-fit', needs: '2027-10-15' })
    const { signer, sha256 } = await amendmentToSign(house, seller, ready.contractId, change, given.sme.signatory)
    good(await signer.post('/v1/signing/sign-amendment', amendmentSignature(sha256)))
    expect(await read(ready.contractId)).toMatchObject({
      terms: { monthlyFeeExTaxYen: 9_800, endOn: '2027-10-14' },
      next: { revision: 2, startOn: '2027-10-15', endOn: '2030-10-14' },
    })
    await at('2027-10-14')
    expect((await read(ready.contractId)).terms.monthlyFeeExTaxYen).toBe(9_800)
    await at('2027-10-15')
    expect(await read(ready.contractId)).toMatchObject({
      terms: { monthlyFeeExTaxYen: 9_900, startOn: '2027-10-15', endOn: '2030-10-14' },
      next: null,
    })
  })

  test('that is over while its reseller is being taken over ends nothing by itself', async () => {
    const leaver = await parties.reseller(`T${nextNumber()}`, [net])
    const { contractId } = good(
      await leaver.ask.post('/v1/contracts/attest', paper(net, { terms: { termMonths: 12, renewal: null } })),
    )
    house.clock.set('2027-08-30T09:00:00+09:00')
    const { discontinuanceId } = good(
      await parties.staff.post('/v1/discontinuances', {
        resellerId: leaver.resellerId,
        ground: 'bankruptcy',
        occurredOn: '2027-08-30',
        statement: '続けられない。',
      }),
    )
    good(await parties.admin.post(`/v1/discontinuances/${discontinuanceId}/approve`))
    // Before the worker has reached it, and after.
    house.clock.set('2027-09-01T00:00:00+09:00')
    await house.runContractSchedule()
    expect((await read(contractId)).stage).toBe('live')
    await at('2027-09-01')
    expect((await read(contractId)).stage).toBe('live')
    const takeover = `/v1/discontinuances/${discontinuanceId}/takeovers/${contractId}`
    good(await parties.staff.post(`${takeover}/settle`, { settlement: 'servedByImplementingEntity' }))
    await at('2027-09-01')
    expect(await read(contractId)).toMatchObject({ stage: 'ended', ending: { on: '2027-08-31', why: 'expired' } })
  })
})
