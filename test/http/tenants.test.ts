import { describe, expect, test } from 'vitest'
import { newHouse } from '../support/house.ts'
import { good } from '../support/parties.ts'
import { lines, sceneIn, send } from '../support/scene.ts'
import { stateOf } from '../support/table-rows.ts'

const house = await newHouse()
const ours = await sceneIn(house)
const theirs = await sceneIn(house)

describe("another tenant's things", () => {
  test('are in no list', async () => {
    for (const path of [
      '/v1/services',
      '/v1/resellers',
      '/v1/contracts',
      '/v1/discontinuances',
      '/v1/submissions',
      '/v1/obligations',
    ]) {
      const text = JSON.stringify(good(await ours.admin.get(path)))
      expect(text).not.toContain(theirs.entityId)
    }
  })

  test("one reseller's contracts do not exist for another of the same implementing entity", async () => {
    const serviceId = (ours.requests.draftContract.body as any).terms.serviceId
    const neighbour = await ours.reseller('R9', [serviceId])
    for (const name of [
      'getContract',
      'getDisclosure',
      'getDisclosurePage',
      'getProposedDisclosure',
      'getProposedDisclosurePage',
      'explainContract',
      'withdrawContract',
      'cancelContract',
    ] as const) {
      const line = lines.find(([one]) => one === name)?.[1]
      if (!line) throw new Error(name)
      const { status, body } = await send(neighbour.ask, line, ours.requests[name])
      expect([name, status, body.kind]).toEqual([name, 404, 'not-found'])
    }
    expect(good(await neighbour.ask.get('/v1/contracts')).items).toEqual([])
    expect(
      (await neighbour.ask.get(`/v1/contracts?resellerId=${(ours.people.resellerAdmin as any).resellerId}`)).status,
    ).toBe(404)
  })

  test("a cursor of one's own list opens no other list", async () => {
    const page = good(await ours.admin.get('/v1/contracts?limit=1'))
    expect(page.nextCursor).toEqual(expect.any(String))
    expect((await theirs.admin.get(`/v1/contracts?limit=1&cursor=${page.nextCursor}`)).status).toBe(404)
    expect((await ours.askOf.resellerAdmin.get(`/v1/contracts?limit=1&cursor=${page.nextCursor}`)).status).toBe(404)
    expect((await ours.admin.get('/v1/contracts?cursor=AAAA')).status).toBe(404)
    expect(good(await ours.admin.get(`/v1/contracts?limit=1&cursor=${page.nextCursor}`)).items).toHaveLength(1)
  })

  test('tenant, role and ids cannot be given beside the token', async () => {
    const before = await stateOf(ours.house.table)
    const { entityId } = theirs
    const facts = (ours.requests.registerService.body as any).facts
    const attempts = [
      await ours.admin.post('/v1/services', { code: 'X', facts, entityId }),
      await ours.admin.post('/v1/services', { code: 'X', facts: { ...facts, entityId } }),
      await ours.admin.post('/v1/services', { code: 'X', facts, role: 'operator' }),
      await ours.admin.post(`/v1/services?entityId=${entityId}`, { code: 'X', facts }),
      await ours.admin.post('/v1/services', {
        code: 'X',
        facts,
        __proto__: undefined,
        constructor: { prototype: { entityId } },
      }),
      await ours.admin.post('/v1/services', undefined, {
        raw: `{"code":"X","facts":{},"__proto__":{"entityId":"${entityId}"}}`,
      }),
      await ours.admin.get(`/v1/services?entityId=${entityId}`),
    ]
    for (const { status, body } of attempts) expect([status, body.kind]).toEqual([400, 'malformed'])
    const listed = good(
      await ours.admin.get('/v1/services', { 'x-tenant-id': entityId, cookie: `entityId=${entityId}` }),
    )
    expect(JSON.stringify(listed)).not.toContain(entityId)
    expect(await stateOf(ours.house.table)).toBe(before)
  })
})
