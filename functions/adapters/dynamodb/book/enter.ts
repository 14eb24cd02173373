import type { BookEntry } from '../../../../shared/domain/contract/book-entry.ts'
import { portfolioOfContract, shardOf, type ContractId } from '../../../../shared/domain/ids.ts'
import type { Book } from '../../../ports/book.ts'
import type { Scope } from '../../../ports/listings.ts'
import type { Table } from '../client.ts'
import { bookEntryKey, bookPartition } from '../keys.ts'
import { queryPage, type Row } from '../read.ts'
import { transact, type WriteItem } from '../transact.ts'
import { countKey } from './recount.ts'
import { booksOf, cellsOf, rowsOf, type BookRow } from './rows.ts'

const between = '\t'
const noted = ({ part, place, text }: BookRow): string => [part, place, text].join(between)
const notedRow = (note: string): BookRow => {
  const [part = '', place = '', text = ''] = note.split(between)
  return { part, place, text }
}
const placeOf = ({ part, place }: BookRow): string => part + between + place

type Entered = {
  readonly scope: Scope
  readonly version: number
  readonly rows: readonly string[]
  readonly cells: readonly string[]
}

const enteredOf = (row: Row): Entered => ({
  scope: row.sk.slice('ENTRY#'.length) as Scope,
  version: row['v'] as number,
  rows: row['k'] as readonly string[],
  cells: row['c'] as readonly string[],
})

type Standing = { readonly rows: readonly BookRow[]; readonly cells: readonly string[] }
const nothing: Standing = { rows: [], cells: [] }

/** Enters a contract in each book it stands in, and takes it out of those it has left. */
export const enterInDynamoDb =
  (table: Table): Book['enter'] =>
  async (version, entry, anew = false) => {
    const { contractId } = entry
    const { pk } = bookEntryKey(contractId, entry.entityId)
    const { rows } = await queryPage(
      table,
      {
        KeyConditionExpression: 'pk = :pk and begins_with(sk, :entry)',
        ExpressionAttributeValues: { ':pk': pk, ':entry': 'ENTRY#' },
        ConsistentRead: true,
      },
      undefined,
    )
    const entered = new Map(rows.map((row) => [enteredOf(row).scope, enteredOf(row)]))
    const books = booksOf(entry)
    const standing: Standing = { rows: rowsOf(entry), cells: cellsOf(entry) }
    const done = await Promise.all(
      [...new Set([...books, ...entered.keys()])].map((scope) =>
        enterIn(table, scope, entry, {
          version,
          before: entered.get(scope),
          now: books.includes(scope) ? standing : nothing,
          anew,
        }),
      ),
    )
    return done.every(Boolean)
  }

type Entering = {
  readonly version: number
  readonly before: Entered | undefined
  readonly now: Standing
  readonly anew: boolean
}

/** One transaction: what the entry says, its rows and its counts agree at any moment. */
const enterIn = async (
  table: Table,
  scope: Scope,
  entry: BookEntry,
  { version, before, now, anew }: Entering,
): Promise<boolean> => {
  if (before && (before.version > version || (before.version === version && !anew))) return true
  const { contractId } = entry
  const known = new Set(anew ? [] : before?.rows)
  const kept = new Set(now.rows.map(placeOf))
  const gone = (before?.rows ?? []).map(notedRow).filter((row) => !kept.has(placeOf(row)))
  const landed = await transact(table, (TableName): readonly WriteItem[] => [
    {
      Put: {
        TableName,
        Item: {
          ...bookEntryKey(contractId, scope),
          t: 'bookEntry',
          v: version,
          k: now.rows.map(noted),
          c: now.cells,
        },
        ...(before === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': before.version } }),
      },
    },
    ...now.rows
      .filter((row) => !known.has(noted(row)))
      .map((row) => ({
        Put: {
          TableName,
          Item: {
            ...keyOf(scope, row, contractId),
            t: 'bookLine',
            ...(row.text === '' ? {} : { x: row.text }),
          },
        },
      })),
    ...gone.map((row) => ({ Delete: { TableName, Key: keyOf(scope, row, contractId) } })),
    ...countsTo(TableName, scope, entry, before?.cells ?? [], now.cells),
  ])
  if (landed.as === 'unknown') throw landed.error
  return landed.as === 'written'
}

const keyOf = (scope: Scope, { part, place }: BookRow, contractId: ContractId) => ({
  pk: bookPartition(scope, part),
  sk: `${place}#${contractId}`,
})

/** Difference of two lists of cells, as it is added to what is counted; nothing where there is none. */
const countsTo = (
  TableName: string,
  scope: Scope,
  { contractId }: BookEntry,
  before: readonly string[],
  now: readonly string[],
): readonly WriteItem[] => {
  const changed = [
    ...now.filter((cell) => !before.includes(cell)).map((cell) => [cell, 1] as const),
    ...before.filter((cell) => !now.includes(cell)).map((cell) => [cell, -1] as const),
  ]
  if (changed.length === 0) return []
  const counts = [...changed, ['n', 1] as const]
  return [
    {
      Update: {
        TableName,
        Key: countKey(scope, portfolioOfContract(contractId), shardOf(contractId)),
        UpdateExpression: `SET t = :t ADD ${counts.map((_, at) => `#c${at} :c${at}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(counts.map(([cell], at) => [`#c${at}`, cell])),
        ExpressionAttributeValues: {
          ':t': 'bookCount',
          ...Object.fromEntries(counts.map(([, by], at) => [`:c${at}`, by])),
        },
      },
    },
  ]
}
