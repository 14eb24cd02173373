import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { expect, inject, test } from 'vitest'
import { newHouse } from '../support/house.ts'
import { good, paper, partiesIn } from '../support/parties.ts'

const run = async (...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> => {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['functions/audit/index.ts', ...args])
    return { code: 0, out: stdout }
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string }
    return { code, out: stdout }
  }
}

test('the command line counts what it examined, says where it examined nothing, and fails on a violation', async () => {
  const house = await newHouse()
  const parties = await partiesIn(house)
  const net = await parties.service('NET')
  const given = paper(net)
  good(await parties.admin.post('/v1/contracts/attest', given))
  const { name, db } = house.table
  const endpoint = inject('endpoint')

  const clean = await run(endpoint, name)
  expect(clean.out).toMatch(/I01 .* 1 examined {2}0 violations/)
  expect(clean.out).toMatch(/I12 .* nothing examined {2}0 violations/)
  expect(clean.code).toBe(0)

  const pk = `GUARD#place/${net}#${given.sme.corporateNumber}`
  const { Attributes: place } = await db.send(
    new DeleteCommand({ TableName: name, Key: { pk, sk: 'GUARD' }, ReturnValues: 'ALL_OLD' }),
  )
  const broken = await run(endpoint, name)
  expect(broken.out).toMatch(/I02 .* 1 violations\n.*its place is held by nobody/)
  expect(broken.code).toBe(1)

  await db.send(new PutCommand({ TableName: name, Item: place }))
  expect((await run(endpoint, name)).code).toBe(0)
  expect((await run(endpoint)).code).toBe(2)
})
