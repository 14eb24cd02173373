import type { ContractSummary } from '../../ports/contracts.ts'
import type { Versioned } from '../../ports/records.ts'
import { lineFrom } from './contract-row/line.ts'
import { contractOfHead } from './keys.ts'
import type { Row } from './read.ts'
import { keptContractOf, placeOf } from './state-rows.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import { readEach } from './read-each.ts'
import type { Readable } from '../../ports/pages.ts'

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

/** Heads as they are read, and beside them those that cannot be. */
export const readHeads = <Item>(heads: readonly Row[], read: (head: Row) => Item): Readable<Item> =>
  readEach(heads, contractOfHead, read)
