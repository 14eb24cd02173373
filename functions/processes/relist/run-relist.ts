import { shardCount, type EntityId, type OperationId, type PortfolioOwner } from '../../../shared/domain/ids.ts'
import { isThrough, type KeptOperation } from '../../../shared/domain/platform/operation.ts'
import { numbered } from '../../ports/papers.ts'
import type { Kept } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'
import { change } from '../../application/change.ts'
import { shardOf, type Entry } from '../../application/contracts/portfolio.ts'
import { systemStamp } from '../../application/system-stamp.ts'
import { asListed, listContract } from './list-contract.ts'
import type { RelistInput } from '../../application/operations/relist-input.ts'

const lanes = 8

/** Goes through the books, a shard at a step, and can stop and begin again at any of them. True when it is done. */
export const runRelist =
  (world: World) =>
  async (entityId: EntityId, operationId: OperationId, mayGoOn: () => boolean): Promise<boolean> => {
    const { owners } = (await world.ledger.paper(operationId, 'input-0001')) as RelistInput
    for (;;) {
      const found = await world.directory.operation(entityId, operationId)
      if (!found) throw new Error(`no ${operationId}`)
      const { stage, done } = found.state
      if (stage === 'finished') return true
      if (!mayGoOn()) return false
      const [owner, shard] = [owners[Math.floor(done / shardCount)], done % shardCount]
      if (isThrough(found.state) || !owner) await finish(world, found)
      else await advance(world, found, { owner, shard, contracts: await relistShard(world, owner, shard) })
    }
  }

/** Lists every contract of a shard anew; gives how many there are. */
const relistShard = async (world: World, owner: PortfolioOwner, shard: number): Promise<number> => {
  let contracts = 0
  for await (const entries of shardOf(world.contracts, owner, shard)) {
    const waiting: Entry[] = [...entries]
    contracts += waiting.length
    const runner = async (): Promise<void> => {
      for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
        // Where another write came between, what it left behind is newer.
        const listed = await world.listings.list(await asListed(world, entry), true)
        if (!listed) await listContract(world)(entry.kept.state.deal.contractId)
      }
    }
    await Promise.all(Array.from({ length: lanes }, runner))
  }
  return contracts
}

const advance = async (
  world: World,
  found: Kept<KeptOperation>,
  results: { readonly owner: PortfolioOwner; readonly shard: number; readonly contracts: number },
): Promise<void> => {
  const { operationId, steps } = found.state
  const paper = { name: numbered('results', steps + 1), content: results, sha256: world.digest(results) }
  const event = { type: 'operation-advanced' as const, accepted: 1, refused: 0, resultsSha256: paper.sha256 }
  const now = world.clock.now()
  await world.commits.commit({
    stamp: systemStamp('advance-relist', `${operationId}/${steps + 1}`, now),
    answer: steps + 1,
    changes: [change('operation', operationId, found, [event], now, { papers: [paper] })],
  })
}

const finish = async (world: World, found: Kept<KeptOperation>): Promise<void> => {
  const { operationId } = found.state
  const now = world.clock.now()
  await world.commits.commit({
    stamp: systemStamp('finish-operation', operationId, now),
    answer: true,
    changes: [change('operation', operationId, found, [{ type: 'operation-finished' }], now)],
  })
}
