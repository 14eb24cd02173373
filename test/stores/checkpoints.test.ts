import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { commitsInDynamoDb } from '../../functions/adapters/dynamodb/commits.ts'
import { contractsInDynamoDb } from '../../functions/adapters/dynamodb/contracts.ts'
import type { Table } from '../../functions/adapters/dynamodb/client.ts'
import { tableOn } from '../../functions/local/table.ts'
import { advanced } from '../../shared/domain/discontinuance/fan-out.ts'
import { instant } from '../../shared/domain/plain-date.ts'

const discontinuanceId = 'dsc_01k6d2q0000000000000000001'
const at = instant('2026-10-01T00:00:00.000Z')
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
})
