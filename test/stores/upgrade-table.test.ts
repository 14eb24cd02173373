import { changeLogInDynamoDb } from '../../functions/adapters/dynamodb/change-log.ts'
import { contractsInDynamoDb } from '../../functions/adapters/dynamodb/contracts.ts'
import { numberTakenBy } from '../../functions/ports/unique-keys.ts'
import { shortNumberOf } from '../../shared/domain/short-number.ts'
import type { ContractId } from '../../shared/domain/ids.ts'
import { randomUUID } from 'node:crypto'
import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, inject, test } from 'vitest'
import * as z from 'zod'
import type { Table } from '../../functions/adapters/dynamodb/client.ts'
import { nothingYet, upgradeTable } from '../../functions/adapters/dynamodb/upgrade/upgrade-table.ts'
import { getRow, type Row } from '../../functions/adapters/dynamodb/read.ts'
import { claimKey, contractOfHead } from '../../functions/adapters/dynamodb/keys.ts'
import { keptContractOf } from '../../functions/adapters/dynamodb/state-rows.ts'
import { attributesForm } from '../../functions/adapters/dynamodb/forms/attributes-form.ts'
import { inAttributes, rowForms } from '../../functions/adapters/dynamodb/row-forms.ts'
import { upgradeIn } from '../../functions/jobs/upgrade/upgrade-in.ts'
import { tableOn } from '../../functions/local/table.ts'
import { meterOn } from '../support/meter.ts'
import { figure } from '../support/figures.ts'
import { rowsIn, stateOf } from '../support/table-rows.ts'
import { goldenOf } from './every-form.ts'
import { goldenHeads } from './golden.ts'

const put = (table: Table, Item: Row) => table.db.send(new PutCommand({ TableName: table.name, Item }))
const old = [...goldenHeads('0.2.0'), ...goldenHeads('form-1')]
/** An event of before there were change logs. */
const event = {
  pk: 'LED#ent_1',
  sk: 'E#000001',
  t: 'event',
  e: JSON.stringify({
    kind: 'entity',
    stream: 'ent_1',
    seq: 1,
    event: { type: 'entity-registered', entityId: 'ent_1', name: '架空株式会社', corporateNumber: '4011001098993' },
    deliveries: [],
    at: '2026-10-01T00:00:00.000Z',
    actor: { role: 'operator', sub: 'operator', tenant: 'operator' },
    command: 'c',
    request: 'r',
    after: '0'.repeat(64),
  }),
  h: 'x',
}
const page = { from: null, until: null, after: null, limit: 10, looksAt: 10 }
const copies = 4
/** The same contracts several times, each at a place of its own. */
const rows = old.flatMap(({ row, state }, one) =>
  Array.from({ length: copies }, (_, n) => ({ state, row: { ...row, pk: `${row.pk}-${one}-${n}` } as Row })),
)

/** As many rows as one request puts. */
const atOnce = 25

const filled = async (): Promise<Table> => {
  const table = await tableOn(inject('endpoint'), `t-${randomUUID()}`)
  for (let n = 0; n < rows.length; n += atOnce) {
    const some = rows.slice(n, n + atOnce).map(({ row: Item }) => ({ PutRequest: { Item } }))
    await table.db.send(new BatchWriteCommand({ RequestItems: { [table.name]: some } }))
  }
  await put(table, event)
  return table
}
const toTheEnd = { mayGoOn: () => true }
/** Contracts among them, each with one number however many copies there are. */
const numbered = new Set(old.map(({ row }) => contractOfHead(row))).size
const anew = { 'head 2': rows.length }

