import { describe, expect, test } from 'vitest'
import { usualObligationDays } from '../../shared/domain/discontinuance/obligation.ts'
import { later, type Instant } from '../../shared/domain/plain-date.ts'
import type { Ask } from '../support/house.ts'
import { justBefore } from '../support/interleaving.ts'
import type { Leaver } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, paper } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net, leaver, attested, read } = await marketplace()
const { admin, staff, entityId } = parties
const secondAdmin = house.as({ role: 'entityAdmin', sub: 'second-admin', entityId })

const facts = { ground: 'bankruptcy', occurredOn: house.clock.today(), statement: '続けられない。' }
const propose = async (who: Ask, { resellerId }: Leaver, more: object = {}) =>
  good(await who.post('/v1/discontinuances', { resellerId, ...facts, ...more }))
const path = (id: string) => `/v1/discontinuances/${id}`
const withdraw = (id: string) => staff.post(`${path(id)}/withdraw`)
const confirm = (id: string, who: Ask = admin) => who.post(`${path(id)}/restrict`)
const restrict = ({ resellerId }: Leaver) => admin.post(`/v1/resellers/${resellerId}/restrict`, { reason: '苦情。' })
const lift = ({ resellerId }: Leaver) => admin.post(`/v1/resellers/${resellerId}/lift`, { reason: '対応済み。' })
const reseller = async ({ resellerId }: Leaver) => good(await admin.get(`/v1/resellers/${resellerId}`))
const stage = async (one: Leaver) => (await reseller(one)).stage
const caseOf = async (id: string) => good(await admin.get(path(id)))
const attest = async ({ ask }: Leaver) => (await ask.post('/v1/contracts/attest', paper(net))).status
const checked = { status: 409, body: { kind: 'being-checked', retryable: false } }

