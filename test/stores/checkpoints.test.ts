import { randomUUID } from 'node:crypto'
import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { commitsInDynamoDb } from '../../functions/adapters/dynamodb/commits.ts'
import { contractsInDynamoDb } from '../../functions/adapters/dynamodb/contracts.ts'
import type { Table } from '../../functions/adapters/dynamodb/client.ts'
import { checkpointKey, tallyKey } from '../../functions/adapters/dynamodb/keys.ts'
import { getRow, type Row } from '../../functions/adapters/dynamodb/read.ts'
import { NewerForm } from '../../functions/ports/stored-forms.ts'
import { tableOn } from '../../functions/local/table.ts'
import { coverageStages } from '../../shared/domain/contract/coverage.ts'
import { advanced } from '../../shared/domain/discontinuance/fan-out.ts'
import { instant } from '../../shared/domain/plain-date.ts'

const discontinuanceId = 'dsc_01k6d2q0000000000000000001' as const
const at = instant('2026-10-01T00:00:00.000Z')
const noneCounted = {
  takeovers: { opened: 0, told: 0, settled: 0 },
  coverage: Object.fromEntries(coverageStages.map((stage) => [stage, 0])) as Record<
    (typeof coverageStages)[number],
    number
  >,
  gapMinutes: 0,
  examples: { toTell: [], toSettle: [], toCover: [] },
}
const step = { discontinuanceId, shard: 7, passed: 196, next: '{"pk":"x","sk":"y"}', at } as const

describe('checkpoints of a fan-out', () => {
  let table: Table
  beforeAll(async () => {
    table = await tableOn(inject('endpoint'), `checkpoints-${randomUUID()}`)
  })

  test('each follows the one before: of two workers one is too late, none goes back, none runs ahead', async () => {
    const { note } = commitsInDynamoDb(table, () => {})
    const { checkpoints } = contractsInDynamoDb(table)
    const first = advanced(undefined, step)
    expect(await Promise.all([note(first), note(first)]).then((both) => both.sort())).toEqual([false, true])
    const second = advanced(first, { ...step, passed: 4 })
    const third = advanced(second, { ...step, next: null })
    expect(await note(third)).toBe(false)
    expect(await note(second)).toBe(true)
    expect(await note(first)).toBe(false)
    expect(await note(second)).toBe(false)
    expect(await checkpoints(discontinuanceId)).toEqual([second])
    expect(await note(third)).toBe(true)
    expect(await checkpoints(discontinuanceId)).toEqual([third])
    expect(third).toMatchObject({ version: 3, passed: 396, done: true, after: null })
  })

  /** What newer code does to a row meanwhile: it is in form 9, and says more. */
  const retold = async (Key: Pick<Row, 'pk' | 'sk'>) => {
    await table.db.send(
      new UpdateCommand({
        TableName: table.name,
        Key,
        UpdateExpression: 'SET #form = :form, ofTomorrow = :more',
        ExpressionAttributeNames: { '#form': 'form' },
        ExpressionAttributeValues: { ':form': 9, ':more': 'said' },
      }),
    )
    return getRow(table, Key)
  }

  test('are not put over one that newer code wrote in between, which is refused by name when it is read', async () => {
    const { note } = commitsInDynamoDb(table, () => {})
    const { checkpoints } = contractsInDynamoDb(table)
    const other = 'dsc_01k6d2q0000000000000000002'
    const first = advanced(undefined, { ...step, discontinuanceId: other })
    expect(await note(first)).toBe(true)
    const newer = await retold(checkpointKey(other, step.shard))
    expect(await note(advanced(first, { ...step, discontinuanceId: other }))).toBe(false)
    expect(await getRow(table, checkpointKey(other, step.shard))).toEqual(newer)
    await expect(checkpoints(other)).rejects.toThrow(NewerForm)
  })

  test('and counts of a shard are not put over newer ones either', async () => {
    const { noteTally } = commitsInDynamoDb(table, () => {})
    const tally = { discontinuanceId, shard: 3, setbacks: 0, at, counts: noneCounted }
    await noteTally(tally)
    const newer = await retold(tallyKey(discontinuanceId, 3))
    await noteTally({ ...tally, setbacks: 1, at: instant('2026-10-02T00:00:00.000Z') })
    expect(await getRow(table, tallyKey(discontinuanceId, 3))).toEqual(newer)
  })
})
