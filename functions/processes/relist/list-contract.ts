import type { EventOf } from '../../../shared/domain/aggregates/aggregates.ts'
import { evolveContract } from '../../../shared/domain/contract/evolve-contract.ts'
import { findableOf } from '../../../shared/domain/contract/findable.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { PortfolioEntry } from '../../application/contracts/portfolio.ts'
import { noContract, type Contract, type ExistingContract } from '../../../shared/domain/contract/states.ts'
import { disclosureForm } from '../../papers/texts.ts'

/** Number of times a contract is read again because another write came between. */
const tries = 5

type Reads = Pick<Dependencies, 'contracts' | 'ledger'>

/** The revisions of a contract that were in force, each once. A text that was only proposed is none of them. */
const revisionsInForce = async ({ ledger }: Reads, contractId: ContractId): Promise<readonly number[]> => {
  const revisions = new Set<number>()
  let now: Contract = noContract
  for (const { event, at } of await ledger.eventsOf(contractId)) {
    now = evolveContract(now, event as EventOf<'contract'>, at)
    if (now.stage === 'live' || now.stage === 'ended') revisions.add(now.deal.revision)
  }
  return [...revisions]
}

/** The names a contract went by before, from its earlier texts in force. Nothing is read of one that has but one text. */
const formerNamesOf = async (reads: Reads, state: ExistingContract, name: string): Promise<readonly string[]> => {
  const { contractId } = state.deal
  if ((state.stage !== 'live' && state.stage !== 'ended') || state.lastRevision === 1) return []
  const revisions = await revisionsInForce(reads, contractId)
  const texts = await reads.ledger.papers(
    contractId,
    revisions.map((revision) => numbered('document', revision)),
  )
  const names = new Set(texts.map((text) => disclosureForm.read(text).sme.name))
  names.delete(name)
  return [...names]
}

/** A contract as it was read from its head, for its listings. */
export const asListed = async (reads: Reads, { kept: { state, version }, name }: PortfolioEntry) => ({
  contractId: state.deal.contractId,
  version,
  findable: findableOf(state, name, await formerNamesOf(reads, state, name)),
})

/**
 * Makes a contract's listings follow its head as it stands now, whichever event asked for it: late, twice, or two at
 * the same time come to the same. True when they do.
 */
export const listContract =
  ({ contracts, listings, ledger }: Pick<Dependencies, 'contracts' | 'listings' | 'ledger'>) =>
  async (contractId: ContractId): Promise<boolean> => {
    for (let count = 0; count < tries; count += 1) {
      const read = await contracts.find(contractId)
      if (!read) throw new Error(`no ${contractId}`)
      if (await listings.list(await asListed({ contracts, ledger }, read))) return true
    }
    return false
  }
