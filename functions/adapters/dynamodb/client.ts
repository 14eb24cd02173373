import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** A table and the client to reach it. */
export type Table = { readonly db: DynamoDBDocumentClient; readonly name: string }

/**
 * The one way to a table. The SDK waits for ever unless told otherwise, and only `throwOnRequestTimeout` makes a
 * request timeout an error instead of a warning.
 */
export const tableNamed = (name: string, config: DynamoDBClientConfig = {}): Table => ({
  name,
  db: DynamoDBDocumentClient.from(
    new DynamoDBClient({
      maxAttempts: 4,
      ...config,
      requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_500, throwOnRequestTimeout: true },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  ),
})
