import { describe, expect, test } from 'vitest'
import { noticeBounce } from '../../functions/application/tenants/notice-concern.ts'
import { noteBounce } from '../../functions/notifications/bounces/note-bounce.ts'
import { newHouse } from '../support/house.ts'
import type { Leaver } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, nextNumber, paper } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net, leaver, stopped } = await marketplace()

describe('a concern that a reseller may not be able to go on', () => {
  const words = { ground: 'staff', statement: '担当者が二人とも辞める。' }
  const raise = async ({ ask }: Leaver) => good(await ask.post('/v1/concerns', words))
  const about = async ({ resellerId }: Leaver, more = '') =>
    good(await parties.staff.get(`/v1/concerns?resellerId=${resellerId}${more}`)).items
  const propose = ({ resellerId }: Leaver, concernId?: string) =>
    parties.staff.post('/v1/discontinuances', {
      resellerId,
      ground: 'staff',
      occurredOn: house.clock.today(),
      statement: '続けられない。',
      ...(concernId ? { concernId } : {}),
    })
  const dismiss = (concernId: string) =>
    parties.staff.post(`/v1/concerns/${concernId}/dismiss`, { reason: '後任が決まった。' })

  const invited = async (mail = `n${nextNumber()}@reseller.example.jp`) => {
    const code = `C${nextNumber()}`
    const { resellerId } = good(
      await parties.admin.post('/v1/resellers', {
        code,
        name: '架空販売株式会社',
        prefecture: '大阪府',
        admin: { mail, name: '坂田' },
      }),
    )
    return {
      resellerId,
      ask: house.as({ role: 'resellerAdmin', sub: code, entityId: parties.entityId, resellerId }),
    } as Leaver
  }

  test('moves nothing: the reseller signs as before', async () => {
    const one = await leaver()
    const { signer, sha256 } = await readyToSign(house, one.ask, draft(net))
    const before = good(await parties.admin.get(`/v1/resellers/${one.resellerId}`))
    await raise(one)
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    good(await one.ask.post('/v1/contracts/attest', paper(net)))
    expect(good(await parties.admin.get(`/v1/resellers/${one.resellerId}`))).toEqual(before)
  })

  test('is raised by the reseller about itself, or by the implementing entity about one of its own', async () => {
    const [one, other] = [await leaver(), await leaver()]
    expect(await raise(one)).toMatchObject({
      stage: 'open',
      cause: 'told',
      resellerId: one.resellerId,
      ground: 'staff',
    })
    const { resellerId } = other
    const noticed = good(await parties.staff.post('/v1/concerns', { ...words, resellerId }))
    expect(noticed).toMatchObject({ stage: 'open', cause: 'noticed', resellerId })
    expect((await one.ask.post('/v1/concerns', { ...words, resellerId })).status).toBe(404)
    expect((await parties.staff.post('/v1/concerns', words)).body).toMatchObject({
      kind: 'does-not-fit',
      what: 'resellerId',
    })
  })

  test('is seen by a reseller only where it said so itself', async () => {
    const [one, other] = [await leaver(), await leaver()]
    const own = await raise(one)
    const { resellerId } = one
    const noticed = good(await parties.staff.post('/v1/concerns', { ...words, resellerId }))
    const seen = good(await one.ask.get('/v1/concerns')).items
    expect(seen.map(({ concernId }: any) => concernId)).toEqual([own.concernId])
    expect(good(await one.ask.get(`/v1/concerns/${own.concernId}`)).statement).toBe(words.statement)
    expect((await one.ask.get(`/v1/concerns/${noticed.concernId}`)).status).toBe(404)
    expect((await other.ask.get(`/v1/concerns/${own.concernId}`)).status).toBe(404)
    expect((await about(one)).length).toBe(2)
    expect((await about(one, '&cause=told')).length).toBe(1)
  })

  test('is dismissed with a reason, once', async () => {
    const { concernId } = await raise(await leaver())
    expect(good(await dismiss(concernId))).toMatchObject({ stage: 'dismissed', decidedAt: house.clock.now() })
    expect(good(await parties.staff.get(`/v1/concerns/${concernId}`)).reason).toBe('後任が決まった。')
    expect((await dismiss(concernId)).body).toMatchObject({ kind: 'wrong-stage', what: 'concern', stage: 'dismissed' })
  })

  test('is marked by the proposal that rests on it, and by the next when that one was withdrawn', async () => {
    const [one, other] = [await leaver(), await leaver()]
    const { concernId } = await raise(one)
    expect((await propose(other, concernId)).status).toBe(404)
    const first = good(await propose(one, concernId)).discontinuanceId
    expect(await about(one)).toMatchObject([{ stage: 'proposed', discontinuanceId: first }])
    expect((await dismiss(concernId)).body).toMatchObject({ kind: 'wrong-stage', stage: 'proposed' })
    good(await parties.staff.post(`/v1/discontinuances/${first}/withdraw`))
    const second = good(await propose(one, concernId)).discontinuanceId
    expect(await about(one)).toMatchObject([{ stage: 'proposed', discontinuanceId: second }])
  })

  test('one that was dismissed is no ground for a proposal', async () => {
    const one = await leaver()
    const { concernId } = await raise(one)
    good(await dismiss(concernId))
    expect((await propose(one, concernId)).body).toMatchObject({ kind: 'wrong-stage', what: 'concern' })
  })

  test('is not raised any more once the reseller was stopped', async () => {
    const one = await leaver()
    await stopped(one)
    const { body } = await one.ask.post('/v1/concerns', words)
    expect(body).toMatchObject({ kind: 'wrong-stage', what: 'reseller', stage: 'discontinued' })
  })

  test('is raised by the platform on the day after requirements were due, once for that day', async () => {
    const own = await newHouse({ now: '2026-10-31T23:59:59.999+09:00', table: house.table })
    const one = await invited()
    await own.expireOverdue()
    expect(await about(one)).toEqual([])
    own.clock.advance(1)
    await own.expireOverdue()
    const [concern] = await about(one)
    expect(concern).toMatchObject({ stage: 'open', cause: 'requirementsPastDue', ground: null })
    expect(good(await parties.staff.get(`/v1/concerns/${concern.concernId}`)).statement).toContain('誓約')
    own.clock.advance(86_400_000)
    expect(await own.expireOverdue()).toBe(0)
    good(await dismiss(concern.concernId))
    expect(await own.expireOverdue()).toBe(0)
    expect((await about(one)).length).toBe(1)
  })

  test('is raised by the platform when letters to the reseller come back: one while it is open, another after', async () => {
    const one = await invited('gone@reseller.invalid')
    await house.settle()
    const [concern, ...more] = await about(one)
    expect([concern.cause, more]).toEqual(['lettersBounced', []])
    const another = async () => {
      const other = await invited(`other${nextNumber()}@reseller.example.jp`)
      const [event] = await house.deps.ledger.eventsOf(other.resellerId)
      const { entityId } = parties
      const letter = event?.deliveries[0]?.id ?? ''
      await noticeBounce(house.deps, { entityId, resellerId: one.resellerId }, letter, 'reseller-restricted')
    }
    await another()
    expect((await about(one)).length).toBe(1)
    good(await dismiss(concern.concernId))
    await another()
    expect((await about(one, '&stage=open')).length).toBe(1)
  })

  describe('of a letter to a reseller that was accepted and came back', () => {
    const restricted = async (one: Leaver) => {
      good(await parties.admin.post(`/v1/resellers/${one.resellerId}/restrict`, { reason: '確認中。' }))
      await house.settle()
      return house.letters.findLast(({ of }) => of.stream === one.resellerId)
    }
    const hear = (stream: string, deliveryId = 'unknown') =>
      noteBounce(house.deps)({ stream, deliveryId, cause: 'bounce' })

    test('is raised by the platform, once however often it is heard of', async () => {
      const one = await leaver()
      const letter = await restricted(one)
      expect(await about(one)).toEqual([])
      for (let times = 0; times < 2; times += 1) await hear(one.resellerId, letter?.reference)
      const [concern, ...more] = await about(one)
      expect([concern.stage, concern.cause, more]).toEqual(['open', 'lettersBounced', []])
      const { statement } = good(await parties.staff.get(`/v1/concerns/${concern.concernId}`))
      expect(statement).toContain('新しいご契約のお取扱いの停止のお知らせ')
    })

    test('is not raised of a letter nobody knows, nor of a reseller that has stopped', async () => {
      const one = await leaver()
      const letter = await restricted(one)
      await hear(one.resellerId)
      const { discontinuanceId } = await stopped(one)
      await house.settle()
      const last = house.letters.findLast(({ of }) => of.stream === discontinuanceId)
      await hear(one.resellerId, letter?.reference)
      await hear(discontinuanceId, last?.reference)
      expect([last?.subject, await about(one)]).toEqual([expect.stringContaining('終了'), []])
    })

    test('is heard again later where its own receipt is not there yet', async () => {
      const one = await leaver()
      good(await parties.admin.post(`/v1/resellers/${one.resellerId}/restrict`, { reason: '確認中。' }))
      const owed = (await house.deps.ledger.eventsOf(one.resellerId)).at(-1)?.deliveries[0]
      await expect(hear(one.resellerId, owed?.id)).rejects.toThrow('no receipt yet')
    })
  })
})
