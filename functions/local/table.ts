import { CreateTableCommand, ResourceInUseException, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { indexes, keys, tableAttributes } from '../../shared/wiring/table.ts'
import { tableNamed, type Table } from '../adapters/dynamodb/client.ts'

/**
 * Header of a signed request, as an engine on this machine wants to see it: whose it is and where it goes. It looks at no
 * signature, and making one for every request is a tenth of what a request costs here.
 */
const unsigned =
  'AWS4-HMAC-SHA256 Credential=local/20260101/ap-northeast-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0'

/** Configuration to reach an engine on this machine. */
export const clientFor = (endpoint: string): DynamoDBClientConfig => ({
  endpoint,
  region: 'ap-northeast-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  signer: {
    sign: async (request) => ({
      ...request,
      headers: { ...request.headers, authorization: unsigned, 'x-amz-date': '20260101T000000Z' },
    }),
  },
})

/** What the SDK does for AWS's own sake with every request: a fifth of what one costs here, and nobody reads it. */
const forAwsAlone = [
  'loggerMiddleware',
  'getUserAgentMiddleware',
  'hostHeaderMiddleware',
  'recursionDetectionMiddleware',
]

const key = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
]

/** The table, made as the stack makes it, unless it is there already. */
export const tableOn = async (endpoint: string, name: string): Promise<Table> => {
  const table = tableNamed(name, clientFor(endpoint))
  for (const middleware of forAwsAlone) table.db.middlewareStack.remove(middleware)
  try {
    await table.db.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: tableAttributes.map((attribute) => ({ AttributeName: attribute, AttributeType: 'S' })),
        KeySchema: key(keys.partition, keys.sort),
        GlobalSecondaryIndexes: Object.entries(indexes).map(([index, { partition, sort, projects }]) => ({
          IndexName: index,
          KeySchema: key(partition, sort),
          Projection:
            projects.length > 0
              ? { ProjectionType: 'INCLUDE', NonKeyAttributes: [...projects] }
              : { ProjectionType: 'KEYS_ONLY' },
        })),
      }),
    )
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
  return table
}
