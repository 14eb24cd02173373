import { shardCount } from '../../../shared/domain/ids.ts'
import type { World } from '../../ports/world.ts'
import { deliverEvent } from './deliver-event.ts'

const perShard = 100

/**
 * Goes through every event that still owes something and delivers it. The mark in the table is the truth; whatever
 * wakes a relay sooner is only a wake-up. Gives the number of events it went through.
 */
export const sweep =
  (world: World, deliver = deliverEvent(world)) =>
  async (): Promise<number> => {
    let seen = 0
    for (let shard = 0; shard < shardCount; shard += 1) {
      const refs = await world.ledger.due(shard, perShard)
      for (const ref of refs) await deliver(ref)
      seen += refs.length
    }
    return seen
  }
