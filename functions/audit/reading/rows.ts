import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'

/** A row of the table, as it lies there. */
export type Row = { readonly pk: string; readonly sk: string } & Readonly<Record<string, unknown>>

/** Name of a row in what is found wrong with it. */
export const whereOf = ({ pk, sk }: Pick<Row, 'pk' | 'sk'>): string => `${pk}|${sk}`

/** About how many bytes a row takes: its names, texts and bytes. */
export const sizeOf = (row: Row): number =>
  Object.entries(row).reduce((sum, [name, value]) => {
    const bytes = value instanceof Uint8Array ? value.length : Buffer.byteLength(String(value))
    return sum + name.length + bytes
  }, 0)

/** The region of an endpoint of AWS; undefined for one of this machine. */
const regionOf = (endpoint: string): string | undefined => /dynamodb\.([^.]+)\.amazonaws\.com/.exec(endpoint)?.[1]

/**
 * Every row of a table, read strongly consistent, page after page. It is one picture only while nothing is written: a
 * scan is not a snapshot, so on AWS a table restored from an export is looked at instead.
 */
export const dumpOf = async (endpoint: string, tableName: string): Promise<Row[]> => {
  const region = regionOf(endpoint)
  const client = new DynamoDBClient({
    endpoint,
    region: region ?? 'ap-northeast-1',
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    ...(region ? {} : { credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  })
  const db = DynamoDBDocumentClient.from(client)
  const rows: Row[] = []
  let after: Record<string, unknown> | undefined
  do {
    const page = await db.send(
      new ScanCommand({ TableName: tableName, ConsistentRead: true, ...(after ? { ExclusiveStartKey: after } : {}) }),
    )
    rows.push(...((page.Items ?? []) as Row[]))
    after = page.LastEvaluatedKey
  } while (after)
  client.destroy()
  return rows
}
