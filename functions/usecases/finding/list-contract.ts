import { findableOf } from '../../../shared/domain/contract/findable.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import type { World } from '../../ports/world.ts'
import type { Entry } from '../discontinuances/book.ts'

/** How often a contract is read again because another write came between. */
const tries = 5

/** A contract as it was read from its head, for its listings. */
export const asListed = ({ kept: { state, version }, name }: Entry) => ({
  contractId: state.deal.contractId,
  version,
  findable: findableOf(state, name),
})

/**
 * Makes a contract's listings follow its head as it stands now, whichever event asked for it: late, twice, or two at
 * the same time come to the same. True when they do.
 */
export const listContract =
  ({ contracts, listings }: Pick<World, 'contracts' | 'listings'>) =>
  async (contractId: ContractId): Promise<boolean> => {
    for (let count = 0; count < tries; count += 1) {
      const read = await contracts.find(contractId)
      if (!read) throw new Error(`no ${contractId}`)
      if (await listings.list(asListed(read))) return true
    }
    return false
  }
