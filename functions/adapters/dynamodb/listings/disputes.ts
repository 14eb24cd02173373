import type { Listings } from '../../../ports/listings.ts'
import type { Unreadable } from '../../../ports/pages.ts'
import type { Table } from '../client.ts'
import { disputesPartition } from '../keys.ts'
import { queryPage } from '../read.ts'
import { contractOfListing, unpackFindable } from './rows.ts'

/** Reads the undecided disputes a scope has, in the order in which they were said. */
export const disputesInDynamoDb =
  (table: Table): Listings['disputes'] =>
  async (scope, { limit, after }) => {
    const { rows, next } = await queryPage(
      table,
      {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': disputesPartition(scope) },
        Limit: limit,
      },
      after === null ? undefined : (JSON.parse(after) as Record<string, unknown>),
    )
    const unreadable: Unreadable[] = []
    const items = rows.flatMap((row) => {
      const id = contractOfListing(row)
      try {
        return [unpackFindable(id, row['f'] as string)]
      } catch (error) {
        unreadable.push({ id, error })
        return []
      }
    })
    return { items, unreadable, next: next ? JSON.stringify(next) : null }
  }
