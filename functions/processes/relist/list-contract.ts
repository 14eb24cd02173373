import type { EventOf } from '../../../shared/domain/aggregates/aggregates.ts'
import { evolveContract } from '../../../shared/domain/contract/evolve-contract.ts'
import { bookEntryOf } from '../../../shared/domain/contract/book-entry.ts'
import { findableOf } from '../../../shared/domain/contract/findable.ts'
import type { ContractId } from '../../../shared/domain/ids.ts'
import { contactsOf } from '../../../shared/domain/contract/same-contact.ts'
import { searchKeyOf } from '../../../shared/domain/search-name.ts'
import type { Sme } from '../../../shared/domain/contract/terms.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { PortfolioEntry } from '../../application/contracts/portfolio.ts'
import { noContract, type Contract, type ExistingContract } from '../../../shared/domain/contract/states.ts'
import { disclosureForm } from '../../papers/texts.ts'

/** Number of times a contract is read again because another write came between. */
const tries = 5

type Reads = Pick<Dependencies, 'contracts' | 'ledger' | 'contactKeys'>

/** The revisions of a contract that were in force, each once. A text that was only proposed is none of them. */
const revisionsInForce = async (
  { ledger }: Pick<Reads, 'ledger'>,
  contractId: ContractId,
): Promise<readonly number[]> => {
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

/** Keys of the contacts of a live contract's SME, by its text in force; none of one that is over. */
const contactKeysOf = async (
  { contactKeys }: Reads,
  { stage, deal: { entityId } }: ExistingContract,
  sme: Sme,
): Promise<readonly string[]> => {
  if (stage !== 'live') return []
  const keys = contactsOf(sme).map(({ kind, value }) => contactKeys(entityId, `${kind}/${value}`))
  return (await Promise.all(keys)).toSorted()
}

/** A contract as it was read from its head, for its listings and the books it stands in. */
const asListed = async (reads: Reads, { kept: { state, version, at }, name }: PortfolioEntry) => {
  const { contractId, revision } = state.deal
  const [formerNames, { sme }] = await Promise.all([
    formerNamesOf(reads, state, name),
    reads.contracts.document(contractId, revision),
  ])
  if (at === null) throw new Error(`${contractId} has no event`)
  const { reading, signatory } = sme
  const known = { name, signatory, formerNames, ...(reading === undefined ? {} : { reading }) }
  const findable = findableOf(state, name, formerNames)
  return {
    listed: {
      contractId,
      version,
      findable: findable && { ...findable, contacts: await contactKeysOf(reads, state, sme) },
    },
    entry: bookEntryOf(state, known, at, searchKeyOf),
  }
}

type Listing = Reads & Pick<Dependencies, 'listings' | 'book'>

/**
 * Lists a contract and enters it in its books, and then looks for other SMEs with its contacts: of two that are listed at
 * the same time, the later one finds the other. False where another write came between.
 */
export const listOne = async (deps: Listing, read: PortfolioEntry, anew = false): Promise<boolean> => {
  const { listed, entry } = await asListed(deps, read)
  if (!(await deps.listings.list(listed, anew)) || !(await deps.book.enter(listed.version, entry, anew))) return false
  if (listed.findable) await deps.listings.noteShared(listed.findable)
  return true
}

/**
 * Makes a contract's listings follow its head as it stands now, whichever event asked for it: late, twice, or two at
 * the same time come to the same. True when they do.
 */
export const listContract =
  (deps: Listing) =>
  async (contractId: ContractId): Promise<boolean> => {
    for (let count = 0; count < tries; count += 1) {
      const read = await deps.contracts.find(contractId)
      if (!read) throw new Error(`no ${contractId}`)
      if (await listOne(deps, read)) return true
    }
    return false
  }
