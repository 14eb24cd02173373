import type { Criteria, Findable } from '../../shared/domain/contract/findable.ts'
import type { ContractId, EntityId, ResellerId } from '../../shared/domain/ids.ts'
import type { PageOf, Readable } from './pages.ts'

/** Whose contracts are searched: all of an implementing entity's, or those a reseller holds. */
export type Scope = EntityId | ResellerId

/**
 * Derived rows by which contracts are found. They follow the heads with a short delay and hold nothing of their own:
 * all of them can be made anew.
 */
export type Listings = {
  /**
   * Lists a contract as it stood at a version of its head, or takes it off where there is nothing to find any more. In
   * one transaction; a version older than the one listed changes nothing, and neither does the same one again unless
   * it is to be written `anew`. False where another write came between: read the head again.
   */
  readonly list: (
    of: { readonly contractId: ContractId; readonly version: number; readonly findable: Findable | null },
    anew?: boolean,
  ) => Promise<boolean>
  /**
   * A page of the contracts that fit, the newest day of signing first; within a day the order is always the same and
   * says nothing. What a page costs depends on how many it holds and not on how many contracts there are. Where a name
   * and an amount are both wide, a page may hold fewer than it could and still have a next one. A listing that cannot be
   * read stands beside what was found, once a page, whether or not it would have fitted: nobody can say.
   */
  readonly find: (
    scope: Scope,
    asked: Criteria,
    page: { readonly limit: number; readonly after: string | null },
  ) => Promise<PageOf<Findable> & Readable<Findable>>
  /**
   * Contracts of an implementing entity whose SMEs have a contact, by its key, sorted by SME: the first of them, at most as
   * many as asked for. One request.
   */
  readonly withContact: (
    entityId: EntityId,
    key: string,
    limit: number,
  ) => Promise<PageOf<Findable> & Readable<Findable>>
  /**
   * Notes which of some contacts contracts of several SMEs are listed under, for the list of them. A request for each contact
   * that is not shared, two for one that is. Idempotent.
   */
  readonly noteShared: (of: Pick<Findable, 'entityId' | 'smeId' | 'contacts'>) => Promise<void>
  /** A page of the keys that were noted so. It may name one that is shared no more. One request. */
  readonly sharedContacts: (
    entityId: EntityId,
    page: { readonly limit: number; readonly after: string | null },
  ) => Promise<PageOf<string>>
  /** A page of the contracts with an undecided dispute, the oldest dispute first. One request, however large the book. */
  readonly disputes: (
    scope: Scope,
    page: { readonly limit: number; readonly after: string | null },
  ) => Promise<PageOf<Findable> & Readable<Findable>>
}
