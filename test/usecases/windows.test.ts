import { describe, expect, test } from 'vitest'
import { later, type Instant } from '../../shared/domain/plain-date.ts'
import { justBefore } from '../support/interleaving.ts'
import type { Leaver } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, paper } from '../support/parties.ts'

const hour = 3_600_000

const { house, parties, net, leaver, attested, read } = await marketplace()

describe('the window in which a second person approves', () => {
  const propose = ({ resellerId }: Leaver) =>
    parties.staff.post('/v1/discontinuances', {
      resellerId,
      ground: 'unreachable',
      occurredOn: house.clock.today(),
      statement: '三日続けて連絡がつかない。',
    })
  const approve = (id: string) => parties.admin.post(`/v1/discontinuances/${id}/approve`)
  const get = async (id: string) => good(await parties.admin.get(`/v1/discontinuances/${id}`))
  /** A proposal, with the clock at a place in its window: milliseconds from its last instant. */
  const proposedAnd = async (one: Leaver, ms: number) => {
    const { discontinuanceId, approveBy } = good(await propose(one))
    house.clock.set(later(approveBy as Instant, ms))
    return { id: discontinuanceId as `dsc_${string}`, approveBy: approveBy as Instant }
  }
  const fenced = ({ resellerId }: Leaver, id: `dsc_${string}`) =>
    house.deps.commits.lockSigning(
      resellerId,
      { state: 'discontinuance', id, entityId: parties.entityId, version: 1 },
      { id: house.deps.ids.nonce(), until: later(house.clock.now(), 30_000) },
    )
  const sells = async ({ ask }: Leaver) => (await ask.post('/v1/contracts/attest', paper(net))).status

  test('is three days unless the implementing entity says otherwise', async () => {
    const one = await leaver()
    const { approveBy, stage } = good(await propose(one))
    expect([stage, Date.parse(approveBy) - Date.parse(house.clock.now())]).toEqual(['proposed', 72 * hour])
  })

  test('at its last instant an approval is good', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    const { id, approveBy } = await proposedAnd(one, 0)
    expect((await get(id)).stage).toBe('proposed')
    expect(good(await approve(id))).toMatchObject({ stage: 'takingOver', since: approveBy })
    expect((await read(contractId)).responsibility.now).toBe(parties.entityId)
  })

  test('from the first instant after it none is, and nothing has moved', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    const { id } = await proposedAnd(one, 1)
    const refused = { kind: 'wrong-stage', what: 'discontinuance', stage: 'lapsed', needs: ['proposed'] }
    expect(await approve(id)).toMatchObject({ status: 409, body: refused })
    expect((await get(id)).stage).toBe('lapsed')
    const { items } = good(await parties.staff.get('/v1/discontinuances?stage=lapsed'))
    expect(items.map(({ discontinuanceId }: any) => discontinuanceId)).toContain(id)
    expect((await read(contractId)).responsibility.now).toBe(one.resellerId)
    expect(await sells(one)).toBe(201)
  })

  test('a new proposal follows one that was waited out, which is written down with it, fences and all', async () => {
    const one = await leaver()
    const { id } = await proposedAnd(one, 0)
    expect((await propose(one)).body).toMatchObject({ kind: 'already-exists', what: 'discontinuance' })
    await fenced(one, id)
    expect(await sells(one)).toBe(409)
    house.clock.advance(1)
    const next = good(await propose(one))
    expect(await sells(one)).toBe(201)
    const ledger = await house.deps.ledger.eventsOf(id)
    expect(ledger.map(({ event }) => event.type)).toEqual(['discontinuance-proposed', 'discontinuance-lapsed'])
    expect((await get(next.discontinuanceId)).stage).toBe('proposed')
    expect((await approve(id)).body).toMatchObject({ kind: 'wrong-stage', stage: 'lapsed' })
    good(await approve(next.discontinuanceId))
  })

  test('of two new proposals at once one is there, and the other is told', async () => {
    const one = await leaver()
    await proposedAnd(one, 1)
    const answers = await Promise.all([propose(one), propose(one)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
  })

  test('an approval that is overtaken by the end of the window leaves no shard closed', async () => {
    const one = await leaver()
    const { id } = await proposedAnd(one, 0)
    justBefore(house, 'lockSigning', async () => house.clock.advance(1))
    expect((await approve(id)).body).toMatchObject({ kind: 'wrong-stage', stage: 'lapsed' })
    expect(await sells(one)).toBe(201)
    good(await propose(one))
  })

  test('time itself writes down what was waited out, once, and opens what an approval had fenced', async () => {
    const one = await leaver()
    house.clock.advance(1)
    const { id } = await proposedAnd(one, 0)
    await house.expireOverdue()
    await fenced(one, id)
    expect(await house.expireOverdue()).toBe(0)
    house.clock.advance(1)
    expect(await house.expireOverdue()).toBe(1)
    expect(await house.expireOverdue()).toBe(0)
    expect((await house.deps.ledger.eventsOf(id)).at(-1)?.event).toEqual({ type: 'discontinuance-lapsed' })
    expect(await sells(one)).toBe(201)
    good(await propose(one))
  })

  test('a withdrawal that comes too late to matter is still taken', async () => {
    const one = await leaver()
    const { id } = await proposedAnd(one, 1)
    expect(good(await parties.staff.post(`/v1/discontinuances/${id}/withdraw`)).stage).toBe('withdrawn')
    good(await propose(one))
  })

  test('is what the implementing entity set, for proposals from then on', async () => {
    const [first, second] = [await leaver(), await leaver()]
    const old = good(await propose(first))
    const set = (hours: number) => parties.admin.post('/v1/implementing-entity/approval-window', { hours })
    expect(good(await set(1)).approvalWindowHours).toBe(1)
    expect(Date.parse(good(await propose(second)).approveBy) - Date.parse(house.clock.now())).toBe(hour)
    expect((await get(old.discontinuanceId)).approveBy).toBe(old.approveBy)
    for (const hours of [0, 337, 1.5]) expect((await set(hours)).status).toBe(400)
    good(await set(336))
  })
})
