import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { checkpointOf, checkpointRow } from '../../../functions/adapters/dynamodb/checkpoint-rows.ts'
import { checkpointKey } from '../../../functions/adapters/dynamodb/keys.ts'
import type { Row } from '../../../functions/adapters/dynamodb/read.ts'
import type { Contracts } from '../../../functions/ports/contracts.ts'
import type { Commit, Commits } from '../../../functions/ports/records.ts'
import type { Dependencies } from '../../../functions/ports/dependencies.ts'
import type { Checkpoint } from '../../../shared/domain/discontinuance/fan-out.ts'
import type { PortfolioOwner } from '../../../shared/domain/ids.ts'
import type { House } from '../../support/house.ts'

// What is known to be wrong, each in one way only. None of it is reached from the product.

type Page = Awaited<ReturnType<Contracts['portfolioShard']>>
type Pages = Map<number, Page>

/** An owner's book as it stands now, page by page. */
export const viewOf = async ({ contracts }: Dependencies, owner: PortfolioOwner): Promise<Pages> => {
  const pages: Pages = new Map()
  for (let shard = 0; shard < 16; shard += 1)
    pages.set(shard, await contracts.portfolioShard(owner, shard, { after: null }))
  return pages
}

/**
 * Lists a book from a view that was made earlier, as one does who enumerates before the fence, or by an index that
 * follows late. `passes` says how many passes over the book see the view: one where the second pass is right.
 */
export const listingBy = (deps: Dependencies, view: () => Pages, passes: number): Dependencies => {
  const seen = new Map<number, number>()
  return {
    ...deps,
    contracts: {
      ...deps.contracts,
      portfolioShard: async (owner, shard, page) => {
        const before = seen.get(shard) ?? 0
        seen.set(shard, before + 1)
        return (before < passes ? view().get(shard) : undefined) ?? deps.contracts.portfolioShard(owner, shard, page)
      },
    },
  }
}

/** Signs, attests and all else without looking whether the gates still stand. */
export const withoutGateChecks = <Done>(house: House, act: () => Promise<Done>): (() => Promise<Done>) => {
  const commits = house.deps.commits as { -readonly [Name in keyof Commits]: Commits[Name] }
  const own = commits.commit
  return async () => {
    commits.commit = (async (commit: Commit<unknown>) => {
      commits.commit = own
      return own({ ...commit, checks: [] })
    }) as Commits['commit']
    return act()
  }
}

/** Approves whatever the window says: to it every proposal can be approved for ever. */
export const withoutWindow = (house: House): (() => void) => {
  const directory = house.deps.directory as { -readonly [Name in 'discontinuance']: Dependencies['directory'][Name] }
  const own = directory.discontinuance
  directory.discontinuance = async (...given) => {
    const found = await own(...given)
    return found && { ...found, state: { ...found.state, approveBy: '2999-12-31T00:00:00.000Z' as never } }
  }
  return () => void (directory.discontinuance = own)
}

/** Counts what is done on one row, read and then written, instead of a checkpoint that follows the one before. */
export const counting = ({ deps, table }: House): Dependencies => {
  const note = async (one: Checkpoint): Promise<boolean> => {
    const Key = checkpointKey(one.discontinuanceId, one.shard)
    const { Item: row } = await table.db.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true }))
    const before = row && checkpointOf(row as Row)
    const passed = (before?.passed ?? 0) + one.passed
    const Item = checkpointRow({ ...one, passed, version: (before?.version ?? 0) + 1 })
    await table.db.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName: table.name, Item } }] }))
    return true
  }
  const commit: Commits['commit'] = async ({ checkpoint, ...rest }) => {
    const answer = await deps.commits.commit(rest)
    if (answer.ok && checkpoint) await note(checkpoint)
    return answer
  }
  return { ...deps, commits: { ...deps.commits, commit, note } }
}

/** Opens a takeover without looking whether the contract has one of this case. For one worker, once round a book. */
export const withoutKey = (house: House): Dependencies => {
  const deps = counting(house)
  const seen = new Set<number>()
  const forgetting = ({ kept, ...entry }: Page['items'][number]) => ({
    ...entry,
    kept: kept.state.stage === 'live' ? { ...kept, state: { ...kept.state, takeover: null } } : kept,
  })
  const portfolioShard: Contracts['portfolioShard'] = async (owner, shard, page) => {
    const found = await deps.contracts.portfolioShard(owner, shard, page)
    // The last pass, which must find nothing, still looks.
    if (seen.has(shard)) return found
    seen.add(shard)
    return { ...found, items: found.items.map(forgetting) }
  }
  return { ...deps, contracts: { ...deps.contracts, portfolioShard } }
}
