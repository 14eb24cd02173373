import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import { listContract } from '../../functions/processes/relist/list-contract.ts'
import type { Ask } from '../support/house.ts'
import { consent, type Leaver } from '../support/leaving.ts'
import { marketplace } from '../support/marketplace.ts'
import { good, paper } from '../support/parties.ts'
import { rowsIn } from '../support/table-rows.ts'

const { house, parties, net, leaver, attested, stopped } = await marketplace()

const idsIn = (items: readonly any[]): readonly string[] =>
  items.map(({ contractId }) => contractId as string).toSorted()

/** What somebody finds, by each way a search goes, and in the file; each way finds the same. */
const found = async (ask: Ask, more = ''): Promise<readonly string[]> => {
  const ways = ['signedFrom=2026-01-01', 'amountFrom=1', `name=${encodeURIComponent('架空')}`]
  const each = await Promise.all(ways.map(async (way) => good(await ask.get(`/v1/contracts/search?${way}${more}`))))
  const [first, ...others] = each.map(({ items }) => idsIn(items))
  for (const other of others) expect(other).toEqual(first)
  const { text } = await ask.get(`/v1/contracts/search.csv?signedFrom=2026-01-01${more}`)
  expect((text.match(/ctr_\w+/g) ?? []).toSorted()).toEqual(first)
  return first ?? []
}

/** What a search answers is what the list shows and what can be opened, and none else. */
const answersLikeTheList = async (ask: Ask, ids: readonly string[]): Promise<readonly string[]> => {
  const ofList = good(await ask.get('/v1/contracts?limit=200')).items
  const opened = await Promise.all(ids.map(async (id) => (await ask.get(`/v1/contracts/${id}`)).status === 200))
  const mayFind = ids.filter((_, index) => opened[index]).toSorted()
  expect(idsIn(ofList)).toEqual(mayFind)
  return mayFind
}

/** Does something while nothing is listed, as where the worker was killed; afterwards everything is listed. */
const whileNothingIsListed = async (ids: readonly string[], act: () => Promise<void>): Promise<void> => {
  const { listings } = house.deps
  const { list } = listings
  Object.assign(listings, { list: async () => true })
  try {
    await act()
  } finally {
    Object.assign(listings, { list })
    for (const id of ids) await listContract(house.deps)(id as never)
  }
}

const named = { sme: { name: '架空商店' } }

describe('a search asks who holds a contract now, listed anew or not (18)', () => {
  type Settle = (scene: { path: string; id: string; next: Leaver }) => Promise<void>
  const settledAs =
    (of: (next: Leaver) => object): Settle =>
    async ({ path, id, next }) =>
      void good(await parties.staff.post(`${path}/takeovers/${id}/settle`, of(next)))
  const kinds: readonly (readonly [string, 'gone' | 'next' | 'kept', Settle])[] = [
    ['opened in a case and not settled', 'kept', async () => {}],
    ['served by the implementing entity', 'gone', settledAs(() => ({ settlement: 'servedByImplementingEntity' }))],
    [
      'moved to the implementing entity',
      'gone',
      settledAs(() => ({ settlement: 'movedToImplementingEntity', consent })),
    ],
    [
      'moved to another reseller',
      'next',
      settledAs(({ resellerId }) => ({ settlement: 'movedToReseller', resellerId, consent })),
    ],
    [
      'moved to another reseller with many others',
      'next',
      async ({ path, id, next }) => {
        const rows = [{ contractId: id, consent }]
        good(await parties.staff.post(`${path}/moves`, { resellerId: next.resellerId, rows }))
        await house.settle()
      },
    ],
    [
      'served by the implementing entity with many others',
      'gone',
      async ({ path, id }) => {
        const work = { work: 'serveOn', on: { contractIds: [id] } }
        good(await parties.staff.post(`${path}/work`, work))
        await house.settle()
      },
    ],
    ['ended by its SME', 'kept', settledAs(() => ({ settlement: 'endedBySme', consent }))],
  ]

  test.each(kinds)('%s: the former reseller: %s', async (_, outcome, settle) => {
    const [left, next] = [await leaver(), await leaver()]
    const [id, other] = [await attested(left, named), await attested(left, named)]
    const { path } = await stopped(left)
    await house.settle()
    expect(await found(left.ask)).toEqual([id, other].toSorted())
    await whileNothingIsListed([id, other], async () => {
      await settle({ path, id, next })
      expect(await found(left.ask)).toEqual(await answersLikeTheList(left.ask, [id, other]))
      expect((await found(left.ask)).includes(id)).toBe(outcome === 'kept')
      expect(await found(left.ask)).toContain(other)
      expect(await found(parties.staff)).toEqual(expect.arrayContaining([id, other]))
    })
    expect(await found(left.ask)).toEqual(await answersLikeTheList(left.ask, [id, other]))
    expect(await found(next.ask)).toEqual(outcome === 'next' ? [id] : [])
  })

  test('one that went on from reseller to reseller is found by neither of the two before', async () => {
    const [first, second, third] = [await leaver(), await leaver(), await leaver()]
    const id = await attested(first, named)
    const one = await stopped(first)
    await house.settle()
    const to = ({ resellerId }: Leaver) => ({ settlement: 'movedToReseller', resellerId, consent })
    good(await parties.staff.post(`${one.path}/takeovers/${id}/settle`, to(second)))
    await house.settle()
    const two = await stopped(second)
    await house.settle()
    await whileNothingIsListed([id], async () => {
      good(await parties.staff.post(`${two.path}/takeovers/${id}/settle`, to(third)))
      expect([await found(first.ask), await found(second.ask)]).toEqual([[], []])
    })
    expect(await found(third.ask)).toEqual([id])
  })

  test('a page that leaves some out goes on behind them', async () => {
    const [left, next] = [await leaver(), await leaver()]
    const ids: string[] = []
    for (let n = 0; n < 4; n += 1) ids.push(await attested(left, named))
    const { path } = await stopped(left)
    await house.settle()
    const moved = ids.slice(0, 3)
    await whileNothingIsListed(ids, async () => {
      const to = { settlement: 'movedToReseller', resellerId: next.resellerId, consent }
      for (const id of moved) good(await parties.staff.post(`${path}/takeovers/${id}/settle`, to))
      const seen: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const asked = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
        const page: any = good(await left.ask.get(`/v1/contracts/search?limit=1${asked}`))
        seen.push(...idsIn(page.items))
        cursor = page.nextCursor
      }
      expect(seen).toEqual(ids.slice(3))
    })
  })
})

