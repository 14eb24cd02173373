import type { ContractId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { EventRef, Ledger, LedgerEvent, Outcome } from '../../ports/ledger.ts'
import { canonical, unpacked } from '../canonical.ts'
import type { Table } from './client.ts'
import { ledgerEventOf } from './event-rows.ts'
import { duePartition, eventKey, ledgerPartition, paperKey, receiptKey, returnedTo } from './keys.ts'
import { getRow, getRows, queryAll, queryPage, type Row } from './read.ts'
import { transact } from './transact.ts'

export const ledgerInDynamoDb = (table: Table): Ledger => ({
  eventsOf: async (stream) => eventsIn(await queryAll(table, ledgerPartition(stream), 'E#')),

  event: async ({ stream, seq }) => {
    const { pk, sk } = eventKey(stream, seq)
    return eventsIn(await queryAll(table, pk, sk))[0]
  },

  paper: async (stream, name) => {
    const row = await getRow(table, paperKey(stream, name))
    if (!row) throw new Error(`${stream} has no paper ${name}`)
    return unpacked(row['z'] as Uint8Array)
  },

  papers: async (stream, names) => {
    const rows = await getRows(
      table,
      names.map((name) => paperKey(stream, name)),
    )
    return rows.map((row, index) => {
      if (!row) throw new Error(`${stream} has no paper ${names[index]}`)
      return unpacked(row['z'] as Uint8Array)
    })
  },
  papersOf: async (stream) =>
    (await queryAll(table, ledgerPartition(stream), 'P#')).map((row) => ({
      name: row.sk.slice('P#'.length),
      text: canonical(unpacked(row['z'] as Uint8Array)),
    })),

  textsOf: async (stream) =>
    (await queryAll(table, ledgerPartition(stream), 'E#'))
      .filter(({ t }) => t === 'event')
      .map((row, index) => ({ seq: index + 1, text: row['e'] as string, hash: row['h'] as string })),

  due: async (shard, limit) => {
    const { rows } = await queryPage(
      table,
      {
        IndexName: 'due',
        KeyConditionExpression: 'dp = :dp',
        ExpressionAttributeValues: { ':dp': duePartition(shard) },
        Limit: limit,
      },
      undefined,
    )
    return rows.map(({ pk, sk }) => ({ stream: pk.slice('LED#'.length), seq: Number(sk.slice('E#'.length)) }))
  },

  receive: async ({ stream, seq, deliveries }, deliveryId, outcome, at) => {
    const last = deliveries.every(({ id, outcome: known }) => id === deliveryId || known !== null)
    // A receipt that is already there stands; the first outcome is the one that counts.
    await transact(table, (name) => [
      {
        Put: {
          TableName: name,
          Item: receiptRow({ stream, seq }, deliveryId, outcome, at),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      ...(last ? [takeMarkOff(name, { stream, seq })] : []),
    ])
  },

  cameBack: async ({ stream, seq }, deliveryId, at) => {
    if (!isOfContract(stream)) throw new Error(`${stream} is no contract`)
    await transact(table, (name) => [
      {
        Update: {
          TableName: name,
          Key: receiptKey(stream, seq, deliveryId),
          UpdateExpression: 'SET b = :at, pp = :pp, ps = :ps',
          ConditionExpression: 'o = :delivered and attribute_not_exists(b)',
          ExpressionAttributeValues: {
            ':at': at,
            ':pp': returnedTo(stream),
            ':ps': stream,
            ':delivered': 'delivered' satisfies Outcome,
          },
        },
      },
    ])
  },

  unmark: async (ref) => {
    await transact(table, (name) => [takeMarkOff(name, ref)])
  },
})

const isOfContract = (stream: string): stream is ContractId => stream.startsWith('ctr_')

const receiptRow = ({ stream, seq }: EventRef, id: string, outcome: Outcome, at: Instant): Row => ({
  ...receiptKey(stream, seq, id),
  t: 'receipt',
  id,
  o: outcome,
  at,
  // A letter that came back is found again by its contract's shard, without a look into every ledger.
  ...(outcome === 'bounced' && isOfContract(stream) ? { pp: returnedTo(stream), ps: stream } : {}),
})

const takeMarkOff = (TableName: string, { stream, seq }: EventRef) => ({
  Update: {
    TableName,
    Key: eventKey(stream, seq),
    UpdateExpression: 'REMOVE dp, ds',
    ConditionExpression: 'attribute_exists(pk)',
  },
})

const eventsIn = (rows: readonly Row[]): readonly LedgerEvent[] => {
  const receipts = new Map(
    rows
      .filter(({ t }) => t === 'receipt')
      .map((row) => [row['id'] as string, { outcome: row['o'] as Outcome, cameBack: row['b'] !== undefined }]),
  )
  return rows.filter(({ t }) => t === 'event').map((row) => ledgerEventOf(row, receipts))
}
