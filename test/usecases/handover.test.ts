import { describe, expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { good } from '../support/parties.ts'
import { handoverGiven } from '../support/scene-readiness.ts'

const { house, parties, leaver } = await marketplace()

describe('handover items', () => {
  const path = (resellerId: string) => `/v1/resellers/${resellerId}/handover`

  test('are all listed, with whose duty each is; what was supplied says where it lies', async () => {
    const { resellerId, ask } = await leaver()
    const today = house.clock.today()
    const none = good(await ask.get(path(resellerId))).items
    expect(none.map(({ stage, supplied }: any) => [stage, supplied])).toEqual(
      Array.from({ length: 6 }, () => ['missing', null]),
    )
    const given = handoverGiven('credentialsCustody', today, { documentSha256: null, custodian: '架空保管株式会社' })
    expect(good(await ask.post(path(resellerId), given))).toMatchObject({ stage: 'current', duty: 'reseller' })
    good(await parties.staff.post(path(resellerId), handoverGiven('insuranceCertificates', today)))
    const { items } = good(await parties.staff.get(path(resellerId)))
    expect(items.filter(({ supplied }: any) => supplied).map(({ code, supplied }: any) => [code, supplied])).toEqual([
      ['credentialsCustody', expect.objectContaining({ custodian: '架空保管株式会社', suppliedBy: 'reseller' })],
      ['insuranceCertificates', expect.objectContaining({ suppliedBy: 'implementingEntity', custodian: null })],
    ])
  })

  test("are seen by their reseller and its implementing entity; another's do not exist", async () => {
    const [one, other] = [await leaver(), await leaver()]
    expect((await one.ask.get(path(one.resellerId))).status).toBe(200)
    const nothing = await parties.staff.get(path('rsl_01jzzzzzzzzzzzzzzzzzzzzzzz'))
    const hidden = await one.ask.get(path(other.resellerId))
    expect([hidden.status, hidden.body.kind]).toEqual([404, nothing.body.kind])
    const given = handoverGiven('contactList', house.clock.today())
    expect((await one.ask.post(path(other.resellerId), given)).status).toBe(404)
  })

  test('have no field for a secret, and no words of theirs are in the ledger', async () => {
    const { resellerId, ask } = await leaver()
    const given = handoverGiven('credentialsCustody', house.clock.today(), { custodian: '金庫番 花子' })
    expect((await ask.post(path(resellerId), { ...given, password: 'x' })).status).toBe(400)
    good(await ask.post(path(resellerId), given))
    const events = await house.deps.ledger.eventsOf(resellerId)
    expect(JSON.stringify(events)).not.toContain('花子')
    expect(events.at(-1)?.event).toMatchObject({ type: 'handover-supplied', code: 'credentialsCustody' })
  })

  test('are refused without a file or a custodian, of tomorrow, and by whoever has not the duty', async () => {
    const { resellerId, ask } = await leaver()
    const today = house.clock.today()
    const refused = async (given: object) => (await ask.post(path(resellerId), given)).body.kind
    expect(await refused(handoverGiven('contactList', today, { documentSha256: null }))).toBe('incomplete')
    expect(await refused(handoverGiven('contactList', '2199-12-31'))).toBe('out-of-order')
    expect(await refused(handoverGiven('insuranceCertificates', today))).toBe('does-not-fit')
  })
})