describe('a listing that cannot be read', () => {
  type Row = Readonly<Record<string, unknown>>
  const listingsOf = async (contractId: string): Promise<readonly Row[]> =>
    (await rowsIn(house.table)).filter(
      ({ pk, sk }) => String(pk).startsWith('FIND#') && [pk, sk].some((key) => String(key).includes(contractId)),
    )
  const put = async (Item: Row) => house.table.db.send(new PutCommand({ TableName: house.table.name, Item }))
  const ways = [
    'signedFrom=2026-01-01',
    'amountFrom=1',
    `name=${encodeURIComponent('架空')}`,
    `name=${encodeURIComponent('架空')}&amountFrom=1`,
  ]
  const ofNewerForm = '{"v":99}'
  const kinds = [
    ['no JSON', 'nothing that can be read'],
    ['of an unknown form', ofNewerForm],
    ['that says less than it must', '{"v":2}'],
    ['no text', 7],
  ] as const

  test.each(kinds)('%s: is named as unreadable beside the others, and raised as a defect (18)', async (_, f) => {
    const { ask } = await leaver()
    const given = paper(net, named)
    const { contractId } = good(await ask.post('/v1/contracts/attest', given))
    const { contractId: other } = good(await ask.post('/v1/contracts/attest', paper(net, named)))
    await house.settle()
    const asListed = await listingsOf(contractId)
    for (const row of asListed) await put({ ...row, f })
    for (const way of ways) {
      const before = house.defects.length
      const { status, body } = await ask.get(`/v1/contracts/search?${way}`)
      expect([status, idsIn(body.items), body.unreadable]).toEqual([200, [other], [{ id: contractId }]])
      expect(house.defects.slice(before)).toHaveLength(1)
    }
    const ofSme = await parties.admin.get(`/v1/contracts/search?corporateNumber=${given.sme.corporateNumber}`)
    expect([ofSme.body.items, ofSme.body.unreadable]).toEqual([[], [{ id: contractId }]])
    // A file for an examiner is whole or none.
    const file = await ask.get('/v1/contracts/search.csv?signedFrom=2026-01-01')
    expect([file.status, file.body.kind]).toEqual(f === ofNewerForm ? [503, 'newer-form'] : [500, 'defect'])
    for (const row of asListed) await put(row)
    expect(good(await ask.get('/v1/contracts/search?amountFrom=1'))).not.toHaveProperty('unreadable')
  })

  test('is read again once its contracts are listed anew (18)', async () => {
    const { ask } = await leaver()
    const contractId = await attested({ ask, resellerId: 'rsl_' }, named)
    await house.settle()
    for (const row of await listingsOf(contractId)) await put({ ...row, f: 'nothing that can be read' })
    good(await parties.staff.post('/v1/contracts/relist'))
    await house.settle()
    expect(await found(ask)).toEqual([contractId])
  })

  test('of a contract that moved away is nothing to its former reseller (attack 18)', async () => {
    const left = await leaver()
    const id = await attested(left, named)
    const { path } = await stopped(left)
    await house.settle()
    await whileNothingIsListed([id], async () => {
      good(await parties.staff.post(`${path}/takeovers/${id}/settle`, { settlement: 'servedByImplementingEntity' }))
      const rows = (await listingsOf(id)).filter(({ t }) => t === 'listing')
      for (const row of rows) await put({ ...row, f: '{' })
      const { body } = await left.ask.get('/v1/contracts/search?signedFrom=2026-01-01')
      expect([body.items, body.unreadable]).toEqual([[], undefined])
      const ofEntity = await parties.admin.get('/v1/contracts/search?signedFrom=2026-01-01')
      expect(ofEntity.body.unreadable).toEqual([{ id }])
    })
  })
})
