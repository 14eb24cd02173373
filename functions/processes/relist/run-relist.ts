import { shardCount, type EntityId, type OperationId, type PortfolioOwner } from '../../../shared/domain/ids.ts'
import { isThrough } from '../../../shared/domain/platform/operation.ts'
import type { World } from '../../ports/world.ts'
import { shardOf, type Entry } from '../../application/contracts/portfolio.ts'
import { commitStep, finish, runOperation } from '../operation/runner.ts'
import { asListed, listContract } from './list-contract.ts'
import { relistInputForm } from '../../application/papers/recount.ts'

const lanes = 8

/** Goes through the books, a shard at a step, and can stop and begin again at any of them. True when it is done. */
export const runRelist =
  (world: World) =>
  async (entityId: EntityId, operationId: OperationId, mayGoOn: () => boolean): Promise<boolean> => {
    const { owners } = relistInputForm.read(await world.ledger.paper(operationId, 'input-0001'))
    return runOperation(world, entityId, operationId, mayGoOn, async (found) => {
      const { done } = found.state
      const [owner, shard] = [owners[Math.floor(done / shardCount)], done % shardCount]
      if (isThrough(found.state) || !owner) return finish(world, found)
      const results = { owner, shard, contracts: await relistShard(world, owner, shard) }
      await commitStep(world, found, { command: 'advance-relist', results, accepted: 1, refused: 0 })
    })
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
