import type { ContractId, EntityId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Ledger, LedgerEvent, NamedPaper, Outcome } from '../../ports/ledger.ts'
import type { PaperContent } from '../../ports/papers.ts'
import { canonical, unpacked } from '../canonical.ts'
import type { Table } from './client.ts'
import { ledgerEventOf } from './event-rows.ts'
import {
  duePartition,
  eventKey,
  ledgerPartition,
  paperKey,
  receiptKey,
  returnedTo,
  untoldOfSort,
  untoldPartition,
  untoldSort,
} from './keys.ts'
import { positionAfter, startKeyOf } from './positions.ts'
import { getRow, getRows, queryAll, queryBetween, queryPage, type Row } from './read.ts'
import { transact } from './transact.ts'
import type { BounceCause } from '../../../shared/domain/contract/contract-words.ts'
import type { EventRef, UntoldRef } from '../../ports/event-ref.ts'

/** Content of an evidence document's row, still to be read by its form. */
const contentOf = (row: Row): PaperContent => unpacked(row['z'] as Uint8Array) as PaperContent

/** An evidence document of a row, by its name. */
export const namedPaperOf = (row: Row): NamedPaper => ({
  name: row.sk.slice('P#'.length),
  sha256: row['h'] as string,
  content: contentOf(row),
})

export const ledgerInDynamoDb = (table: Table): Ledger => ({
  eventsOf: async (stream) => eventsIn(await queryAll(table, ledgerPartition(stream), 'E#')),

  event: async ({ stream, seq }) => {
    const { pk, sk } = eventKey(stream, seq)
    return eventsIn(await queryAll(table, pk, sk))[0]
  },

  paper: async (stream, name) => {
    const row = await getRow(table, paperKey(stream, name))
    if (!row) throw new Error(`${stream} has no paper ${name}`)
    return contentOf(row)
  },

  papers: async (stream, names) => {
    const rows = await getRows(
      table,
      names.map((name) => paperKey(stream, name)),
    )
    return rows.map((row, index) => {
      if (!row) throw new Error(`${stream} has no paper ${names[index]}`)
      return contentOf(row)
    })
  },
  papersBetween: async (stream, first, last) =>
    (await queryBetween(table, paperKey(stream, first), paperKey(stream, last))).map(namedPaperOf),

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

  receive: async ({ stream, seq, deliveries }, deliveryId, outcome, at, untoldOf) => {
    const last = deliveries.every(({ id, outcome: known }) => id === deliveryId || known !== null)
    // A receipt that is already there stands; the first outcome is the one that counts.
    await transact(table, (name) => [
      {
        Put: {
          TableName: name,
          Item: {
            ...receiptRow({ stream, seq }, deliveryId, outcome, at),
            ...untoldMark({ stream, seq }, deliveryId, untoldOf),
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      ...(last ? [takeMarkOff(name, { stream, seq })] : []),
    ])
  },

  cameBack: async (ref, deliveryId, { cause, at, untoldOf }) => {
    const { stream, seq } = ref
    const marks = { ...(isOfContract(stream) ? returnedMark(stream) : {}), ...untoldMark(ref, deliveryId, untoldOf) }
    await transact(table, (name) => [
      {
        Update: {
          TableName: name,
          Key: receiptKey(stream, seq, deliveryId),
          UpdateExpression: `SET ${['b', 'bc', ...Object.keys(marks)].map((key) => `${key} = :${key}`).join(', ')}`,
          ConditionExpression: 'o in (:accepted, :delivered) and attribute_not_exists(b)',
          ExpressionAttributeValues: { ':b': at, ':bc': cause, ...valuesOf(marks), ...wentOut },
        },
      },
    ])
  },

  arrived: async ({ stream, seq }, deliveryId, at) => {
    await transact(table, (name) => [
      {
        Update: {
          TableName: name,
          Key: receiptKey(stream, seq, deliveryId),
          UpdateExpression: 'SET d = :d',
          ConditionExpression: 'o in (:accepted, :delivered) and attribute_not_exists(d)',
          ExpressionAttributeValues: { ':d': at, ...wentOut },
        },
      },
    ])
  },

  untold: async (entityId, { limit, after }) => {
    const { rows, next } = await queryPage(
      table,
      {
        IndexName: 'byEntity',
        KeyConditionExpression: 'ep = :ep',
        ExpressionAttributeValues: { ':ep': untoldPartition(entityId) },
        Limit: limit,
      },
      startKeyOf(after),
    )
    return { items: rows.map((row) => untoldOfSort(row['es'] as string)), next: positionAfter(next) }
  },

  untoldAmong: async (entityId, contractIds) => {
    const [first, last] = [contractIds.toSorted()[0], contractIds.toSorted().at(-1)]
    if (first === undefined || last === undefined) return []
    const among = new Set<string>(contractIds)
    const found: UntoldRef[] = []
    let after: Readonly<Record<string, unknown>> | undefined
    do {
      const page = await queryPage(
        table,
        {
          IndexName: 'byEntity',
          KeyConditionExpression: 'ep = :ep and es between :first and :last',
          ExpressionAttributeValues: { ':ep': untoldPartition(entityId), ':first': first, ':last': `${last}#~` },
        },
        after,
      )
      found.push(...page.rows.map((row) => untoldOfSort(row['es'] as string)).filter(({ stream }) => among.has(stream)))
      after = page.next
    } while (after)
    return found
  },

  clearPending: async (ref) => {
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
  ...(outcome === 'bounced' && isOfContract(stream) ? returnedMark(stream) : {}),
})

const returnedMark = (contractId: ContractId): Readonly<Record<string, string>> => ({
  pp: returnedTo(contractId),
  ps: contractId,
})

const untoldMark = (
  { stream, seq }: EventRef,
  deliveryId: string,
  untoldOf: EntityId | undefined,
): Readonly<Record<string, string>> =>
  untoldOf ? { ep: untoldPartition(untoldOf), es: untoldSort(stream, seq, deliveryId) } : {}

const valuesOf = (marks: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(marks).map(([key, value]) => [`:${key}`, value]))

/**
 * Words in receipts for a letter that a carrier took. Those written before arrival had a word of its own say delivered.
 */
const wentOut = { ':accepted': 'accepted' satisfies Outcome, ':delivered': 'delivered' satisfies Outcome }

const causeOf = (row: Row): BounceCause | undefined =>
  row['b'] === undefined ? undefined : ((row['bc'] as BounceCause | undefined) ?? 'bounce')

const outcomeOf = (row: Row): Outcome => {
  const said = row['o'] as Outcome
  if (said !== 'delivered' && said !== 'accepted') return said
  return row['d'] === undefined ? 'accepted' : 'delivered'
}

const takeMarkOff = (TableName: string, { stream, seq }: EventRef) => ({
  Update: {
    TableName,
    Key: eventKey(stream, seq),
    UpdateExpression: 'REMOVE dp, ds',
    ConditionExpression: 'attribute_exists(pk)',
  },
})

/** The events among a ledger's rows, receipts folded in. */
export const eventsIn = (rows: readonly Row[]): readonly LedgerEvent[] => {
  const receipts = new Map(
    rows
      .filter(({ t }) => t === 'receipt')
      .map((row) => [row['id'] as string, { outcome: outcomeOf(row), cameBack: causeOf(row) }]),
  )
  return rows.filter(({ t }) => t === 'event').map((row) => ledgerEventOf(row, receipts))
}
