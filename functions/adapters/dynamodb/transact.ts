import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Table } from './client.ts'

export type WriteItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** `refused` names the items whose condition failed, by place. `unknown` is honest: it may or may not have landed. */
type Landed =
  | { readonly as: 'written' }
  | { readonly as: 'refused'; readonly items: readonly number[] }
  | { readonly as: 'unknown'; readonly error: unknown }

const passing = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
])
const passingErrors = new Set([
  'TransactionInProgressException',
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
])
const maxTries = 8

/**
 * Sends one transaction. Conflicts and throttles pass, so they are tried again, with jitter; the SDK itself gives up
 * on them at once. One token for all tries, so a try that landed unseen is not done twice.
 */
export const transact = async (
  { db, name }: Table,
  build: (tableName: string) => readonly WriteItem[],
): Promise<Landed> => {
  const input = { TransactItems: [...build(name)], ClientRequestToken: randomUUID() }
  for (let tries = 1; ; tries += 1) {
    const landed = await tryOnce(db, input)
    if (landed.as !== 'again') return landed
    if (tries === maxTries) return { as: 'unknown', error: landed.error }
    await pause(Math.random() * Math.min(20 * 2 ** tries, 1_000))
  }
}

const tryOnce = async (
  db: Table['db'],
  input: TransactWriteCommandInput,
): Promise<Landed | { readonly as: 'again'; readonly error: unknown }> => {
  try {
    await db.send(new TransactWriteCommand(input))
    return { as: 'written' }
  } catch (error) {
    if (error instanceof TransactionCanceledException) {
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None')
      const refused = codes.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []))
      if (refused.length > 0) return { as: 'refused', items: refused }
      if (codes.every((code) => code === 'None' || passing.has(code))) return { as: 'again', error }
      throw error
    }
    if (error instanceof Error && passingErrors.has(error.name)) return { as: 'again', error }
    if (isOurFault(error)) throw error
    return { as: 'unknown', error }
  }
}

// A request the engine read and rejected is a defect of ours and surely wrote nothing; anything else is not known.
const isOurFault = (error: unknown): boolean =>
  error instanceof Error &&
  '$fault' in error &&
  error.$fault === 'client' &&
  !['TimeoutError', 'RequestTimeout', 'RequestTimeoutException'].includes(error.name)
