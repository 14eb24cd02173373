import type { AggregateKind } from '../../shared/domain/aggregates/aggregates.ts'
import type { Instant } from '../../shared/domain/plain-date.ts'
import type { EventRef } from './event-ref.ts'
import type { LedgerEvent } from './ledger.ts'
import type { PageOf } from './pages.ts'

/** Event as a change log lists it: what it is filtered by, without what it says. */
export type LoggedEvent = EventRef & {
  readonly at: Instant
  readonly kind: AggregateKind
  /** Place in the log after which the next page begins. */
  readonly position: string
}

/** Part of a log that is looked at: between two moments, `until` not included, and after a place. */
export type LogStretch = {
  readonly from: Instant | null
  readonly until: Instant | null
  readonly after: string | null
}

/** Events that are looked for, as far as a log's keys can say: another person's may be among them. */
export type LookedFor = {
  readonly person?: string | undefined
  readonly kinds?: readonly AggregateKind[] | undefined
}

/** An event with those of its ledger before it, oldest first; `before` is null where they do not fit in one request. */
export type LedgerUpTo = { readonly event: LedgerEvent; readonly before: readonly LedgerEvent[] | null }

/** Change logs of tenants: the events that concern each, newest first. */
export type ChangeLog = {
  /**
   * Events of a stretch of a tenant's log that are looked for, `limit` at most, after a look at `looksAt` at most: a page
   * may hold few or none and not be the last. One request, two for the operator, whatever the size of the book; some
   * thirty events to a read unit. Follows writes with a short delay.
   */
  readonly page: (
    tenant: string,
    asked: LogStretch & LookedFor & { readonly limit: number; readonly looksAt: number },
  ) => Promise<PageOf<LoggedEvent>>
  /** The same of one ledger alone, strongly consistent: as many requests as the ledger fills. */
  readonly ofStream: (
    tenant: string,
    stream: string,
    asked: LogStretch & LookedFor & { readonly limit: number },
  ) => Promise<PageOf<LoggedEvent>>
  /** An event and its ledger up to it, strongly consistent. One request; two where the ledger does not fit in one. */
  readonly upTo: (ref: EventRef) => Promise<LedgerUpTo | undefined>
}
