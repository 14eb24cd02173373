import { GetItemCommand } from '@aws-sdk/client-dynamodb'
import type { AttributeValue, DynamoDBRecord } from 'aws-lambda'
import type { Table } from '../../../functions/adapters/dynamodb/client.ts'
import { eventKey } from '../../../functions/adapters/dynamodb/keys.ts'
import { ledgerInDynamoDb } from '../../../functions/adapters/dynamodb/ledger.ts'
import { shardCount } from '../../../shared/domain/ids.ts'

/** What the table's stream would bring of every event that still owes something. */
export const owedRecordsIn = async (table: Table): Promise<readonly DynamoDBRecord[]> => {
  const ledger = ledgerInDynamoDb(table)
  const records: DynamoDBRecord[] = []
  for (let shard = 0; shard < shardCount; shard += 1) {
    for (const { stream, seq } of await ledger.due(shard, 1_000)) {
      const { pk, sk } = eventKey(stream, seq)
      const { Item = {} } = await table.db.send(
        new GetItemCommand({ TableName: table.name, Key: { pk: { S: pk }, sk: { S: sk } } }),
      )
      const NewImage = Item as Record<string, AttributeValue>
      records.push({ eventName: 'INSERT', dynamodb: { SequenceNumber: String(records.length + 1), NewImage } })
    }
  }
  return records
}
