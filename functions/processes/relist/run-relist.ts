import {
  portfolioOf,
  portfolioOfContract,
  shardCount,
  type ContractId,
  type EntityId,
  type OperationId,
  type PortfolioOwner,
} from '../../../shared/domain/ids.ts'
import type { Scope } from '../../ports/listings.ts'
import { isThrough } from '../../../shared/domain/platform/operation.ts'
import { evidenceAlone } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { entriesOfShard, type PortfolioEntry } from '../../application/contracts/portfolio.ts'
import { commitStep, finish, runOperation } from '../operation/runner.ts'
import { listContract, listOne } from './list-contract.ts'
import { relistInputForm } from '../../papers/recount.ts'

const lanes = 8

/** Goes through the books, a shard at a step, and can stop and begin again at any of them. True when it is done. */
export const runRelist =
  (deps: Dependencies) =>
  async (entityId: EntityId, operationId: OperationId, mayGoOn: () => boolean): Promise<boolean> => {
    const { owners } = relistInputForm.read(await deps.ledger.paper(operationId, 'input-0001'))
    return runOperation(deps, entityId, operationId, mayGoOn, async (found) => {
      const { done } = found.state
      const [owner, shard] = [owners[Math.floor(done / shardCount)], done % shardCount]
      if (isThrough(found.state) || !owner) return finish(deps, found)
      const results = evidenceAlone({ owner, shard, contracts: await relistShard(deps, entityId, owner, shard) })
      await commitStep(deps, found, { command: 'advance-relist', results, accepted: 1, refused: 0 })
    })
  }

/** Lists every contract of a shard anew; gives how many there are. */
const relistShard = async (
  deps: Dependencies,
  entityId: EntityId,
  owner: PortfolioOwner,
  shard: number,
): Promise<number> => {
  const made: ContractId[] = []
  const books = new Set<Scope>([entityId])
  let contracts = 0
  for await (const entries of entriesOfShard(deps.contracts, owner, shard)) {
    const waiting: PortfolioEntry[] = [...entries]
    for (const { state } of entries.map(({ kept }) => kept)) {
      // A shard lists what it ever held as well: that is counted where it was made.
      if (portfolioOfContract(state.deal.contractId) !== portfolioOf(owner)) continue
      made.push(state.deal.contractId)
      books.add('holder' in state ? state.holder : state.deal.seller)
    }
    contracts += waiting.length
    const runner = async (): Promise<void> => {
      for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
        // Retry from the head where another write came between: what it left behind is newer.
        const listed = await listOne(deps, entry, true)
        if (!listed) await listContract(deps)(entry.kept.state.deal.contractId)
      }
    }
    await Promise.all(Array.from({ length: lanes }, runner))
  }
  await deps.book.recount([...books], owner, shard, made)
  return contracts
}
