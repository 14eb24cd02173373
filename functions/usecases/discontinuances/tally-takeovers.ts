import type { LiveContract } from '../../../shared/domain/contract/contract.ts'
import { coverageOf } from '../../../shared/domain/contract/coverage.ts'
import { takeoverIn } from '../../../shared/domain/contract/takeover.ts'
import { askForTally, type KeptDiscontinuance } from '../../../shared/domain/discontinuance/discontinuance.ts'
import { counted, isCounting, isToCount, type Counted } from '../../../shared/domain/discontinuance/tally.ts'
import { shardCount, type DiscontinuanceId, type EntityId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { done, refuse } from '../../../shared/domain/result.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../change.ts'
import type { Costs } from '../cost.ts'
import { shardOf } from './book.ts'

// Reading so many takes a second. Whoever asks about more is told what was last counted.
const readUpTo = 2_000

/** Whether a case is small enough to be read whole whenever somebody asks; none of it is written before the list is. */
export const isRead = ({ list, late }: KeptDiscontinuance): boolean =>
  list !== null && list.contracts + late <= readUpTo

/** The takeovers of a case in one shard of its reseller's book, as they are counted. */
const inShard = async (
  { contracts }: World,
  { discontinuanceId, resellerId }: KeptDiscontinuance,
  shard: number,
  now: Instant,
): Promise<readonly Counted[]> => {
  const found: Counted[] = []
  for await (const entries of shardOf(contracts, resellerId, shard))
    for (const { kept } of entries) {
      const takeover = takeoverIn(discontinuanceId, kept.state)
      if (!takeover) continue
      const coverage = coverageOf(kept.state as LiveContract, takeover, now)
      found.push({ contractId: kept.state.deal.contractId, takeover: takeover.stage, coverage })
    }
  return found
}

/** The takeovers of a case, shard by shard. */
export const shardsOf = async function* (
  world: World,
  state: KeptDiscontinuance,
  now: Instant,
): AsyncGenerator<readonly Counted[]> {
  for (let shard = 0; shard < shardCount; shard += 1) yield await inShard(world, state, shard, now)
}

/**
 * Counts the takeovers of a case that is too large to be read whenever somebody asks, shard by shard. It can stop
 * between any two of them and go on; counting twice does no harm. True when every shard was counted since it was asked.
 */
export const tallyTakeovers =
  (world: World) =>
  async (entityId: EntityId, discontinuanceId: DiscontinuanceId, mayGoOn: () => boolean): Promise<boolean> => {
    const tallies = new Map((await world.contracts.tallies(discontinuanceId)).map((one) => [one.shard, one]))
    for (let shard = 0; shard < shardCount; shard += 1) {
      // What is set back while a shard is counted is not in its tally: the case is read before each.
      const found = await world.directory.discontinuance(entityId, discontinuanceId)
      if (!found) throw new Error(`no ${discontinuanceId}`)
      const { state } = found
      if (isRead(state) || !isToCount(state, tallies.get(shard))) continue
      if (!mayGoOn()) return false
      const at = world.clock.now()
      const counts = counted(await inShard(world, state, shard, at))
      await world.commits.noteTally({ discontinuanceId, shard, setbacks: state.setbacks ?? 0, counts, at })
    }
    return true
  }

/** Has the takeovers of a case counted again. Where that is under way already, nothing more is asked. */
export const askToTally =
  (world: World): HandlerOf<Routes['tallyTakeovers']> =>
  async ({ params: { discontinuanceId } }, { who: { entityId }, at, stamp }) => {
    const [found, tallies] = await Promise.all([
      world.directory.discontinuance(entityId, discontinuanceId),
      world.contracts.tallies(discontinuanceId),
    ])
    if (!found) return refuse({ kind: 'not-found', what: 'discontinuance' })
    const { state } = found
    const counting = isRead(state) || !state.reached || isCounting(state, tallies)
    const decision = askForTally(state, { counting })
    if (!decision.ok) return decision
    const answer = { discontinuanceId, counting: !isRead(state) }
    if (decision.value.length === 0) return done(answer)
    const changed = change('discontinuance', discontinuanceId, found, decision.value, at)
    return world.commits.commit({ stamp, answer, changes: [changed] })
  }

export const costs: Costs = {
  tallyTakeovers: { requests: 2, readUnits: 2, writeUnits: 0 },
}
