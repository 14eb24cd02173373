import { beforeEach, describe, expect, test } from 'vitest'
import { wish } from '../support/cancelling.ts'
import { onOwnPage } from '../support/changing.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, paper } from '../support/parties.ts'
import { readyToSign, signature, speaker } from '../support/signing.ts'

const { house, parties } = await marketplace()
const penalty = { kind: 'remainingMonths', monthlyRatePercent: 50 } as const
const service = await parties.service('NET', {
  as: 'MONTHS',
  facts: { termination: { penalty, userMayCancelAnyTime: true } },
})
const seller = (await parties.reseller('R1', [service])).ask

const earlier = { why: '移転先に設置できず、8月から使われていなかった。', by: '結城 京子' }

describe('leaving is for today or a later day (C39)', () => {
  beforeEach(() => house.clock.set('2026-10-01T09:00:00+09:00'))
  const attested = async () =>
    good(
      await seller.post('/v1/contracts/attest', paper(service, { signedOn: '2026-04-01', terms: { termMonths: 12 } })),
    ).contractId as string

  test('on its own page, which says the days it can leave on', async () => {
    const given = draft(service, { terms: { startOn: '2026-09-01', termMonths: 12 } })
    const ready = await readyToSign(house, seller, given)
    good(await ready.signer.post('/v1/signing/sign', signature(ready.sha256)))
    house.clock.set('2026-10-05T09:00:00+09:00')
    const owner = await onOwnPage(house, seller, ready.contractId, given.sme.signatory)
    expect(good(await owner.get('/v1/signing/contract')).leavingDays).toEqual({
      from: '2026-10-05',
      until: '2027-08-31',
    })
    const ask = (on: string) =>
      owner.post('/v1/signing/request-cancellation', { on, reason: '移転のため', signer: speaker })
    expect((await ask('2026-10-04')).body).toMatchObject({ kind: 'out-of-order', what: 'on', notBefore: '2026-10-05' })
    // Ten whole months are left from 1 November on; the one that has begun is not counted again.
    expect(good(await ask('2026-10-05')).leaving).toMatchObject({ on: '2026-10-05', penaltyExTaxYen: 10 * 4_900 })
  })

  test('through its seller, and by agreement; an earlier day is not the seller’s to give', async () => {
    const path = `/v1/contracts/${await attested()}`
    for (const [who, more] of [
      [seller, {}],
      [seller, { earlier }],
      [parties.staff, { earlier }],
      [parties.admin, {}],
    ] as const) {
      const refused = await who.post(`${path}/request-cancellation`, wish('2026-09-30', more))
      expect([refused.status, refused.body]).toMatchObject([
        422,
        { kind: 'out-of-order', notBefore: '2026-10-01', why: { ja: expect.stringContaining('実施主体の管理者') } },
      ])
      const agreed = {
        ground: 'agreed',
        on: '2026-09-30',
        warned: null,
        words: '双方の合意。',
        by: '結城 京子',
        ...more,
      }
      expect((await who.post(`${path}/terminate`, agreed)).body).toMatchObject({ kind: 'out-of-order' })
    }
  })

  test('unless an admin of the implementing entity decides otherwise and says why; it costs no more than today', async () => {
    const contractId = await attested()
    const path = `/v1/contracts/${contractId}`
    // Half of the eight whole months after May would be 10 × 4,900; from today on it is five.
    const asked = good(await parties.admin.post(`${path}/request-cancellation`, wish('2026-05-01', { earlier })))
    expect(asked.leaving).toMatchObject({ on: '2026-05-01', penaltyExTaxYen: 5 * 4_900 })
    expect(good(await parties.admin.post(`${path}/cancel`, { penaltyExTaxYen: 5 * 4_900 }))).toMatchObject({
      ending: { on: '2026-05-01', why: 'cancelledBySme' },
    })
  })

  test('by agreement too, where an admin decides; never before the signature', async () => {
    const agreed = (on: string) => ({
      ground: 'agreed',
      on,
      warned: null,
      words: '双方の合意。',
      by: '結城 京子',
      earlier,
    })
    const path = `/v1/contracts/${await attested()}/terminate`
    expect((await parties.admin.post(path, agreed('2026-03-31'))).body).toMatchObject({ notBefore: '2026-04-01' })
    expect(good(await parties.admin.post(path, agreed('2026-09-30')))).toMatchObject({ ending: { on: '2026-09-30' } })
  })
})
