import type { ContractLine } from '../../ports/contracts.ts'
import type { Kept } from '../../ports/records.ts'
import { lineFrom } from './head/line.ts'
import { contractOfHead } from './keys.ts'
import type { Row } from './read.ts'
import { keptContractOf, placeOf } from './state-rows.ts'
import type { KeptContract } from '../../../shared/domain/contract/states.ts'
import type { Readable, Unreadable } from '../../ports/pages.ts'

/** A contract of a book, from its head. */
export const entryOf = (row: Row): { readonly kept: Kept<KeptContract>; readonly name: string } => ({
  kept: keptContractOf(row),
  name: row['n'] as string,
})

/** A contract as it stands in lists, from its head. */
export const lineOf = (row: Row): ContractLine => {
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
