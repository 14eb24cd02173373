import { describe, expect, test } from 'vitest'
import { costs as settleCosts } from '../../functions/usecases/discontinuances/settle-takeover.ts'
import { consent } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { meterOn } from '../support/meter.ts'
import { good } from '../support/parties.ts'

const { house, parties, leaver, attested, stopped, read } = await marketplace()

describe('民法539条の2: an SME that consented in advance to a transfer', () => {
  const transfer = { kind: 'positionTransfer', askedBy: '髙橋 花子', how: 'phone' }
  const move = { settlement: 'movedToImplementingEntity' }

  /** A contract whose seller has stopped and whose SME was told, with what was consented to before. */
  const toSettle = async ({ consented = true } = {}) => {
    const one = await leaver()
    const contractId = await attested(one)
    const consents = `/v1/contracts/${contractId}/consents`
    if (consented) good(await one.ask.post(consents, transfer))
    const { path } = await stopped(one)
    await house.settle()
    const settle = (body: object) => parties.staff.post(`${path}/takeovers/${contractId}/settle`, body)
    return { one, contractId, consents, settle }
  }
  const settledBy = async (contractId: string): Promise<string | null> =>
    good(await parties.staff.get(`/v1/contracts/${contractId}/ledger`)).items.findLast(
      ({ event }: { event: { type: string } }) => event.type === 'takeover-settled',
    ).event.consentSha256

  test('moves to the implementing entity without another word, by the receipt on record', async () => {
    const { one, contractId, consents, settle } = await toSettle()
    const meter = meterOn(house.table)
    meter.reset()
    const moved = good(await settle(move))
    // One request more than any other settlement takes: the ledger, for the receipt.
    expect(meter.read().requests).toBe((settleCosts.settleTakeover?.requests ?? 0) + 1)
    expect(moved).toMatchObject({
      takeover: { stage: 'settled', settlement: 'movedToImplementingEntity' },
      counterparty: { now: parties.entityId, intervals: [{ party: one.resellerId }, { party: parties.entityId }] },
    })
    const [receipt] = good(await parties.staff.get(consents)).items
    expect(await settledBy(contractId)).toBe(receipt.receiptSha256)
    await house.settle()
    expect((await read(contractId)).counterparty.now).toBe(parties.entityId)
  })

  test('is asked again where it took that back, be it the moment before, and moves where it gave it again', async () => {
    const { contractId, consents, settle } = await toSettle()
    good(await parties.staff.post(`${consents}/withdraw`, transfer))
    expect((await settle(move)).body).toMatchObject({ kind: 'incomplete', missing: [{ code: 'consent' }] })
    good(await parties.staff.post(consents, { ...transfer, askedBy: '社長' }))
    good(await settle(move))
    const { items } = good(await parties.staff.get(consents))
    expect(items.map(({ what }: { what: string }) => what)).toEqual(['given', 'withdrawn', 'given'])
    expect(await settledBy(contractId)).toBe(items[2].receiptSha256)
  })

  test('is asked where it consented to something else only', async () => {
    const { contractId, settle } = await toSettle({ consented: false })
    expect((await read(contractId)).consents).toMatchObject([{ kind: 'remoteSupport', stage: 'given' }])
    expect((await settle(move)).body).toMatchObject({ kind: 'incomplete', what: 'consent' })
  })

  test('is asked before it moves to another reseller, which it did not name, and before its contract ends', async () => {
    const { contractId, settle } = await toSettle()
    const successor = await leaver()
    const other = { settlement: 'movedToReseller', resellerId: successor.resellerId }
    expect((await settle(other)).body).toMatchObject({ kind: 'incomplete', what: 'consent' })
    expect((await settle({ settlement: 'endedBySme' })).body).toMatchObject({ kind: 'incomplete', what: 'consent' })
    good(await settle({ ...other, consent }))
    house.clock.advance(60_000)
    const { path } = await stopped(successor)
    await house.settle()
    // What it consented to named its first seller as the one who stops, and not this one.
    const again = (body: object) => parties.staff.post(`${path}/takeovers/${contractId}/settle`, body)
    expect((await again(move)).body).toMatchObject({ kind: 'incomplete', what: 'consent' })
    good(await again({ ...move, consent }))
  })
})
