import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { Listings } from '../../../ports/listings.ts'
import type { Table } from '../client.ts'
import { contactPartition, sharedContactsPartition } from '../keys.ts'
import { positionAfter, startKeyOf } from '../positions.ts'
import { readEach } from '../read-each.ts'
import { queryPage, type Row } from '../read.ts'
import { contractOfListing, unpackFindable } from './rows.ts'

const rowsAtOnce = 10

const smeOf = ({ sk }: Row): string => sk.slice(0, sk.indexOf('#'))

/** Contracts by the contacts of their SMEs, and the contacts that contracts of several SMEs lie under. */
export const contactsInDynamoDb = (table: Table): Pick<Listings, 'withContact' | 'noteShared' | 'sharedContacts'> => {
  const under = (pk: string, limit: number, after: string | null, consistent = false) =>
    queryPage(
      table,
      {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        Limit: limit,
        ConsistentRead: consistent,
      },
      startKeyOf(after),
    )
  /** True where another SME has the contact. Read as it stands, so that of two listed at once one finds the other. */
  const hasOther = async (pk: string, smeId: string): Promise<boolean> => {
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof under>> = await under(pk, rowsAtOnce, after, true)
      if (page.rows.some((row) => smeOf(row) !== smeId)) return true
      after = positionAfter(page.next)
    } while (after)
    return false
  }
  return {
    withContact: async (entityId, key, limit) => {
      const { rows, next } = await under(contactPartition(entityId, key), limit, null)
      const found = readEach(rows, contractOfListing, (row) => unpackFindable(contractOfListing(row), String(row['f'])))
      return { ...found, next: positionAfter(next) }
    },
    noteShared: async ({ entityId, smeId, contacts = [] }) => {
      for (const key of contacts)
        if (await hasOther(contactPartition(entityId, key), smeId))
          await table.db.send(
            new PutCommand({
              TableName: table.name,
              Item: { pk: sharedContactsPartition(entityId), sk: key, t: 'sharedContact' },
            }),
          )
    },
    sharedContacts: async (entityId, { limit, after }) => {
      const { rows, next } = await under(sharedContactsPartition(entityId), limit, after)
      return { items: rows.map(({ sk }) => sk), next: positionAfter(next) }
    },
  }
}
