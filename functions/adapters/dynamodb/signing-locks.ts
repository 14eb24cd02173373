import { shardCount, type PortfolioOwner } from '../../../shared/domain/ids.ts'
import { later, type Instant } from '../../../shared/domain/plain-date.ts'
import { outlivedAfterMs, type SigningLockAttempt } from '../../ports/signing-locks.ts'
import { fenceMark, portfolioGateKey, watchPartition } from './keys.ts'
import type { WriteItem } from './transact.ts'

/** The shards in the order in which they are locked. */
export const fencedShards = Array.from({ length: shardCount }, (_, shard) => shard)

/**
 * A signing lock on the row of a guard: `fence` the case, `fa` the attempt that put it up, `fu` when that attempt ends
 * (ms). It stands outside the guard's text, where conditions can see it. Shard 0 is locked first and bears the mark by
 * which the calendar finds what an attempt left behind.
 */
export const fencePut = (
  TableName: string,
  owner: PortfolioOwner,
  shard: number,
  caseId: string,
  { id, until }: SigningLockAttempt,
): WriteItem => ({
  Update: {
    TableName,
    Key: portfolioGateKey(owner, shard),
    UpdateExpression: `SET fence = :by, fa = :id, fu = :until${shard === 0 ? ', dp = :watch, ds = :from' : ''}`,
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: {
      ':by': caseId,
      ':id': id,
      ':until': Date.parse(until),
      ...(shard === 0 ? { ':watch': watchPartition, ':from': fenceMark(later(until, outlivedAfterMs), owner) } : {}),
    },
  },
})

const remove = 'REMOVE fence, fa, fu, dp, ds'

/** Takes the signing locks of a portfolio away, whoever put them up. */
export const unfence = (TableName: string, owner: PortfolioOwner): readonly WriteItem[] =>
  fencedShards.map((shard) => ({
    Update: {
      TableName,
      Key: portfolioGateKey(owner, shard),
      UpdateExpression: remove,
      ConditionExpression: 'attribute_exists(pk)',
    },
  }))

/** Takes one shard's signing lock away if its attempt has been over for longer than a lock binds. */
export const takeDownOutlived = (TableName: string, owner: PortfolioOwner, shard: number, now: Instant): WriteItem => ({
  Update: {
    TableName,
    Key: portfolioGateKey(owner, shard),
    UpdateExpression: remove,
    ConditionExpression: 'attribute_exists(fence) and (attribute_not_exists(fu) or fu < :ended)',
    ExpressionAttributeValues: { ':ended': endedBefore(now) },
  },
})

/** Instant before which an attempt must have ended for its signing lock to bind nobody, in ms. */
export const endedBefore = (now: Instant): number => Date.parse(now) - outlivedAfterMs
