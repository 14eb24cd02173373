import { shardCount } from '../../shared/domain/ids.ts'
import type { Dependencies } from '../ports/dependencies.ts'
import { deliverEvent } from './dispatch.ts'
import type { EventRef } from '../ports/event-ref.ts'

const perShard = 100

/** True of what is not one contract's: a takeover, an import. It brings the letters, and must not stand behind them. */
export const isOfMany = ({ stream }: Pick<EventRef, 'stream'>): boolean => !stream.startsWith('ctr_')

/**
 * Goes through every event that still owes something and delivers it: work over many contracts first. The mark in the
 * table is the truth; whatever wakes a relay sooner is only a wake-up. Gives the number of events it went through.
 */
export const sweep =
  (deps: Dependencies, deliver = deliverEvent(deps)) =>
  async (): Promise<number> => {
    const owed: EventRef[] = []
    for (let shard = 0; shard < shardCount; shard += 1) owed.push(...(await deps.ledger.due(shard, perShard)))
    const first = owed.filter(isOfMany)
    for (const ref of [...first, ...owed.filter((one) => !isOfMany(one))]) await deliver(ref)
    return owed.length
  }
