import { describe, expect, test } from 'vitest'
import { subOfMail } from '../../functions/adapters/accounts-by-mail.ts'
import { blankedPersonRow } from '../../functions/adapters/dynamodb/people.ts'
import { personShown } from '../../functions/views/person-shown.ts'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { newHouse } from '../support/house.ts'
import { meterOn } from '../support/meter.ts'
import { good, nextNumber, partiesIn } from '../support/parties.ts'

const house = await newHouse()
const parties = await partiesIn(house)
const { people, directory } = house.deps
const one = await parties.reseller(`P${nextNumber()}`, [])
const other = await parties.reseller(`P${nextNumber()}`, [])

const person = (role: string, name: string) => ({ mail: `p${nextNumber()}@somewhere.example.jp`, name, role })
const staffOf = async (ask: typeof one.ask, name: string, role = 'resellerStaff'): Promise<string> =>
  good(await ask.post('/v1/members', person(role, name))).sub

const entity = { role: 'entityStaff', sub: 'e', entityId: parties.entityId } as const
const asReseller = (resellerId: typeof one.resellerId) =>
  ({ role: 'resellerStaff', sub: 'r', entityId: parties.entityId, resellerId }) as const
const company = (await directory.entity(parties.entityId))?.state.name

describe('names of people by their subjects', () => {
  test('are given with the company, and stay out of state and ledger', async () => {
    const sub = await staffOf(one.ask, '架空 花子')
    expect((await people.namesOf([sub])).get(sub)).toEqual({ name: '架空 花子', company: one.name })
    const kept = await directory.member(sub)
    const events = await house.deps.ledger.eventsOf(sub)
    expect(JSON.stringify([kept, events])).not.toContain('架空 花子')
    expect(JSON.stringify([kept, events])).not.toContain('@somewhere')
  })

  test('are told to those who may know them, and to nobody else', async () => {
    const [mine, its, inside] = [
      await staffOf(one.ask, '一 郎'),
      await staffOf(other.ask, '二 郎'),
      await staffOf(parties.admin, '実施 三郎', 'entityStaff'),
    ]
    const asked = [mine, its, inside]
    const asSeen = async (who: Parameters<typeof people.namesOf>[1]) => {
      const names = await people.namesOf(asked, who)
      return asked.map((sub) => names.get(sub)?.name)
    }
    expect(await asSeen(entity)).toEqual(['一 郎', '二 郎', '実施 三郎'])
    expect(await asSeen(asReseller(one.resellerId))).toEqual(['一 郎', null, '実施 三郎'])
    expect(await asSeen({ role: 'ipa', sub: 'i' })).toEqual([null, null, '実施 三郎'])
    expect(await asSeen({ role: 'operator', sub: 'o' })).toEqual([null, null, null])
    const elsewhere = await partiesIn(house)
    expect(await asSeen({ role: 'entityAdmin', sub: 'x', entityId: elsewhere.entityId })).toEqual([null, null, null])
  })

  test('of whoever was erased and of the platform are stated; of nobody known there are none', async () => {
    const sub = await staffOf(parties.admin, '消える 人', 'entityStaff')
    const row = blankedPersonRow(sub, { role: 'entityStaff', entityId: parties.entityId })
    await house.table.db.send(new PutCommand({ TableName: house.table.name, Item: row }))
    const names = await people.namesOf([sub, 'nobody'], entity)
    expect(names.get(sub)).toEqual({ name: '（削除済みの利用者）', company })
    expect(names.get('nobody')).toEqual({ name: null, company: null })
    expect(personShown({ role: 'system', sub: 'sweep' }, names)).toEqual({
      sub: 'system',
      name: 'システム',
      company: null,
    })
  })

  test('of two people of two companies cost two requests and four read units', async () => {
    const subs = [await staffOf(one.ask, '一 郎'), await staffOf(other.ask, '二 郎')]
    const meter = meterOn(house.table)
    meter.reset()
    await people.namesOf([...subs, ...subs])
    expect(meter.read()).toEqual({ requests: 2, readUnits: 4, writeUnits: 0 })
  })

  test('are kept of the first person of every party, and of a mail as it was given', async () => {
    const invited = person('entityStaff', '青木 誠')
    good(await parties.admin.post('/v1/members', invited))
    const sub = subOfMail(invited.mail)
    expect((await people.onRecord([sub])).get(sub)).toMatchObject({
      erased: false,
      name: '青木 誠',
      mail: invited.mail,
    })
  })
})
