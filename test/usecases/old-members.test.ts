import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { expect, test } from 'vitest'
import { upgradeTable } from '../../functions/adapters/dynamodb/upgrade/upgrade-table.ts'
import { newHouse } from '../support/house.ts'
import { good, nextNumber, partiesIn } from '../support/parties.ts'
import { rowsIn } from '../support/table-rows.ts'

test('a member of an authority, named before authorities were listed, is found once the table was upgraded; nothing else of its row changes', async () => {
  const house = await newHouse()
  const parties = await partiesIn(house)
  const mail = `i${nextNumber()}@ipa.example.jp`
  const { sub } = good(await parties.operator.post('/v1/members', { mail, name: '架空 花子', role: 'ipa' }))
  await house.signedIn(mail)
  const rowOf = async () => (await rowsIn(house.table)).find(({ pk }) => pk === `MEM#${sub}`)
  const found = async () =>
    (await house.deps.directory.membersBeside({ role: 'ipa' }, { limit: 50, after: null })).items
  const asWritten = await rowOf()
  await house.table.db.send(
    new UpdateCommand({
      TableName: house.table.name,
      Key: { pk: `MEM#${sub}`, sk: 'MEM' },
      UpdateExpression: 'REMOVE pp, ps, a',
    }),
  )
  expect(await found()).toEqual([])
  const walk = () => upgradeTable(house.table)({ mayGoOn: () => true })
  expect((await walk()).upgraded).toBe(1)
  expect((await found()).map(({ state }) => state.sub)).toEqual([sub])
  expect(await rowOf()).toEqual(asWritten)
  // Done twice it is done once.
  expect((await walk()).upgraded).toBe(0)
})
