import { shardCount } from '../../../shared/domain/ids.ts'
import type { HeldRow, Holdings } from '../../ports/holdings.ts'
import { unpacked } from '../canonical.ts'
import type { Table } from './client.ts'
import { gateTextOf } from './guard-rows.ts'
import {
  contractOfHead,
  entityPartition,
  filesOf,
  ledgerPartition,
  membersOf,
  serviceGateKey,
  shardKey,
  stateKey,
} from './keys.ts'
import { getRow, getRows, queryAll, queryPage, type Row } from './read.ts'
import { keptContractOf, stateOf, streamOf } from './state-rows.ts'

/** Rows of a shard at a time. A walk that stops inside a page reads it again, and a part may hold few contracts. */
const shardPage = 200

export const holdingsInDynamoDb = (table: Table): Holdings => ({
  things: async (entityId) => {
    const own = await queryAll(table, entityPartition(entityId), '')
    return [...own.map(heldRow), ...(await listedBy(table, 'byEntity', 'ep', filesOf(entityId)))]
  },

  members: (entityId) => listedBy(table, 'byParty', 'pp', membersOf({ role: 'entityAdmin', entityId })),

  shard: async (owner, shard, { after }) => {
    const pk = shardKey(owner, shard)
    const { rows, next } = await queryPage(
      table,
      {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        Limit: shardPage,
      },
      after === null ? undefined : { pk, sk: after },
    )
    return { items: rows.map(heldRow), next: next ? (next['sk'] as string) : null }
  },

  serviceGates: async (serviceId) => {
    const shards = Array.from({ length: shardCount }, (_, shard) => serviceGateKey(serviceId, shard))
    return (await getRows(table, shards)).filter((row) => row !== undefined).map(heldRow)
  },

  archive: async (id) => {
    const row = await getRow(table, stateKey('archive', id, null))
    return row ? [heldRow(row)] : []
  },

  ledger: async (stream) => (await queryAll(table, ledgerPartition(stream), '')).map(heldRow),
})

/** Rows that an index lists in one of its partitions. */
const listedBy = async (
  table: Table,
  index: 'byEntity' | 'byParty',
  partition: 'ep' | 'pp',
  value: string,
): Promise<readonly HeldRow[]> => {
  const keys: Row[] = []
  let after: Readonly<Record<string, unknown>> | undefined
  do {
    const asked = { KeyConditionExpression: `${partition} = :value`, ExpressionAttributeValues: { ':value': value } }
    const page = await queryPage(table, { IndexName: index, ...asked }, after)
    keys.push(...page.rows)
    after = page.next
  } while (after)
  const rows = await getRows(
    table,
    keys.map(({ pk, sk }) => ({ pk, sk })),
  )
  return rows.filter((row) => row !== undefined).map(heldRow)
}

const heldRow = (row: Row): HeldRow => ({
  kind: String(row['t']),
  key: `${row.pk}|${row.sk}`,
  ...(row['t'] === 'head'
    ? { stream: contractOfHead(row), says: { ...keptContractOf(row), name: row['n'] } }
    : { stream: row['s'] === undefined ? null : streamOf(row), says: openedUp(row) }),
})

const keysOf = new Set(['pk', 'sk', 't', 's', 'g', 'z'])

/** All that a row says, texts and evidence documents opened up. */
const openedUp = (row: Row): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(Object.entries(row).filter(([name]) => !keysOf.has(name))),
  ...('s' in row ? { state: stateOf(row) } : {}),
  ...('g' in row ? { gate: gateTextOf(row) } : {}),
  ...('z' in row ? { content: unpacked(row['z'] as Uint8Array) } : {}),
})
