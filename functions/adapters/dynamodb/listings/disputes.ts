import type { Listings } from '../../../ports/listings.ts'
import type { Table } from '../client.ts'
import { disputesPartition } from '../keys.ts'
import { positionAfter, startKeyOf } from '../positions.ts'
import { readEach } from '../read-each.ts'
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
      startKeyOf(after),
    )
    const found = readEach(rows, contractOfListing, (row) => unpackFindable(contractOfListing(row), row['f'] as string))
    return { ...found, next: positionAfter(next) }
  }
