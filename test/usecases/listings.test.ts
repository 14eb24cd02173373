import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import { digest } from '../../functions/adapters/canonical.ts'
import { runJob } from '../../functions/processes/run-job.ts'
import { listContract } from '../../functions/processes/relist/list-contract.ts'
import { findableOf } from '../../shared/domain/contract/findable.ts'
import type { Ask } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, paper } from '../support/parties.ts'
import { rowsIn } from '../support/table-rows.ts'

const { house, parties, net, leaver } = await marketplace()

const found = async (ask: Ask, query: Record<string, string>): Promise<readonly any[]> =>
  good(await ask.get(`/v1/contracts/search?${new URLSearchParams(query).toString()}`)).items
const idsOf = async (ask: Ask, query: Record<string, string>): Promise<readonly string[]> =>
  (await found(ask, query)).map(({ contractId }) => contractId)
const listed = async (ask: Ask) => {
  const given = paper(net)
  const { contractId } = good(await ask.post('/v1/contracts/attest', given))
  await house.settle()
  return { contractId: contractId as string, corporateNumber: given.sme.corporateNumber }
}

describe('the worker', () => {
  const rowsOf = async (contractId: string) => {
    const read = await house.deps.contracts.find(contractId as never)
    if (!read) throw new Error(`no ${contractId}`)
    return read
  }

  test('that comes late with what it read before does not bring old facts back', async () => {
    const { ask } = await leaver()
    const { contractId, corporateNumber } = await listed(ask)
    const { kept } = await rowsOf(contractId)
    const old = { contractId: contractId as never, version: kept.version, findable: findableOf(kept.state, '古い名') }
    const words = { on: house.clock.today(), reason: '廃業', askedBy: '社長', how: 'phone' }
    const { leaving: leave } = good(await ask.post(`/v1/contracts/${contractId}/request-cancellation`, words))
    good(await ask.post(`/v1/contracts/${contractId}/cancel`, { penaltyExTaxYen: leave.penaltyExTaxYen }))
    await house.settle()
    expect(await house.deps.listings.list(old, true)).toBe(true)
    expect(await found(ask, { corporateNumber })).toMatchObject([{ stage: 'ended' }])
    expect(await idsOf(ask, { name: '古い名' })).toEqual([])
  })

  test('whose head moved while it wrote reads again', async () => {
    const { ask } = await leaver()
    const { contractId, corporateNumber } = await listed(ask)
    const { listings } = house.deps
    let tries = 0
    const once = {
      ...listings,
      list: async (...given: Parameters<typeof listings.list>) => (tries += 1) > 1 && listings.list(...given),
    }
    expect(await listContract({ ...house.deps, listings: once })(contractId as never)).toBe(true)
    expect(tries).toBe(2)
    expect(await idsOf(ask, { corporateNumber })).toEqual([contractId])
    const never = { ...listings, list: async () => false }
    expect(await listContract({ ...house.deps, listings: never })(contractId as never)).toBe(false)
  })
})

describe('listings made anew', () => {
  const listings = async () => (await rowsIn(house.table)).filter(({ pk }) => String(pk).startsWith('FIND#'))
  // How often a row of counts was added to is no matter, nor is a count of none.
  const text = (rows: readonly Record<string, unknown>[]) =>
    rows
      .filter(
        (row) =>
          row['t'] !== 'bookCount' || Object.entries(row).some(([cell, count]) => cell.includes(':') && count !== 0),
      )
      .map(({ n: _, ...row }) => digest(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== 0))))
      .sort()
  const relist = async () => {
    const { operationId } = good(await parties.staff.post('/v1/contracts/relist'))
    await runJob(house.deps)({ stream: operationId, seq: 1 }, () => true)
  }

  test('are what they were, whatever was lost or changed, and the work can stop at any shard', async () => {
    const { ask } = await leaver()
    for (let n = 0; n < 3; n += 1) await listed(ask)
    await listed(parties.admin)
    good(await ask.post('/v1/contracts/attest', paper(net)))
    await house.settle()
    // A book says when a contract last changed as of when it was listed.
    await relist()
    const before = await listings()
    for (const [index, { pk, sk, ...rest }] of before.entries()) {
      const { name, db } = house.table
      // What an entry stands under it says itself: it alone must not be lost.
      if (index % 3 === 0 && rest['t'] !== 'bookEntry')
        await db.send(new DeleteCommand({ TableName: name, Key: { pk, sk } }))
      else if (rest['t'] === 'listing')
        await db.send(new PutCommand({ TableName: name, Item: { pk, sk, ...rest, f: '[]' } }))
    }
    const { operationId, total } = good(await parties.staff.post('/v1/contracts/relist'))
    const ref = { stream: operationId, seq: 1 }
    let turns = 0
    for (let done = false; !done; turns += 1) {
      let steps = 0
      done = await runJob(house.deps)(ref, () => (steps += 1) <= 5)
    }
    expect(turns).toBeGreaterThan(5)
    const operation = good(await parties.staff.get(`/v1/operations/${operationId}`))
    expect(operation).toMatchObject({ kind: 'relistContracts', stage: 'finished', done: total, refused: 0 })
    expect(text(await listings())).toEqual(text(before))
  })

  test('leave nothing behind of a listing made under another folding of names: what lay there is taken away (C15)', async () => {
    const { ask } = await leaver()
    const name = '架空ヶ丘テック株式会社'
    const { contractId } = good(await ask.post('/v1/contracts/attest', paper(net, { sme: { name } })))
    await house.settle()
    const before = await listings()
    // As they were listed when the small ヶ was no ケ, and a listing did not say under which keys it lay.
    for (const { pk, sk, k: _, ...rest } of before.filter(
      (row) => String(row['t']).startsWith('list') && JSON.stringify(row).includes(contractId),
    )) {
      const { name: table, db } = house.table
      const old = String(sk).replace('架空ケ丘テツク', '架空ヶ丘テック')
      if (old !== sk) await db.send(new DeleteCommand({ TableName: table, Key: { pk, sk } }))
      await db.send(new PutCommand({ TableName: table, Item: { pk, sk: old, ...rest } }))
    }
    expect(text(await listings())).not.toEqual(text(before))
    await relist()
    expect(text(await listings())).toEqual(text(before))
  })

  test('are the implementing entity’s to order', async () => {
    expect((await (await leaver()).ask.post('/v1/contracts/relist')).status).toBe(403)
  })
})
