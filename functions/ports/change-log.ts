import type { AggregateKind } from '../../shared/domain/aggregates/aggregates.ts'
import type { Instant } from '../../shared/domain/plain-date.ts'
import type { EventRef } from './event-ref.ts'
import type { LedgerEvent, NamedPaper } from './ledger.ts'
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
  /**
   * A ledger up to an event, oldest first, strongly consistent: one request. Where it does not fit in one (a megabyte), its
   * last events are not there.
   */
  readonly upTo: (ref: EventRef) => Promise<readonly LedgerEvent[]>
  /** Some events alone, whatever their ledgers, without what became of their letters: a hundred to a request. */
  readonly events: (refs: readonly EventRef[]) => Promise<readonly LedgerEvent[]>
  /** Evidence documents beside several ledgers, in the order asked for, where they are there: a hundred to a request. */
  readonly papers: (
    refs: readonly { readonly stream: string; readonly name: string }[],
  ) => Promise<readonly (NamedPaper | undefined)[]>
}
