import type { Findable } from '../../../../shared/domain/contract/findable.ts'
import type { ContractId } from '../../../../shared/domain/ids.ts'
import type { Listings } from '../../../ports/listings.ts'
import { NewerForm } from '../../../ports/stored-forms.ts'
import type { Table } from '../client.ts'
import { listedKey, yearsPartition, type Key } from '../keys.ts'
import { getRows, type Row } from '../read.ts'
import { transact, type WriteItem } from '../transact.ts'
import { firstSearchKeyOf } from './first-search-key.ts'
import { listingRows, nameKeysOf, packFindable, scopesOf, unpackFindable, yearOf } from './rows.ts'

const nameOf = ({ pk, sk }: Key): string => `${pk}|${sk}`

/**
 * Writes what a contract is found by. The row of what is listed carries the version and is written only as it was
 * read, so that of two workers the one that knows less gives way, and what it lists no more is taken away with it.
 */
export const listInDynamoDb =
  (table: Table): Listings['list'] =>
  async ({ contractId, version, findable }, anew = false) => {
    const years = findable
      ? scopesOf(findable).map((scope) => ({ pk: yearsPartition(scope), sk: yearOf(findable.signedOn) }))
      : []
    const [listed, ...known] = await getRows(table, [listedKey(contractId), ...years])
    const at = listed?.['v'] as number | undefined
    if (at === undefined && !findable) return true
    if (at !== undefined && (at > version || (at === version && !anew))) return true

    const before = listedBefore(contractId, listed)
    const nameKeys = findable ? nameKeysOf(findable) : []
    const now = findable ? listingRows(findable, nameKeys) : []
    const kept = new Set(now.map(nameOf))
    const landed = await transact(table, (name) => [
      {
        Put: {
          TableName: name,
          Item: listedRow(contractId, version, findable ? packFindable(findable) : null, nameKeys),
          ...(at === undefined
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : { ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': at } }),
        },
      },
      ...now.map((Item): WriteItem => ({ Put: { TableName: name, Item } })),
      ...before
        .filter((row) => !kept.has(nameOf(row)))
        .map(({ pk, sk }): WriteItem => ({ Delete: { TableName: name, Key: { pk, sk } } })),
      // A year that is there is left alone: every listing of an implementing entity would meet on it.
      ...years
        .filter((_, index) => known[index] === undefined)
        .map((key): WriteItem => ({ Put: { TableName: name, Item: { ...key, t: 'listedYear' } } })),
    ])
    if (landed.as === 'unknown') throw landed.error
    return landed.as === 'written'
  }

/**
 * The rows that lie there now. Where what was listed cannot be read, nobody knows where they lie: it is listed anew over
 * them, which is how a listing that is spoilt is mended. What a newer version wrote is left to that.
 */
const listedBefore = (contractId: ContractId, listed: Row | undefined): readonly Row[] => {
  const text = listed?.['f'] as string | null | undefined
  if (!text) return []
  try {
    return listedUnder(unpackFindable(contractId, text), listed)
  } catch (error) {
    if (error instanceof NewerForm) throw error
    return []
  }
}

/** The rows that lie there: under the keys the listing kept, or those of the time when it kept none. */
const listedUnder = (one: Findable, listed: Row | undefined): readonly Row[] =>
  listingRows(one, (listed?.['k'] as readonly string[] | undefined) ?? nameKeysOf(one, firstSearchKeyOf))

/**
 * Row of what is listed of a contract. The keys of its names are kept with it: how names are folded may change, and
 * what lies under an old key is taken away all the same.
 */
const listedRow = (contractId: ContractId, v: number, f: string | null, k: readonly string[]): Row => ({
  ...listedKey(contractId),
  t: 'listed',
  v,
  f,
  k,
})
