import type { Context } from 'aws-lambda'
import * as z from 'zod'
import type { Table } from '../../adapters/dynamodb/client.ts'
import { Upgraded } from '../../adapters/dynamodb/upgrade/upgraded.ts'
import { nothingYet, upgradeTable } from '../../adapters/dynamodb/upgrade/upgrade-table.ts'

/** Time enough to finish a page that was begun. */
const marginMs = 60_000

/** `{}` for a whole walk; with `countOnly` nothing is written; `from` is the answer of a walk that was not finished. */
const Asked = z.strictObject({
  countOnly: z.boolean().default(false),
  from: Upgraded.optional(),
})

/**
 * Walks the table as far as its time goes, and answers how many rows of each form there are and where the next call goes
 * on. Called by hand: its answer is given to it as `from` until `after` is null.
 */
export const upgradeIn =
  (table: Table) =>
  async (
    asked: unknown,
    { getRemainingTimeInMillis }: Pick<Context, 'getRemainingTimeInMillis'>,
  ): Promise<Upgraded> => {
    const { countOnly, from = nothingYet } = Asked.parse(asked ?? {})
    const upgraded = await upgradeTable(table)({
      from,
      countOnly,
      mayGoOn: () => getRemainingTimeInMillis() >= marginMs,
    })
    console.log({ what: 'upgraded', ...upgraded })
    return upgraded
  }
