import type { ContractSummary } from '../../ports/contracts.ts'
import type { Versioned } from '../../ports/records.ts'
import { lineFrom } from './contract-row/line.ts'
import { contractOfHead } from './keys.ts'
import type { Row } from './read.ts'
import { keptContractOf, placeOf } from './state-rows.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { Readable, Unreadable } from '../../ports/pages.ts'

/** A contract of a book, from its head. */
export const entryOf = (row: Row): { readonly kept: Versioned<ExistingContract>; readonly name: string } => ({
  kept: keptContractOf(row),
  name: row['n'] as string,
})

/** A contract as it stands in lists, from its head. */
export const lineOf = (row: Row): ContractSummary => {
  const { contractId, holder, smeId } = placeOf(row)
  return { contractId, holder, smeId, name: row['n'] as string, ...lineFrom(row['r'] as string, holder) }
}

/** Heads as they are read. One that throws is told beside the others: whether it may be missing is the caller's to say. */
export const readEach = <Item>(heads: readonly Row[], read: (head: Row) => Item): Readable<Item> => {
  const items: Item[] = []
  const unreadable: Unreadable[] = []
  for (const head of heads) {
    try {
      items.push(read(head))
    } catch (error) {
      unreadable.push({ id: contractOfHead(head), error })
    }
  }
  return { items, unreadable }
}
