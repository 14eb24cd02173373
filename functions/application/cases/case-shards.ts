import { coverageOf } from '../../../shared/domain/contract/coverage.ts'
import { takeoverIn } from '../../../shared/domain/contract/takeover.ts'
import type { Counted } from '../../../shared/domain/discontinuance/tally.ts'
import { shardCount } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { entriesOfShard } from '../contracts/portfolio.ts'
import type { LiveContract } from '../../../shared/domain/contract/states.ts'
import type { ExistingDiscontinuance } from '../../../shared/domain/discontinuance/states.ts'

// Reading so many takes a second. Whoever asks about more is told what was last counted.
const readUpTo = 2_000

/** True of a case small enough to be read whole whenever somebody asks; none of it is written before the list is. */
export const isRead = ({ list, late }: ExistingDiscontinuance): boolean =>
  list !== null && list.contracts + late <= readUpTo

/** The takeovers of a case in one shard of its reseller's book, as they are counted. */
export const inShard = async (
  { contracts }: Dependencies,
  { discontinuanceId, resellerId }: ExistingDiscontinuance,
  shard: number,
  now: Instant,
): Promise<readonly Counted[]> => {
  const found: Counted[] = []
  for await (const entries of entriesOfShard(contracts, resellerId, shard))
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
  deps: Dependencies,
  state: ExistingDiscontinuance,
  now: Instant,
): AsyncGenerator<readonly Counted[]> {
  for (let shard = 0; shard < shardCount; shard += 1) yield await inShard(deps, state, shard, now)
}
