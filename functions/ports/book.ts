import type { Attention, BookEntry, BookSort, FoundBy } from '../../shared/domain/contract/book-entry.ts'
import type { ExistingContract } from '../../shared/domain/contract/states.ts'
import type { ContractId, PortfolioOwner } from '../../shared/domain/ids.ts'
import type { Scope } from './listings.ts'

/** Part of a book that is read, in an order: its contracts of some stages, or those that want attention. */
export type BookPart = {
  readonly sort: BookSort
  readonly order: 'asc' | 'desc'
  readonly of: { readonly stages: readonly ExistingContract['stage'][] } | { readonly attention: readonly Attention[] }
  /** Bounds on what the order goes by, both within; a key that begins with the second is within too. */
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** A contract's line in a book: which, its place in the order, and for which reason it is there. */
export type BookLine = {
  readonly contractId: ContractId
  readonly position: string
  readonly attention: Attention | null
}

/** A contract that was found by a word, and by what of it. */
export type FoundWord = { readonly contractId: ContractId; readonly by: FoundBy; readonly text: string }

/** Numbers of contracts by what they are counted by. */
export type BookCounts = {
  /** `s:<stage>`, `v:<service>:<stage>`, `h:<holder>:<stage>`, `a:<reason>`, `m:<month>:new`, `m:<month>:ended`. */
  readonly cells: ReadonlyMap<string, number>
}

/**
 * Books of those who read contracts: derived rows by which all contracts, drafts too, are listed in several orders,
 * counted, and found by words. They follow the heads with a short delay and can be made anew.
 */
export type Book = {
  /**
   * Enters a contract as it stood at a version of its head. One transaction for each book; a version older than the one
   * entered changes nothing. False where another write came between: read the head again.
   */
  readonly enter: (version: number, entry: BookEntry, anew?: boolean) => Promise<boolean>
  /** Lines of a part, `limit` at most, behind a place. A request for each stage or reason asked for, however large the book. */
  readonly page: (
    scope: Scope,
    part: BookPart,
    page: { readonly limit: number; readonly after: string | null },
  ) => Promise<{ readonly lines: readonly BookLine[]; readonly more: boolean }>
  /** Contracts with a word that begins with what is asked, or a name that has it anywhere. Two requests at most. */
  readonly find: (scope: Scope, asked: string, limit: number) => Promise<readonly FoundWord[]>
  /**
   * Counts the contracts that were made in a shard of a portfolio anew, in each of some books, by what is entered there; what
   * is entered meanwhile is not lost.
   */
  readonly recount: (
    scopes: readonly Scope[],
    owner: PortfolioOwner,
    shard: number,
    contractIds: readonly ContractId[],
  ) => Promise<void>
  /**
   * Counts of a book. One request to some hundred and fifty resellers; it grows with services and resellers, and not with
   * contracts: sixteen rows for each portfolio.
   */
  readonly counts: (scope: Scope) => Promise<BookCounts>
}
