import type { ContractId, EntityId, OperationId, PortfolioOwner } from '../../../shared/domain/ids.ts'
import type { HeldRow } from '../../ports/holdings.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'

/** Whose books are walked through, and for which export. */
export type Walk = {
  readonly entityId: EntityId
  /** Owner of the export: the implementing entity, which has everything, or a reseller, which has what it holds. */
  readonly owner: PortfolioOwner
  readonly owners: readonly PortfolioOwner[]
  readonly operationId: OperationId
}

/** Contracts read side by side. */
export const atOnce = 16

/** A shard of someone's book, and the unit of the walk that goes through it. */
export type BookShard = { readonly owner: PortfolioOwner; readonly shard: number; readonly unit: number }

export const isForReseller = ({ entityId, owner }: Walk): boolean => owner !== entityId

/** The contract a row of a reseller's book stands for, wherever that was made, if the reseller holds it now. */
export const headHeld = async (deps: Dependencies, { owner }: Walk, row: HeldRow): Promise<HeldRow | undefined> => {
  const head = row.kind === 'pointer' ? await headOf(deps, row) : row.kind === 'head' ? row : undefined
  const state = head?.says['state'] as ExistingContract | undefined
  if (!state) return undefined
  const holder = state.stage === 'live' || state.stage === 'ended' ? state.holder : state.deal.seller
  return holder === owner ? head : undefined
}

/** The contract whose files a row of a book brings with it. An implementing entity has those it points to elsewhere. */
export const contractIn = async (deps: Dependencies, walk: Walk, row: HeldRow): Promise<ContractId | undefined> => {
  const head = isForReseller(walk) ? await headHeld(deps, walk, row) : row.kind === 'head' ? row : undefined
  return head?.stream as ContractId | undefined
}

/** Cursor of a row in its shard. */
export const placeIn = ({ key }: HeldRow): string => key.slice(key.indexOf('|') + 1)

const headOf = async ({ contracts: kept }: Dependencies, { key }: HeldRow): Promise<HeldRow | undefined> => {
  const contractId = key.slice(key.indexOf('|P#') + 3) as ContractId
  const read = await kept.find(contractId)
  return read && { kind: 'head', key, stream: contractId, says: { ...read.kept, name: read.name } }
}
