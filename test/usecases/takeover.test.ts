import { describe, expect, test } from 'vitest'
import { leave, wish } from '../support/cancelling.ts'
import { consent } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { fulfilByPeople } from '../support/obliging.ts'
import { draft, good, nextNumber, paper } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

const { house, parties, net, leaver, attested, stopped, read } = await marketplace()

describe('第2章1.(10) when a reseller cannot continue', () => {
  test('the implementing entity answers from the very commit, before anything has been fanned out', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    expect((await read(contractId)).responsibility.now).toBe(one.resellerId)
    house.clock.advance(60_000)
    const { since } = await stopped(one)
    const { responsibility, counterparty, takeover } = await read(contractId)
    expect(takeover).toBeNull()
    expect(responsibility.now).toBe(parties.entityId)
    expect(responsibility.intervals).toEqual([
      { party: one.resellerId, from: expect.any(String), until: since },
      { party: parties.entityId, from: since, until: null },
    ])
    expect(counterparty.now).toBe(one.resellerId)
    await house.settle()
    const after = await read(contractId)
    expect(after.responsibility).toEqual(responsibility)
    expect(after.takeover).toMatchObject({ stage: 'told', late: false })
  })

  test('the leaver may still read, and do nothing any more, though its token is good', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    const drafted = good(await one.ask.post('/v1/contracts', draft(net))).contractId
    await stopped(one)
    expect((await one.ask.get(`/v1/contracts/${contractId}`)).status).toBe(200)
    const tried = [
      await one.ask.post('/v1/contracts', draft(net)),
      await one.ask.post('/v1/contracts/attest', paper(net)),
      await one.ask.post(`/v1/contracts/${drafted}/withdraw`),
      await one.ask.post(`/v1/contracts/${contractId}/request-cancellation`, wish('2026-10-01')),
    ]
    expect(tried.map(({ status, body }) => [status, body.clause ?? body.what])).toEqual([
      [422, '第2章1.(10)'],
      [422, '第2章1.(10)'],
      [409, 'reseller'],
      [409, 'reseller'],
    ])
  })

  test('open drafts and links are void, signed or not yet read', async () => {
    const one = await leaver()
    const { contractId: drafted } = good(await one.ask.post('/v1/contracts', draft(net)))
    const { signer, sha256, contractId: open } = await readyToSign(house, one.ask, draft(net))
    await stopped(one)
    expect((await signer.post('/v1/signing/sign', signature(sha256))).body.clause).toBe('第2章1.(10)')
    await house.settle()
    expect(await Promise.all([drafted, open].map(async (id) => (await read(id)).voided))).toEqual([
      'sellerDiscontinued',
      'sellerDiscontinued',
    ])
    expect((await signer.get('/v1/signing/document')).body.kind).toBe('link-not-usable')
  })

  test('an SME that leaves before it was reached is still on the list, with its takeover settled', async () => {
    const one = await leaver()
    const contractId = await attested(one)
    const { path } = await stopped(one)
    await leave(parties.staff, contractId, '2026-10-01')
    await house.settle()
    expect(await read(contractId)).toMatchObject({
      stage: 'ended',
      ending: { why: 'endedInTakeover' },
      takeover: { stage: 'settled', settlement: 'endedBySme' },
    })
    const { list, takeovers } = good(await parties.staff.get(path))
    expect([list.contracts, takeovers]).toEqual([1, { opened: 0, told: 0, settled: 1 }])
  })

  test('a settled takeover frees the place of an SME that ended, and of no other', async () => {
    const one = await leaver()
    const [ended, served] = [nextNumber(), nextNumber()]
    const [endedId, servedId] = [await attested(one, { n: ended }), await attested(one, { n: served })]
    const { path } = await stopped(one)
    await house.settle()
    good(await parties.staff.post(`${path}/takeovers/${endedId}/settle`, { settlement: 'endedBySme', consent }))
    good(await parties.staff.post(`${path}/takeovers/${servedId}/settle`, { settlement: 'servedByImplementingEntity' }))
    expect((await parties.admin.post('/v1/contracts/attest', paper(net, { n: ended }))).status).toBe(201)
    expect((await parties.admin.post('/v1/contracts/attest', paper(net, { n: served }))).body.clause).toBe('第2章1.(6)')
  })

  test('what needs the SME’s word is refused without it; who was not told cannot be settled', async () => {
    const one = await leaver()
    const silent = await attested(one, { sme: { noticeContact: { mail: null, phone: '03-0000-0000' } } })
    const { path } = await stopped(one)
    await house.settle()
    const settle = (body: object) => parties.staff.post(`${path}/takeovers/${silent}/settle`, body)
    expect((await settle({ settlement: 'servedByImplementingEntity' })).body).toMatchObject({
      kind: 'wrong-stage',
      stage: 'opened',
      needs: ['told'],
    })
    good(await parties.staff.post(`${path}/takeovers/${silent}/tell`, { by: 'phone', spokeTo: '社長' }))
    for (const settlement of ['movedToImplementingEntity', 'endedBySme'])
      expect((await settle({ settlement })).body.kind).toBe('incomplete')
    // A reseller that is named means a move: it is not left out where something else is decided.
    for (const settlement of ['servedByImplementingEntity', 'movedToImplementingEntity', 'endedBySme']) {
      const { status, body } = await settle({ settlement, consent, resellerId: one.resellerId })
      expect([status, body.kind, body.what, body.given]).toEqual([422, 'does-not-fit', 'resellerId', one.resellerId])
    }
    expect((await settle({ settlement: 'movedToReseller', consent })).body).toMatchObject({
      kind: 'does-not-fit',
      what: 'resellerId',
    })
    expect(
      (await settle({ settlement: 'movedToImplementingEntity', consent: { ...consent, on: '2026-10-02' } })).body.kind,
    ).toBe('out-of-order')
    good(await settle({ settlement: 'movedToImplementingEntity', consent }))
    expect((await settle({ settlement: 'servedByImplementingEntity' })).body).toMatchObject({
      kind: 'wrong-stage',
      stage: 'settled',
    })
  })

  test('a case that was closed is open again when a paper contract turns up', async () => {
    const one = await leaver()
    const { path, since } = await stopped(one)
    await house.settle()
    const { reports } = good(await parties.staff.get(path))
    for (const { submissionId, to } of reports) {
      good(
        await parties.staff.post(`/v1/submissions/${submissionId}/send`, {
          plan: '引き受ける',
          expectedCompletionOn: null,
          contact: '結城',
        }),
      )
      good(
        await (to === 'ipa' ? parties.ipa : parties.body).post(`/v1/submissions/${submissionId}/acknowledge`, {
          receiptNumber: '受-1',
        }),
      )
    }
    await fulfilByPeople(parties.staff, path, house.clock.today())
    expect(good(await parties.admin.post(`${path}/close`)).stage).toBe('closed')
    const late = good(await parties.staff.post('/v1/contracts/attest', paper(net, { resellerId: one.resellerId })))
    expect(late).toMatchObject({ takeover: { late: true, stage: 'opened' }, responsibility: { now: parties.entityId } })
    expect(late.responsibility.intervals[0].until).toBe(since)
    expect(good(await parties.staff.get(path))).toMatchObject({ stage: 'takingOver', late: 1 })
    expect((await parties.admin.post(`${path}/close`)).body.kind).toBe('incomplete')
  })

  test('a paper contract signed after the instant is nobody’s to attest', async () => {
    const one = await leaver()
    await stopped(one)
    house.clock.advance(3 * 86_400_000)
    const { status, body } = await parties.staff.post(
      '/v1/contracts/attest',
      paper(net, { resellerId: one.resellerId, signedOn: house.clock.today() }),
    )
    expect([status, body.clause]).toEqual([422, '第2章1.(10)'])
  })
})
