import { counted, isToCount } from '../../../shared/domain/discontinuance/tally.ts'
import { shardCount, type DiscontinuanceId, type EntityId } from '../../../shared/domain/ids.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { isRead, inShard } from '../../application/cases/case-shards.ts'

/**
 * Counts the takeovers of a case that is too large to be read whenever somebody asks, shard by shard. It can stop
 * between any two of them and go on; counting twice does no harm. True when every shard was counted since it was asked.
 */
export const tallyTakeovers =
  (deps: Dependencies) =>
  async (entityId: EntityId, discontinuanceId: DiscontinuanceId, mayGoOn: () => boolean): Promise<boolean> => {
    const tallies = new Map((await deps.contracts.tallies(discontinuanceId)).map((one) => [one.shard, one]))
    for (let shard = 0; shard < shardCount; shard += 1) {
      // A takeover set back while a shard is counted is not in its tally: the case is read before each.
      const found = await deps.directory.discontinuance(entityId, discontinuanceId)
      if (!found) throw new Error(`no ${discontinuanceId}`)
      const { state } = found
      if (isRead(state) || !isToCount(state, tallies.get(shard))) continue
      if (!mayGoOn()) return false
      const at = deps.clock.now()
      const counts = counted(await inShard(deps, state, shard, at))
      await deps.commits.noteTally({ discontinuanceId, shard, setbacks: state.setbacks ?? 0, counts, at })
    }
    return true
  }
