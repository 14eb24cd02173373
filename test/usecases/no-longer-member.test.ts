import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test } from 'vitest'
import { aCsv, brought, stated } from '../support/files.ts'
import { newHouse } from '../support/house.ts'
import { meterOn } from '../support/meter.ts'
import { good, nextNumber, partiesIn, type Parties } from '../support/parties.ts'

const house = await newHouse()
const parties: Parties = await partiesIn(house)

const acts = async (sub: string, a: string) => {
  await house.table.db.send(
    new UpdateCommand({
      TableName: house.table.name,
      Key: { pk: `MEM#${sub}`, sk: 'MEM' },
      UpdateExpression: 'SET a = :a',
      ExpressionAttributeValues: { ':a': a },
    }),
  )
}
const newAdmin = async () => {
  const named = { mail: `p${nextNumber()}@somewhere.example.jp`, name: '山田 花子', role: 'entityAdmin' }
  const { sub } = good(await parties.admin.post('/v1/members', named))
  return { sub, ask: house.as({ role: 'entityAdmin', sub, entityId: parties.entityId }) }
}
const years = (ask: Parties['admin'], dryRun = '') =>
  ask.post(`/v1/implementing-entity/retention-years${dryRun}`, { years: 12 })

describe('a command of a person lands only while the person is a member in the role of the token', () => {
  test('removed, suspended or in another role it is refused at once with 403, in a dry run too', async () => {
    const { sub, ask } = await newAdmin()
    for (const dryRun of ['?dryRun=true', '']) expect((await years(ask, dryRun)).status).toBe(200)
    for (const a of ['-', 'entityStaff']) {
      await acts(sub, a)
      const meter = meterOn(house.table)
      meter.reset()
      const refused = await years(ask)
      expect([refused.status, refused.body.kind, refused.body.retryable]).toEqual([403, 'no-longer-member', false])
      // Read once, and looked up whether it was done before; the transaction that was refused is not counted.
      expect(meter.read().requests).toBe(2)
      expect((await years(ask, '?dryRun=true')).body.kind).toBe('no-longer-member')
    }
    await acts(sub, 'entityAdmin')
    expect((await years(ask)).status).toBe(200)
  })

  test('a file it accepts does not come into the locked vault', async () => {
    const { sub, ask } = await newAdmin()
    const serviceId = await parties.service('NET')
    const given = stated(serviceId, 'trainingMaterial', aCsv(), { name: '教材.csv', kind: 'csv' })
    const { fileId } = await brought(house, parties.admin, given, aCsv())
    await acts(sub, '-')
    expect((await ask.post(`/v1/files/${fileId}/accept`)).body.kind).toBe('no-longer-member')
    expect(await house.deps.vault.get(`files/${parties.entityId}/${fileId}`)).toBeUndefined()
    await acts(sub, 'entityAdmin')
  })

  test('what it did before is answered again with the first answer, and nothing is done', async () => {
    const { sub, ask } = await newAdmin()
    const first = await ask.post('/v1/implementing-entity/retention-years', { years: 11 }, { key: 'before' })
    good(await parties.admin.post(`/v1/members/${sub}/remove`, { reason: '退職のため' }))
    const again = await ask.post('/v1/implementing-entity/retention-years', { years: 11 }, { key: 'before' })
    expect([again.status, again.body]).toEqual([first.status, first.body])
  })

  test('thirty commands of one person at once all land', async () => {
    const { ask } = await newAdmin()
    const answers = await Promise.all(
      Array.from({ length: 30 }, () =>
        ask.post('/v1/members', { mail: `p${nextNumber()}@somewhere.example.jp`, name: '架空', role: 'entityStaff' }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
  })
})
