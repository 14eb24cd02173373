import { describe, expect, test } from 'vitest'
import { later, type Instant } from '../../shared/domain/plain-date.ts'
import { consent, type Leaver } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, explanation, good, paper } from '../support/parties.ts'
import { enter, readyToSign, signature } from '../support/signing.ts'

const { house, parties, net, leaver, attested, stopped } = await marketplace()
const { admin, staff } = parties

const proposedByAdmin = async ({ resellerId }: Leaver) =>
  good(
    await admin.post('/v1/discontinuances', {
      resellerId,
      ground: 'bankruptcy',
      occurredOn: house.clock.today(),
      statement: '続けられない。',
    }),
  )
const restrict = ({ resellerId }: Leaver) => admin.post(`/v1/resellers/${resellerId}/restrict`, { reason: '苦情。' })
const lift = ({ resellerId }: Leaver) => admin.post(`/v1/resellers/${resellerId}/lift`, { reason: '対応済み。' })
const reseller = async ({ resellerId }: Leaver) => good(await admin.get(`/v1/resellers/${resellerId}`))
const stage = async (one: Leaver) => (await reseller(one)).stage
const attest = async ({ ask }: Leaver) => (await ask.post('/v1/contracts/attest', paper(net))).status
const checked = { status: 409, body: { kind: 'being-checked' } }
const no = { status: 409, body: { kind: 'wrong-stage', what: 'reseller', stage: 'restricted', needs: ['active'] } }

describe('a restriction for a proposal that was waited out (E12)', () => {
  test('after the last instant of the window it binds nobody, though no calendar has been by: who signs, drafts, offers, attests and moves judges by the clock', async () => {
    const [one, left] = [await leaver(), await leaver()]
    const given = draft(net)
    const { signer, sha256, link } = await readyToSign(house, one.ask, given)
    const { contractId: drafted } = good(await one.ask.post('/v1/contracts', draft(net)))
    good(await one.ask.post(`/v1/contracts/${drafted}/explain`, explanation(house.clock.today())))
    const [moved, inBulk] = [await attested(left), await attested(left)]
    const { path } = await stopped(left)
    await house.settle()
    const { approveBy } = await proposedByAdmin(one)
    const to = { settlement: 'movedToReseller', resellerId: one.resellerId, consent }
    const settle = () => staff.post(`${path}/takeovers/${moved}/settle`, to)
    const rows = [{ contractId: inBulk, consent }]
    const move = (dryRun: boolean) =>
      staff.post(`${path}/moves${dryRun ? '?dryRun=true' : ''}`, {
        resellerId: one.resellerId,
        rows,
      })
    const offer = () => one.ask.post(`/v1/contracts/${drafted}/offer`, {})

    expect(await signer.post('/v1/signing/sign', signature(sha256))).toMatchObject(checked)
    house.clock.set(approveBy as Instant)
    for (const refused of [await offer(), await settle(), await move(true)]) expect(refused).toMatchObject(no)
    expect(await attest(one)).toBe(409)

    house.clock.set(later(approveBy as Instant, 1))
    expect((await reseller(one)).restrictedFor).toMatchObject({ alone: true, until: approveBy })
    expect(await attest(one)).toBe(201)
    good(await offer())
    good(await settle())
    good(await move(false))
    const again = await enter(house, link, given.sme.signatory.phone)
    good(await again.post('/v1/signing/sign', signature(sha256)))
    await house.settle()
    expect((await one.ask.get(`/v1/contracts/${inBulk}`)).status).toBe(200)
    await house.expireOverdue()
    expect(await stage(one)).toBe('active')
  })

  test('what a person restricted beside it stands after the window as well', async () => {
    const one = await leaver()
    const { approveBy } = await proposedByAdmin(one)
    good(await restrict(one))
    house.clock.set(later(approveBy as Instant, 1))
    expect(await attest(one)).toBe(409)
    await house.expireOverdue()
    expect(await attest(one)).toBe(409)
    good(await lift(one))
    expect(await attest(one)).toBe(201)
  })
})