describe('a table with rows of every form', () => {
  test('is walked to its end: every head is in the current form, says what it said, and nothing else is touched', async () => {
    const table = await filled()
    const found = await upgradeTable(table)(toTheEnd)
    expect(found).toEqual({ ...nothingYet, rows: anew, upgraded: rows.length, numbered, logged: 1 })
    for (const { row, state } of rows) {
      const now = (await getRow(table, { pk: row.pk, sk: row.sk })) as Row
      const { r: _, s: __, ...before } = row as Row & { r: string; s: string }
      expect(now).toMatchObject(before)
      expect(keptContractOf(now)).toMatchObject({ version: row['v'], state })
    }
    // What its chain is over stays as it is; beside it stands where the change logs of both whom it concerns find it.
    const entered = { ep: 'ent_1#log', es: expect.any(String), pp: 'operator#log', ps: expect.any(String) }
    expect(await getRow(table, { pk: event.pk, sk: event.sk })).toEqual({ ...event, ...entered })
    expect(await changeLogInDynamoDb(table).page('ent_1', page)).toMatchObject({
      items: [{ stream: 'ent_1', seq: 1, kind: 'entity', at: '2026-10-01T00:00:00.000Z' }],
      next: null,
    })
  })

  test('can be left after any page and gone on with, and done twice is done once', async () => {
    const table = await filled()
    const first = await upgradeTable(table)({ mayGoOn: () => false })
    expect(first.after).not.toBeNull()
    expect(first.upgraded).toBeLessThan(rows.length)
    const rest = await upgradeTable(table)({ ...toTheEnd, from: JSON.parse(JSON.stringify(first)) })
    expect(rest).toEqual({ ...nothingYet, rows: anew, upgraded: rows.length, numbered, logged: 1 })
    const state = await stateOf(table)
    expect(await upgradeTable(table)(toTheEnd)).toEqual({ ...nothingYet, rows: anew })
    expect(await stateOf(table)).toBe(state)
  })

  test('has a number for each contract that was made before there were numbers, by which it is found', async () => {
    const table = await filled()
    const contracts = contractsInDynamoDb(table)
    const ids = [...new Set(old.map(({ row }) => contractOfHead(row)))]
    expect(await contracts.idsByNumber(ids.map(shortNumberOf))).toEqual(new Map())
    await upgradeTable(table)(toTheEnd)
    expect(await contracts.idsByNumber(ids.map(shortNumberOf))).toEqual(
      new Map(ids.map((id) => [shortNumberOf(id), id])),
    )
  })

  test('tells of a contract whose number another one has, and leaves it to that', async () => {
    const table = await filled()
    const [id] = old.map(({ row }) => contractOfHead(row))
    const claim = numberTakenBy(id as ContractId)
    await put(table, { ...claimKey(claim), t: 'guard', holder: 'ctr_other' })
    const found = await upgradeTable(table)(toTheEnd)
    expect(found.numbered).toBe(numbered - 1)
    expect(found.examples[0]?.why).toBe('another contract has its short number')
    expect(await getRow(table, claimKey(claim))).toMatchObject({ holder: 'ctr_other' })
  })

  test('is only counted where that is all that was asked', async () => {
    const table = await filled()
    const state = await stateOf(table)
    const counted = await upgradeTable(table)({ ...toTheEnd, countOnly: true })
    expect({ ...counted, numbered: 0 }).toEqual({ ...nothingYet, rows: { 'head 1': rows.length }, logged: 1 })
    expect(counted.numbered).toBeGreaterThanOrEqual(numbered)
    expect(await stateOf(table)).toBe(state)
  })

  test('keeps what changed while it was walked', async () => {
    const table = await filled()
    const { row } = rows[0] as (typeof rows)[number]
    const other = { ...row, r: String(row['r']).replace('2026', '2027') }
    const walked = await tableOn(inject('endpoint'), table.name)
    // Somebody writes the row after it was read and before it is rewritten.
    walked.db.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const answer = await next(args)
          if (commandName === 'ScanCommand') await put(table, other)
          return answer
        },
      { step: 'initialize', name: 'somebody' },
    )
    const found = await upgradeTable(walked)({ mayGoOn: () => true })
    expect(found).toMatchObject({ overtaken: 1, upgraded: rows.length - 1 })
    expect(await getRow(table, { pk: row.pk, sk: row.sk })).toEqual(other)
  })

  test('leaves alone what it cannot read, says which and why, and goes on', async () => {
    const table = await filled()
    const [one, two] = rows as [(typeof rows)[number], (typeof rows)[number]]
    await put(table, { ...one.row, pk: 'PF#newer#00', sk: `${one.row.sk}zz8`, r: '{"v":9}', s: '{"v":9}' })
    await put(table, { ...two.row, pk: 'PF#damaged#00', sk: `${two.row.sk}zz9`, r: '[2,7]' })
    const found = await upgradeTable(table)(toTheEnd)
    expect(found).toMatchObject({ rows: anew, upgraded: rows.length, unread: 2 })
    expect(found.examples).toHaveLength(2)
    expect(JSON.stringify(found.examples)).toContain('a stored contract is of form 9; this code knows form 2')
    expect((await rowsIn(table)).find(({ pk }) => pk === 'PF#newer#00')).toMatchObject({ r: '{"v":9}', s: '{"v":9}' })
  })

  test('has its checkpoints and tallies walked as well, in their attributes', async () => {
    const table = await tableOn(inject('endpoint'), `t-${randomUUID()}`)
    const golden = (kind: string) =>
      (goldenOf('before-forms').find(([one]) => one === kind)?.[1] ?? []).map(({ stored }) => stored as Row)
    const [checkpoints, tallies] = [golden('checkpoint'), golden('tally')]
    for (const row of [...checkpoints, ...tallies]) await put(table, row)
    const counts = { 'checkpoint 1': checkpoints.length, 'tally 1': tallies.length }
    expect(await upgradeTable(table)(toTheEnd)).toEqual({ ...nothingYet, rows: counts })

    // As a form to come would have it: what was `n` is `p`, and how often it was read is new.
    const ofTomorrow = attributesForm({
      kind: 'checkpoint',
      codec: z.looseObject({ p: z.int(), times: z.int() }),
      upgrades: [({ n, ...rest }: { n: number }) => ({ ...rest, p: n, times: 1 })],
    })
    const forms = { ...rowForms, checkpoint: inAttributes(ofTomorrow) }
    const found = await upgradeTable(table, forms)(toTheEnd)
    const upgraded = { 'checkpoint 2': checkpoints.length, 'tally 1': tallies.length }
    expect(found).toEqual({ ...nothingYet, rows: upgraded, upgraded: checkpoints.length })
    for (const { n, ...row } of checkpoints)
      expect(await getRow(table, { pk: row.pk, sk: row.sk })).toEqual({ ...row, p: n, times: 1, form: 2 })
    expect(await upgradeTable(table, forms)(toTheEnd)).toEqual({ ...nothingYet, rows: upgraded })
    // And the code of today names what it cannot read, and leaves it as it is.
    expect(await upgradeTable(table)(toTheEnd)).toMatchObject({ unread: checkpoints.length, upgraded: 0 })
  })

  test('is walked on AWS as far as the time goes, call by call', async () => {
    const table = await filled()
    const meter = meterOn(table)
    const upgrade = upgradeIn(table)
    const first = await upgrade({}, { getRemainingTimeInMillis: () => 1_000 })
    expect(first.after).not.toBeNull()
    const rest = await upgrade({ from: first }, { getRemainingTimeInMillis: () => 900_000 })
    expect(rest).toEqual({ ...nothingYet, rows: anew, upgraded: rows.length, numbered, logged: 1 })
    const { readUnits, writeUnits } = meter.read()
    figure(
      'units to upgrade a head',
      `${(readUnits / rows.length).toFixed(2)} RCU, ${(writeUnits / rows.length).toFixed(2)} WCU`,
    )
    await expect(upgrade({ everything: true }, { getRemainingTimeInMillis: () => 1 })).rejects.toThrow('everything')
  })
})
