import { setTimeout as pause } from 'node:timers/promises'
import { BatchGetCommand, GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Table } from './client.ts'
import type { Key } from './keys.ts'

export type Row = Key & Readonly<Record<string, unknown>>

export const getRow = async <R extends Row>({ db, name }: Table, key: Key): Promise<R | undefined> => {
  const { Item } = await db.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true }))
  return Item as R | undefined
}

/** Several rows in one request, in the order asked for, strongly consistent. */
export const getRows = async ({ db, name }: Table, keys: readonly Key[]): Promise<readonly (Row | undefined)[]> => {
  const found = new Map<string, Row>()
  let left: readonly Key[] = keys
  for (let tries = 0; left.length > 0; tries += 1) {
    if (tries > 0) await pause(Math.random() * Math.min(20 * 2 ** tries, 1_000))
    if (tries > 8) throw new Error(`${left.length} rows stayed unread`)
    const asked = left.slice(0, 100)
    const { Responses, UnprocessedKeys } = await db.send(
      new BatchGetCommand({ RequestItems: { [name]: { Keys: [...asked], ConsistentRead: true } } }),
    )
    for (const row of (Responses?.[name] ?? []) as Row[]) found.set(`${row.pk}|${row.sk}`, row)
    const unread = (UnprocessedKeys?.[name]?.Keys ?? []) as Key[]
    if (unread.length === 0) tries = -1
    left = [...unread, ...left.slice(100)]
  }
  return keys.map(({ pk, sk }) => found.get(`${pk}|${sk}`))
}

type Asked = Omit<QueryCommandInput, 'TableName' | 'ExclusiveStartKey'>

export const queryPage = async (
  { db, name }: Table,
  asked: Asked,
  after: Readonly<Record<string, unknown>> | undefined,
): Promise<{ readonly rows: readonly Row[]; readonly next: Readonly<Record<string, unknown>> | undefined }> => {
  const { Items, LastEvaluatedKey } = await db.send(
    new QueryCommand({ ...asked, TableName: name, ...(after ? { ExclusiveStartKey: after } : {}) }),
  )
  return { rows: (Items ?? []) as Row[], next: LastEvaluatedKey }
}

/** All rows of a partition that start alike, strongly consistent, page after page. */
export const queryAll = (table: Table, pk: string, prefix: string): Promise<readonly Row[]> =>
  queryWhole(table, 'pk = :pk and begins_with(sk, :prefix)', { ':pk': pk, ':prefix': prefix })

/** All rows of a partition from one key to another, strongly consistent, page after page. */
export const queryBetween = (table: Table, { pk, sk }: Key, last: Key): Promise<readonly Row[]> =>
  queryWhole(table, 'pk = :pk and sk between :first and :last', { ':pk': pk, ':first': sk, ':last': last.sk })

const queryWhole = async (
  table: Table,
  condition: string,
  values: Readonly<Record<string, string>>,
): Promise<readonly Row[]> => {
  const rows: Row[] = []
  let after: Readonly<Record<string, unknown>> | undefined
  do {
    const page = await queryPage(
      table,
      { KeyConditionExpression: condition, ExpressionAttributeValues: values, ConsistentRead: true },
      after,
    )
    rows.push(...page.rows)
    after = page.next
  } while (after)
  return rows
}
