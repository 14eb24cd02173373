import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Check } from '../../ports/records.ts'
import { portfolioGateKey, serviceGateKey, stateKey } from './keys.ts'
import { endedBefore } from './signing-locks.ts'
import type { WriteItem } from './transact.ts'

/** Condition of a transaction that what was read beside it stands as it was read. */
export const stands = (TableName: string, check: Check, now: Instant | null): WriteItem =>
  'state' in check
    ? {
        ConditionCheck: {
          TableName,
          Key: stateKey(check.state, check.id, check.entityId),
          ConditionExpression: 'v = :v',
          ExpressionAttributeValues: { ':v': check.version },
        },
      }
    : gateStands(TableName, check, now)

const unfenced = '(attribute_not_exists(fence) or attribute_not_exists(fu) or fu < :ended)'

/** A signing lock holds back who signs, and nobody else; one that outlived its attempt binds nobody. */
const gateStands = (TableName: string, check: Extract<Check, { gate: unknown }>, now: Instant | null): WriteItem => {
  const signs = check.gate === 'portfolio' && check.signs === true && now !== null
  return {
    ConditionCheck: {
      TableName,
      Key:
        check.gate === 'portfolio'
          ? portfolioGateKey(check.owner, check.shard)
          : serviceGateKey(check.serviceId, check.shard),
      ConditionExpression: signs ? `epoch = :epoch and ${unfenced}` : 'epoch = :epoch',
      ExpressionAttributeValues: { ':epoch': check.epoch, ...(signs ? { ':ended': endedBefore(now) } : {}) },
    },
  }
}
