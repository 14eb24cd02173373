import * as z from 'zod'
import { shardCount, type PortfolioOwner } from '../../../shared/domain/ids.ts'
import type { Contracts } from '../../ports/contracts.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { Unreadable } from '../../ports/pages.ts'
import { placeIn } from '../cursor-place.ts'

export type PortfolioEntry = { readonly kept: Versioned<ExistingContract>; readonly name: string }

/** A place in an owner's book: a shard, and where in it. */
const PortfolioCursor = z.strictObject({ shard: z.int(), after: z.string().nullable() })
export type PortfolioCursor = Readonly<z.output<typeof PortfolioCursor>>
export const startOfPortfolio: PortfolioCursor = { shard: 0, after: null }

// Reading a whole megabyte and making entries of it takes a fifth of a second, and a signing meanwhile waits for it.
const entriesPerPage = 300

type Page = {
  readonly entries: readonly PortfolioEntry[]
  readonly next: PortfolioCursor | null
  readonly unreadable: readonly Unreadable[]
}

/**
 * The page at a place of an owner's book, strongly consistent: what it made and what it ever held. It comes with the
 * place after it; null where the book is over.
 */
export const pageAt = async (
  contracts: Contracts,
  owner: PortfolioOwner,
  { shard, after }: PortfolioCursor,
  limit = entriesPerPage,
  toShow: { readonly toShow?: true } = {},
): Promise<Page> => {
  const { items, next, unreadable = [] } = await contracts.portfolioShard(owner, shard, { after, limit, ...toShow })
  const nextShard = shard + 1 < shardCount ? { shard: shard + 1, after: null } : null
  return { entries: items, unreadable, next: next === null ? nextShard : { shard, after: next } }
}

/** An owner's book from a place on, page by page, each with the place after it. */
export const pagesOf = async function* (
  contracts: Contracts,
  owner: PortfolioOwner,
  from: PortfolioCursor,
): AsyncGenerator<Page> {
  for (let at: PortfolioCursor | null = from; at; ) {
    const page: Page = await pageAt(contracts, owner, at)
    yield page
    at = page.next
  }
}

/** An owner's whole book, page by page. */
export const entriesOf = async function* (
  contracts: Contracts,
  owner: PortfolioOwner,
): AsyncGenerator<readonly PortfolioEntry[]> {
  for await (const { entries } of pagesOf(contracts, owner, startOfPortfolio)) yield entries
}

/** Entries of one shard of an owner's portfolio, page by page. */
export const entriesOfShard = async function* (
  contracts: Contracts,
  owner: PortfolioOwner,
  shard: number,
): AsyncGenerator<readonly PortfolioEntry[]> {
  for (let at: PortfolioCursor | null = { shard, after: null }; at?.shard === shard; ) {
    const page: Page = await pageAt(contracts, owner, at)
    yield page.entries
    at = page.next
  }
}

/** The place a cursor of a list stands for, the start without one; undefined where it is none of this list's. */
export const cursorIn = async (
  deps: Dependencies,
  scope: string,
  cursor: string | undefined,
): Promise<PortfolioCursor | undefined> =>
  cursor === undefined ? startOfPortfolio : placeIn(deps, scope, cursor, PortfolioCursor)

/** The cursor for a place of a list; null where the book is over. */
export const sealedCursor = async (
  { cursors }: Dependencies,
  scope: string,
  place: PortfolioCursor | null,
): Promise<string | null> => place && (await cursors.seal(scope, JSON.stringify(place)))

/** True where a contract is in the owner's hands: being prepared by it, or held by it since. */
export const isHeldBy = (owner: PortfolioOwner, state: ExistingContract): boolean =>
  (state.stage === 'live' || state.stage === 'ended' ? state.holder : state.deal.seller) === owner

// Counting so many takes two seconds, and nobody is kept from proposing for longer.
const countedUpTo = 5_000

/** Counts of what a discontinuance of this owner touches in its portfolio; in a very large one, in its first part. */
export const affected = async (contracts: Contracts, owner: PortfolioOwner, upTo = countedUpTo) => {
  const counts = { live: 0, drafted: 0, offered: 0, terminals: 0 }
  const smes = new Set<string>()
  let read = 0
  for await (const entries of entriesOf(contracts, owner)) {
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
