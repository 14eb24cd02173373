import type { KeptContract } from '../../../shared/domain/contract/contract.ts'
import { shardCount, type PortfolioOwner } from '../../../shared/domain/ids.ts'
import type { Contracts, PageOf } from '../../ports/contracts.ts'
import type { Kept } from '../../ports/records.ts'

export type Entry = { readonly kept: Kept<KeptContract>; readonly name: string }

/** A place in an owner's book: a shard, and where in it; past the last shard the book is over. */
export type Place = { readonly shard: number; readonly after: string | null }
export const startOfBook: Place = { shard: 0, after: null }

/**
 * An owner's book from a place on, shard by shard and page by page, strongly consistent: what it made and what it ever
 * held. Each page comes with the place after it.
 */
export const pagesOf = async function* (
  contracts: Contracts,
  owner: PortfolioOwner,
  from: Place,
): AsyncGenerator<{ readonly entries: readonly Entry[]; readonly next: Place }> {
  let { shard, after } = from
  while (shard < shardCount) {
    const page: PageOf<Entry> = await contracts.bookShard(owner, shard, { after })
    if (page.next === null) shard += 1
    after = page.next
    yield { entries: page.items, next: { shard, after } }
  }
}

/** An owner's whole book, page by page. */
export const bookOf = async function* (contracts: Contracts, owner: PortfolioOwner): AsyncGenerator<readonly Entry[]> {
  for await (const { entries } of pagesOf(contracts, owner, startOfBook)) yield entries
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
