import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { readable } from '../../functions/http/readable.ts'
import { listOf } from '../../shared/api/fields.ts'
import { newHouse } from '../support/house.ts'
import { marketplace } from '../support/marketplace.ts'
import { draft, good, paper } from '../support/parties.ts'
import { campaignIn } from '../support/redisclosing.ts'
import { rowsIn, stateOf } from '../support/table-rows.ts'

const { house, parties, net, stopped, leaver } = await marketplace()

type Row = Readonly<Record<string, unknown>>

/** Does something while a contract's head holds what nobody can read; then it is as it was. */
const whileSpoilt = async <Done>(
  contractId: string,
  spoil: (head: Row) => Row,
  act: () => Promise<Done>,
): Promise<Done> => {
  const { db, name: TableName } = house.table
  const head = (await rowsIn(house.table)).find(
    ({ t, sk }) => t === 'head' && contractId.endsWith(String(sk).slice(-26)),
  )
  if (!head) throw new Error(`no head of ${contractId}`)
  await db.send(new PutCommand({ TableName, Item: spoil(head) }))
  const done = await act()
  await db.send(new PutCommand({ TableName, Item: head }))
  return done
}
const torn = (head: Row): Row => ({ ...head, r: 'nothing that can be read' })
/** The same head, with a term that ends on a day no answer can give. */
const tooLate = (head: Row): Row => ({ ...head, r: String(head['r']).replaceAll('2029-08-31', '2209-08-31') })

describe('a contract that cannot be shown (attack 2)', () => {
  test.each([
    ['torn', torn],
    ['of a day that no answer gives', tooLate],
  ])('%s: the lists show the others, name it as unreadable, and raise a defect', async (_, spoil) => {
    const { ask } = await parties.reseller(`R${Math.random().toString(36).slice(2, 8).toUpperCase()}`, [net])
    const given = paper(net)
    const { contractId } = good(await ask.post('/v1/contracts/attest', given))
    const { contractId: other } = good(await ask.post('/v1/contracts/attest', paper(net)))
    const before = house.defects.length
    const lists = await whileSpoilt(contractId, spoil, () =>
      Promise.all([
        ask.get('/v1/contracts'),
        parties.admin.get(`/v1/contracts?corporateNumber=${given.sme.corporateNumber}`),
        parties.admin.get('/v1/contracts?limit=200'),
      ]),
    )
    for (const { status, body } of lists) {
      expect([status, body.unreadable]).toEqual([200, [{ id: contractId }]])
      expect(body.items.map((one: any) => one.contractId)).not.toContain(contractId)
    }
    expect(lists[0]?.body.items.map((one: any) => one.contractId)).toEqual([other])
    expect(house.defects.slice(before)).toHaveLength(3)
    expect(good(await ask.get('/v1/contracts')).unreadable).toBeUndefined()
  })

  test('in a case takes none of its takeovers out of the list', async () => {
    const one = await leaver()
    const ids: string[] = []
    for (let n = 0; n < 3; n += 1) ids.push(good(await one.ask.post('/v1/contracts/attest', paper(net))).contractId)
    const { discontinuanceId } = await stopped(one)
    await house.settle()
    const [first = '', ...rest] = ids
    const { status, body } = await whileSpoilt(first, torn, () =>
      parties.admin.get(`/v1/discontinuances/${discontinuanceId}/takeovers`),
    )
    expect([status, body.unreadable]).toEqual([200, [{ id: first }]])
    expect(body.items.map((each: any) => each.contractId).toSorted()).toEqual(rest.toSorted())
  })

  test('in a case takes none from the list of those to be told by post; the file of it is whole or none', async () => {
    const one = await leaver()
    const unwritten = () => paper(net, { sme: { noticeContact: { mail: null, phone: '03-0000-0000' } } })
    const first = good(await one.ask.post('/v1/contracts/attest', unwritten())).contractId as string
    const other = good(await one.ask.post('/v1/contracts/attest', unwritten())).contractId as string
    const { path } = await stopped(one)
    await house.settle()
    const [list, file] = await whileSpoilt(first, torn, () =>
      Promise.all([parties.admin.get(`${path}/unreached`), parties.admin.get(`${path}/unreached.csv`)]),
    )
    expect([list.status, list.body.unreadable]).toEqual([200, [{ id: first }]])
    expect(list.body.items.map((each: any) => each.contractId)).toEqual([other])
    expect([file.status, file.body.kind]).toEqual([500, 'defect'])
  })

  test('takes none from the list of what a changed version of its service affects', async () => {
    const { serviceId, version, contractId: first } = await campaignIn(house, parties)
    const { contractId: other } = good(await parties.admin.post('/v1/contracts/attest', paper(serviceId)))
    const { status, body } = await whileSpoilt(first, torn, () => parties.admin.get(`${version}/affected-contracts`))
    expect([status, body.unreadable]).toEqual([200, [{ id: first }]])
    expect(body.items.map((each: any) => each.contractId)).toEqual([other])
  })
})

describe('an answer that cannot be given (attack 2)', () => {
  test('is found before anything is written: nothing lands, in the dry run as in the run', async () => {
    const own = await newHouse({ table: house.table })
    // A calendar gone wrong: the last day of every term is one that no answer gives.
    Object.assign(own.deps, { calendar: { ...own.deps.calendar, lastDayOfTerm: () => '2100-00-00' } })
    const ask = own.as({ role: 'entityAdmin', sub: 'admin', entityId: parties.entityId })
    const before = await stateOf(house.table)
    for (const path of ['/v1/contracts', '/v1/contracts?dryRun=true']) {
      const { status, body } = await ask.post(path, draft(net))
      expect([status, body.kind]).toEqual([500, 'defect'])
    }
    expect(await stateOf(house.table)).toBe(before)
  })

  test('of a list is given without what does not fit, and thrown where it is no list', () => {
    const output = listOf(z.strictObject({ contractId: z.string(), n: z.int() }))
    const { value, defects } = readable(output, {
      items: [{ contractId: 'a', n: 1 }, { contractId: 'b', n: 0.5 }, null],
      nextCursor: null,
    })
    expect(value).toEqual({
      items: [{ contractId: 'a', n: 1 }],
      nextCursor: null,
      unreadable: [{ id: 'b' }, { id: null }],
    })
    expect(defects).toHaveLength(2)
    expect(() => readable(z.strictObject({ n: z.int() }), { n: 0.5 })).toThrow('expected int')
    expect(() => readable(output, { items: [], nextCursor: 5 })).toThrow('expected string')
  })
})
