import { describe, expect, test } from 'vitest'
import type { Leaver } from '../support/leaving.ts'
import { justBefore } from '../support/interleaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { later } from '../../shared/domain/plain-date.ts'
import { wish } from '../support/cancelling.ts'
import { draft, good, paper } from '../support/parties.ts'

const { house, parties, net, leaver, attested, proposed, read } = await marketplace()

describe('the two people who stop a reseller', () => {
  const stillSells = async ({ ask }: Leaver) => (await ask.post('/v1/contracts', draft(net))).status

  /** One that began now and has half a minute. */
  const attempt = () => ({ id: house.deps.ids.nonce(), until: later(house.clock.now(), 30_000) })
  /** As an approval leaves it that died between its fences and its commit. */
  const fenced = async ({ resellerId }: Leaver, id: `dsc_${string}`) => {
    const { entityId } = parties
    return house.deps.commits.lockSigning(resellerId, { state: 'discontinuance', id, entityId, version: 1 }, attempt())
  }

  test('a proposal that is withdrawn leaves everything as it was, fences and all', async () => {
    const one = await leaver()
    const discontinuanceId = await proposed(one)
    // An approval that died between its fences and its commit.
    await fenced(one, discontinuanceId)
    expect((await one.ask.post('/v1/contracts/attest', paper(net))).body.kind).toBe('changed-meanwhile')
    good(await parties.staff.post(`/v1/discontinuances/${discontinuanceId}/withdraw`))
    expect((await one.ask.post('/v1/contracts/attest', paper(net))).status).toBe(201)
    expect(
      (
        await parties.staff.post('/v1/discontinuances', {
          resellerId: one.resellerId,
          ground: 'other',
          occurredOn: '2026-10-01',
          statement: '再び',
        })
      ).status,
    ).toBe(201)
  })

  test('fences that outlived their attempt by a minute bind nobody, and the calendar takes them down (attack 7)', async () => {
    const one = await leaver()
    const discontinuanceId = await proposed(one)
    await fenced(one, discontinuanceId)
    const signs = async () => (await one.ask.post('/v1/contracts/attest', paper(net))).status
    house.clock.advance(30_000 + 60_000)
    expect([await signs(), await house.expireOverdue()]).toEqual([409, 0])
    house.clock.advance(1)
    expect(await signs()).toBe(201)
    const gate = async (shard: number) => (await house.deps.contracts.gate(one.resellerId, shard))?.fence
    expect([await gate(0), await gate(15)]).toEqual([discontinuanceId, discontinuanceId])
    expect([await house.expireOverdue(), await house.expireOverdue()]).toEqual([1, 0])
    expect([await gate(0), await gate(15)]).toEqual([null, null])
    good(await parties.admin.post(`/v1/discontinuances/${discontinuanceId}/approve`))
  })

  test('fences hold back who signs and nobody else: drafts, leaving, own links, amendments go on (attack 7)', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    await fenced(one, await proposed(one))
    expect(await stillSells(one)).toBe(201)
    const contract = `/v1/contracts/${contractId}`
    good(await one.ask.post(`${contract}/request-cancellation`, wish(house.clock.today())))
    good(await one.ask.post(`${contract}/withdraw-cancellation`))
    expect((await one.ask.post('/v1/contracts/attest', paper(net))).body.kind).toBe('changed-meanwhile')
  })

  test('an approval whose fences another attempt took begins again, and commits behind its own (attack 7)', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    const discontinuanceId = await proposed(one)
    let fences = 0
    const { commits } = house.deps
    const own = commits.lockSigning
    Object.assign(commits, {
      lockSigning: async (...given: Parameters<typeof own>) => {
        fences += 1
        return own(...given)
      },
    })
    justBefore(house, 'commit', () =>
      own(
        one.resellerId,
        { state: 'discontinuance', id: discontinuanceId, entityId: parties.entityId, version: 1 },
        attempt(),
      ),
    )
    good(await parties.admin.post(`/v1/discontinuances/${discontinuanceId}/approve`))
    Object.assign(commits, { lockSigning: own })
    expect(fences).toBe(2)
    expect((await read(contractId)).responsibility.now).toBe(parties.entityId)
  })

  test('an approval that died behind its fences can be given again', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    const discontinuanceId = await proposed(one)
    await fenced(one, discontinuanceId)
    good(await parties.admin.post(`/v1/discontinuances/${discontinuanceId}/approve`))
    expect((await read(contractId)).responsibility.now).toBe(parties.entityId)
  })

  test('a withdrawal does not give back what the reseller lost while it was under way', async () => {
    const one = await leaver()
    const discontinuanceId = await proposed(one)
    await fenced(one, discontinuanceId)
    justBefore(house, 'commit', () =>
      parties.admin.post(`/v1/resellers/${one.resellerId}/authorizations/${net}/end`, { lastDay: '2026-09-30' }),
    )
    good(await parties.staff.post(`/v1/discontinuances/${discontinuanceId}/withdraw`))
    expect((await one.ask.post('/v1/contracts', draft(net))).body.clause).toBe('第1章2.(4)')
  })

  test('an approval that meets a withdrawal is refused and leaves no shard closed', async () => {
    const one = await leaver()
    const discontinuanceId = await proposed(one)
    justBefore(house, 'lockSigning', () => parties.staff.post(`/v1/discontinuances/${discontinuanceId}/withdraw`))
    const { status, body } = await parties.admin.post(`/v1/discontinuances/${discontinuanceId}/approve`)
    expect([status, body.kind, body.stage]).toEqual([409, 'wrong-stage', 'withdrawn'])
    expect(await stillSells(one)).toBe(201)
  })

  test('an approval of a case read too long ago changes nothing', async () => {
    const one = await leaver()
    const discontinuanceId = await proposed(one)
    const stale = await parties.admin.post(`/v1/discontinuances/${discontinuanceId}/approve`, undefined, {
      ifMatch: '"7"',
    })
    expect(stale.status).toBe(412)
    expect(await stillSells(one)).toBe(201)
  })

  test('a reseller that was stopped names nobody any more, though its token is good', async () => {
    const one = await leaver()
    const person = { mail: `new-${one.resellerId}@example.jp`, name: '新しい人', role: 'resellerStaff' }
    const discontinuanceId = await proposed(one)
    justBefore(house, 'commit', () => parties.admin.post(`/v1/discontinuances/${discontinuanceId}/approve`))
    const { status, body } = await one.ask.post('/v1/members', person)
    expect([status, body.kind, body.stage]).toEqual([409, 'wrong-stage', 'discontinued'])
  })
})