describe('a proposal of a discontinuance restricts new business before it is approved (E12)', () => {
  test("an admin's restricts in its own commit: who is in the middle of signing cannot, the very next moment", async () => {
    const one = await leaver()
    const { contractId, signer, sha256 } = await readyToSign(house, one.ask, draft(net))
    const { discontinuanceId, restriction } = await propose(admin, one)
    expect([restriction, await reseller(one)]).toMatchObject([
      'standing',
      {
        stage: 'restricted',
        restrictedSince: house.clock.now(),
        restrictedFor: { discontinuanceId, alone: true },
      },
    ])
    const refused = await signer.post('/v1/signing/sign', signature(sha256))
    expect(refused).toMatchObject(checked)
    // Why is between the implementing entity and the reseller: nothing of it is in the bytes the SME gets.
    expect(refused.text).toMatch(/確認中/)
    expect(refused.text).not.toMatch(/reseller|restrict|stage|再販/)
    expect(await attest(one)).toBe(409)
    good(await withdraw(discontinuanceId))
    good(await signer.post('/v1/signing/sign', signature(sha256)))
    expect((await read(contractId)).stage).toBe('live')
  })

  test('a signature under way loses against it', async () => {
    const one = await leaver()
    const { signer, sha256 } = await readyToSign(house, one.ask, draft(net))
    justBefore(house, 'commit', () => propose(admin, one))
    expect(await signer.post('/v1/signing/sign', signature(sha256))).toMatchObject(checked)
  })

  test('it names ground, day and the hash of its statement, in the ledger of the reseller and on the paper beside', async () => {
    const one = await leaver()
    const { discontinuanceId } = await propose(admin, one)
    const [proposed] = await house.deps.ledger.eventsOf(discontinuanceId)
    const restricted = (await house.deps.ledger.eventsOf(one.resellerId)).at(-1)
    const { statementSha256 } = (proposed?.event ?? {}) as any
    expect(restricted?.at).toBe(proposed?.at)
    expect(restricted?.event).toMatchObject({
      type: 'reseller-restricted',
      proposal: {
        discontinuanceId,
        ground: facts.ground,
        occurredOn: facts.occurredOn,
        statementSha256,
        concernId: null,
      },
    })
    const beside = await house.deps.ledger.paper(
      one.resellerId,
      `restriction-${String(restricted?.seq).padStart(4, '0')}`,
    )
    expect(beside).toMatchObject({ ground: facts.ground, statementSha256, reason: expect.stringContaining('倒産') })
  })

  test("a staff member's restricts nothing and asks an admin, who restricts for it", async () => {
    const one = await leaver()
    const { discontinuanceId: id, restriction } = await propose(staff, one)
    expect([restriction, await stage(one), await attest(one)]).toEqual(['asked', 'active', 201])
    expect((await staff.post(`${path(id)}/restrict`)).status).toBe(403)
    expect(good(await confirm(id)).restriction).toBe('standing')
    expect([await stage(one), await attest(one)]).toEqual(['restricted', 409])
    expect((await confirm(id)).body).toMatchObject({ kind: 'wrong-stage', what: 'restriction', stage: 'standing' })
    good(await withdraw(id))
    expect([await stage(one), (await caseOf(id)).restriction]).toEqual(['active', 'fallen'])
    expect((await confirm(id)).body).toMatchObject({ kind: 'wrong-stage', what: 'discontinuance', stage: 'withdrawn' })
  })

  test('an admin is asked by mail, where the implementing entity named an address, and only when there is something to ask', async () => {
    good(
      await admin.post('/v1/implementing-entity/obligation-settings', {
        businessDays: usualObligationDays,
        noticeMail: 'n@example.jp',
      }),
    )
    const [asked, stopped] = [await leaver(), await leaver()]
    const [first, second] = [await propose(staff, asked), await propose(admin, stopped)]
    await house.settle()
    // Whoever has to approve is told as well, at an address of their own.
    const about = (id: string) => house.letters.filter(({ of, to }) => of.stream === id && to === 'n@example.jp')
    expect(about(first.discontinuanceId)).toMatchObject([{ to: 'n@example.jp', text: expect.stringContaining('倒産') }])
    expect(about(second.discontinuanceId)).toEqual([])
  })

  test('a dry run restricts nothing, and another tenant finds no such case', async () => {
    const one = await leaver()
    good(await admin.post('/v1/discontinuances?dryRun=true', { resellerId: one.resellerId, ...facts }))
    expect(await stage(one)).toBe('active')
    const { discontinuanceId } = await propose(staff, one)
    const stranger = house.as({ role: 'entityAdmin', sub: 'x', entityId: 'ent_0000000000000000000000000z' })
    expect((await confirm(discontinuanceId, stranger)).status).toBe(404)
  })

  test('it stands at the last instant of the window, and falls when what was waited out is written down', async () => {
    const one = await leaver()
    const { discontinuanceId, approveBy } = await propose(admin, one)
    house.clock.set(approveBy as Instant)
    await house.expireOverdue()
    expect(await stage(one)).toBe('restricted')
    house.clock.set(later(approveBy as Instant, 1))
    await house.expireOverdue()
    expect([await stage(one), await attest(one)]).toEqual(['active', 201])
    expect(await caseOf(discontinuanceId)).toMatchObject({ stage: 'lapsed', restriction: 'fallen' })
  })

  test('one that was waited out falls with the next proposal, which restricts only on other facts or by another admin', async () => {
    const one = await leaver()
    const first = await propose(admin, one)
    house.clock.set(later(first.approveBy as Instant, 1))
    const second = await propose(admin, one)
    expect([second.restriction, await stage(one)]).toEqual(['asked', 'active'])
    good(await confirm(second.discontinuanceId, secondAdmin))
    house.clock.set(later(second.approveBy as Instant, 1))
    const third = await propose(admin, one, { ground: 'law' })
    expect(third.restriction).toBe('standing')
    expect(await reseller(one)).toMatchObject({
      stage: 'restricted',
      restrictedFor: { discontinuanceId: third.discontinuanceId, alone: true },
      restrictedSince: house.clock.now(),
    })
  })

  test('it never lifts what a person restricted, whichever came first', async () => {
    const [before, after] = [await leaver(), await leaver()]
    good(await restrict(before))
    const { restrictedSince } = await reseller(before)
    house.clock.advance(1_000)
    const early = await propose(admin, before)
    const late = await propose(admin, after)
    good(await restrict(after))
    expect((await restrict(after)).body).toMatchObject({ kind: 'wrong-stage', stage: 'restricted' })
    for (const [one, { discontinuanceId, approveBy: until }] of [
      [before, early],
      [after, late],
    ] as const) {
      expect((await reseller(one)).restrictedFor).toEqual({ discontinuanceId, alone: false, until })
      good(await withdraw(discontinuanceId))
      expect(await reseller(one)).toMatchObject({ stage: 'restricted', restrictedFor: null })
      expect(await attest(one)).toBe(409)
    }
    expect((await reseller(before)).restrictedSince).toBe(restrictedSince)
    good(await lift(before))
    expect(await attest(before)).toBe(201)
  })

  test('a person lifts what a person restricted, and not what a proposal did', async () => {
    const one = await leaver()
    good(await restrict(one))
    const { discontinuanceId } = await propose(admin, one)
    good(await lift(one))
    expect(await reseller(one)).toMatchObject({ stage: 'restricted', restrictedFor: { alone: true } })
    expect((await lift(one)).body).toMatchObject({
      kind: 'wrong-stage',
      what: 'discontinuance',
      stage: 'proposed',
      needs: ['withdrawn', 'lapsed'],
    })
    good(await withdraw(discontinuanceId))
    expect(await stage(one)).toBe('active')
  })

  test('on the same facts it is not repeated by the same admin, and is by a second', async () => {
    const one = await leaver()
    const first = await propose(admin, one)
    good(await withdraw(first.discontinuanceId))
    const again = await propose(admin, one)
    expect([again.restriction, await stage(one)]).toEqual(['asked', 'active'])
    expect((await confirm(again.discontinuanceId)).body).toMatchObject({ kind: 'second-person-needed' })
    expect(await stage(one)).toBe('active')
    good(await confirm(again.discontinuanceId, secondAdmin))
    expect(await stage(one)).toBe('restricted')
    good(await withdraw(again.discontinuanceId))
    expect((await propose(admin, one, { occurredOn: '2026-09-30' })).restriction).toBe('standing')
  })

  test('the same concern is the same facts, whatever ground is named', async () => {
    const one = await leaver()
    const { concernId } = good(await one.ask.post('/v1/concerns', { ground: 'staff', statement: '二人とも辞める。' }))
    const first = await propose(admin, one, { concernId })
    expect(first.concernId).toBe(concernId)
    good(await withdraw(first.discontinuanceId))
    const again = await propose(admin, one, { concernId, ground: 'staff' })
    expect([again.restriction, await stage(one)]).toEqual(['asked', 'active'])
    good(await withdraw(again.discontinuanceId))
    expect((await propose(secondAdmin, one, { concernId })).restriction).toBe('standing')
  })

  test('an approval takes its place, and the reseller stands discontinued', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    const { discontinuanceId: id } = await propose(admin, one)
    expect((await admin.post(`${path(id)}/approve`)).body).toMatchObject({ kind: 'second-person-needed' })
    expect(await stage(one)).toBe('restricted')
    expect(good(await staff.post(`${path(id)}/approve`)).restriction).toBeNull()
    expect(await reseller(one)).toMatchObject({ stage: 'discontinued', restrictedSince: null, restrictedFor: null })
    expect((await read(contractId)).responsibility.now).toBe(entityId)
  })

  test('a withdrawal that meets a change of the reseller lifts nothing of it', async () => {
    const one = await leaver()
    const { discontinuanceId } = await propose(admin, one)
    justBefore(house, 'commit', () => restrict(one))
    await withdraw(discontinuanceId)
    expect(await stage(one)).toBe('restricted')
  })
})
