import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { Table } from '../../functions/adapters/dynamodb/client.ts'
import { digest } from '../../functions/adapters/canonical.ts'

/** Every row of a table, in no order. */
export const rowsIn = async ({ db, name }: Table): Promise<readonly Record<string, unknown>[]> => {
  const rows: Record<string, unknown>[] = []
  let after: Record<string, unknown> | undefined
  do {
    const page = await db.send(
      new ScanCommand({ TableName: name, ConsistentRead: true, ...(after ? { ExclusiveStartKey: after } : {}) }),
    )
    rows.push(...(page.Items ?? []))
    after = page.LastEvaluatedKey
  } while (after)
  return rows
}

/** Heads, gates, ledgers, papers and listings: whatever there is of contracts. */
export const isOfContracts = (row: Readonly<Record<string, unknown>>): boolean =>
  /^(PF#|LED#ctr_|FIND#)/.test(String(row['pk']))

/** One hash over all rows, or some: equal only if nothing at all of them was written between. */
export const stateOf = async (
  table: Table,
  which: (row: Readonly<Record<string, unknown>>) => boolean = () => true,
): Promise<string> => {
  const rows = (await rowsIn(table)).filter(which).map((row) =>
    digest(
      Object.entries(row)
        .map(([name, value]) => [name, value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
    ),
  )
  return digest(rows.sort())
}
