import { portfolioOf, type ContractId } from '../../../../shared/domain/ids.ts'
import type { Book } from '../../../ports/book.ts'
import type { Scope } from '../../../ports/listings.ts'
import type { Table } from '../client.ts'
import { bookEntryKey, bookPartition, type Key } from '../keys.ts'
import { getRow, getRows, type Row } from '../read.ts'
import { transact } from '../transact.ts'
import { countRowOf } from './rows.ts'

/** Row that counts the contracts of a shard of a portfolio in a book. */
export const countKey = (scope: Scope, portfolio: string, shard: number): Key => ({
  pk: bookPartition(scope, 'C'),
  sk: countRowOf(portfolio, shard),
})

const tries = 5

/** Cells of a row that counts, without those that count nothing. */
const cellsIn = (row: Row | undefined): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(row ?? {}).flatMap(([cell, count]) =>
      cell.includes(':') && typeof count === 'number' && count !== 0 ? [[cell, count] as const] : [],
    ),
  )

const isSame = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean =>
  one.size === other.size && [...one].every(([cell, count]) => other.get(cell) === count)

/** Counts the entries of a shard's contracts in a book anew, and writes what they come to where it was another. */
const recountIn = async (
  table: Table,
  scope: Scope,
  key: Key,
  contractIds: readonly ContractId[],
): Promise<boolean> => {
  const before = await getRow<Row>(table, key)
  const entries = await getRows(
    table,
    contractIds.map((id) => bookEntryKey(id, scope)),
  )
  const now = new Map<string, number>()
  for (const cell of entries.flatMap((entry) => (entry ? (entry['c'] as readonly string[]) : [])))
    now.set(cell, (now.get(cell) ?? 0) + 1)
  if (isSame(cellsIn(before), now)) return true
  const n = before?.['n'] as number | undefined
  const landed = await transact(table, (TableName) => [
    {
      Put: {
        TableName,
        Item: { ...key, t: 'bookCount', ...Object.fromEntries(now), n: (n ?? 0) + 1 },
        ...(n === undefined
          ? { ConditionExpression: 'attribute_not_exists(n)' }
          : { ConditionExpression: 'n = :n', ExpressionAttributeValues: { ':n': n } }),
      },
    },
  ])
  if (landed.as === 'unknown') throw landed.error
  return landed.as === 'written'
}

/** Counts a shard anew in each book, again where somebody entered a contract in between. */
export const recountInDynamoDb =
  (table: Table): Book['recount'] =>
  async (scopes, owner, shard, contractIds) => {
    for (const scope of scopes) {
      let done = false
      for (let count = 0; !done && count < tries; count += 1)
        done = await recountIn(table, scope, countKey(scope, portfolioOf(owner), shard), contractIds)
      if (!done) throw new Error(`the book of ${scope} is entered into faster than its counts are read`)
    }
  }
