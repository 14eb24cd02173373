import type { KeptContract } from '../../../shared/domain/contract/contract.ts'
import { shardCount, type PortfolioOwner } from '../../../shared/domain/ids.ts'
import type { Contracts } from '../../ports/contracts.ts'
import type { Kept } from '../../ports/records.ts'

export type Entry = { readonly kept: Kept<KeptContract>; readonly name: string }

/** An owner's whole book, shard by shard and page by page, strongly consistent: what it made and what it ever held. */
export const bookOf = async function* (contracts: Contracts, owner: PortfolioOwner): AsyncGenerator<readonly Entry[]> {
  for (let shard = 0; shard < shardCount; shard += 1) {
    let after: string | null = null
    do {
      const page = await contracts.bookShard(owner, shard, { after })
      yield page.items
      after = page.next
    } while (after)
  }
}

/** Whether a contract is in the owner's hands: being prepared by it, or held by it since. */
export const isHeldBy = (owner: PortfolioOwner, state: KeptContract): boolean =>
  (state.stage === 'live' || state.stage === 'ended' ? state.holder : state.deal.seller) === owner

// Counting so many takes two seconds, and nobody is kept from proposing for longer.
const countedUpTo = 5_000

/** What a discontinuance of this owner touches, counted in its own book; of a very large one, in its first part. */
export const affected = async (contracts: Contracts, owner: PortfolioOwner, upTo = countedUpTo) => {
  const counts = { live: 0, drafted: 0, offered: 0, terminals: 0 }
  const smes = new Set<string>()
  let read = 0
  for await (const entries of bookOf(contracts, owner)) {
    read += entries.length
    if (read > upTo) return { ...counts, smes: smes.size, atLeast: true }
    for (const {
      kept: { state },
    } of entries) {
      if (!isHeldBy(owner, state)) continue
      if (state.stage === 'drafted' || state.stage === 'offered') counts[state.stage] += 1
      if (state.stage !== 'live') continue
      counts.live += 1
      counts.terminals += state.deal.terminals
      smes.add(state.deal.smeId)
    }
  }
  return { ...counts, smes: smes.size, atLeast: false }
}
