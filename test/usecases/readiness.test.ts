import { describe, expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { good } from '../support/parties.ts'

const { house, parties, leaver, stopped } = await marketplace()

describe('the readiness of a reseller', () => {
  test('asks for a drill where there was none, and again the day after the last is good for', async () => {
    const { resellerId, ask } = await leaver()
    const path = `/v1/resellers/${resellerId}`
    const before = good(await ask.get(`${path}/readiness`))
    expect([before.drill, before.raises[0].code]).toEqual([null, 'drill'])
    expect((await ask.get(`${path}/drill/contracts`)).status).toBe(404)
    good(await parties.staff.post(`${path}/drill`))
    await house.settle()
    const { drill } = good(await ask.get(`${path}/readiness`))
    const reminded = async (day: string) => {
      house.clock.set(`${day}T12:00:00+09:00`)
      const staff = house.as({ role: 'entityStaff', sub: 'staff', entityId: parties.entityId })
      const now = good(await staff.get(`${path}/readiness`))
      return [now.drill.due, now.raises[0].code === 'drill']
    }
    const today = house.clock.today()
    const dayAfter = new Date(Date.parse(`${drill.goodUntil}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    expect(await reminded(drill.goodUntil)).toEqual([false, false])
    expect(await reminded(dayAfter)).toEqual([true, true])
    house.clock.set(`${today}T12:00:00+09:00`)
  })

  test('is seen by the reseller itself and its implementing entity; of another there is nothing to see', async () => {
    const [one, other] = [await leaver(), await leaver()]
    for (const page of ['readiness', 'handover', 'drill/contracts', 'drill/contracts.csv'])
      expect((await one.ask.get(`/v1/resellers/${other.resellerId}/${page}`)).status).toBe(404)
    expect((await one.ask.post(`/v1/resellers/${one.resellerId}/drill`)).status).toBe(403)
  })

  test('is drilled while the reseller sells or serves: not before, and not once it has stopped', async () => {
    const invitation = {
      code: 'RX',
      name: '架空販売',
      prefecture: '東京都',
      admin: { mail: 'x@example.jp', name: '某' },
    }
    const { resellerId } = good(await parties.admin.post('/v1/resellers', invitation))
    const no = { status: 409, body: { kind: 'wrong-stage', what: 'reseller', needs: ['active', 'restricted'] } }
    expect(await parties.staff.post(`/v1/resellers/${resellerId}/drill`)).toMatchObject(no)
    const one = await leaver()
    good(await parties.admin.post(`/v1/resellers/${one.resellerId}/restrict`, { reason: '苦情。' }))
    good(await parties.staff.post(`/v1/resellers/${one.resellerId}/drill?dryRun=true`))
    await stopped(one)
    expect(await parties.staff.post(`/v1/resellers/${one.resellerId}/drill`)).toMatchObject(no)
  })
})
