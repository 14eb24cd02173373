import type { AggregateKind, EventOf } from '../../shared/domain/aggregates/aggregates.ts'
import type { Delivery } from '../../shared/domain/aggregates/delivery.ts'
import type { ContractId, EntityId } from '../../shared/domain/ids.ts'
import type { Actor } from '../../shared/domain/people.ts'
import type { Instant } from '../../shared/domain/plain-date.ts'
import type { BounceCause } from '../../shared/domain/contract/contract-words.ts'
import type { PageOf } from './pages.ts'
import type { PaperContent } from './paper-content.ts'
import type { UntoldRef, EventRef } from './event-ref.ts'

/**
 * Outcome of a delivery. `accepted`: a carrier took it, and no more is known. `delivered`: it arrived. `bounced`: it
 * was refused at once. `givenUp`: nobody could be written to, and a person must reach them another way. `overtaken`:
 * what it was about was over. `done`: a worker has finished, or a notice to people has come to each who wants it.
 */
export type Outcome = 'accepted' | 'delivered' | 'bounced' | 'givenUp' | 'overtaken' | 'done'

export type OwedDelivery = Delivery & {
  readonly id: string
  readonly outcome: Outcome | null
  /** Only on a letter that a carrier had accepted and that came back later, for good: why. */
  readonly cameBack?: BounceCause
}

/** Event as kept, with its outbox entries and the outcome of each. */
export type LedgerEvent = {
  readonly kind: AggregateKind
  readonly stream: string
  readonly seq: number
  readonly at: Instant
  readonly actor: Actor
  readonly event: EventOf<AggregateKind>
  readonly hash: string
  readonly deliveries: readonly OwedDelivery[]
}

/** An event as it was hashed: `hash` is over the hash before it and this very text. */
export type EventAsHashed = { readonly seq: number; readonly text: string; readonly hash: string }

/** An evidence document as it is found by its name, with the SHA-256 that events name it by. */
export type NamedPaper = { readonly name: string; readonly sha256: string; readonly content: PaperContent }

/** An evidence document's canonical text, which is what its hash is over. */
type PaperAsHashed = { readonly name: string; readonly text: string }

export type Ledger = {
  /** Every event of one aggregate in order, receipts folded in. */
  readonly eventsOf: (stream: string) => Promise<readonly LedgerEvent[]>
  readonly event: (ref: EventRef) => Promise<LedgerEvent | undefined>
  /** An evidence document's content. Throws where there is none: the ledger names it, so it must be there. */
  readonly paper: (stream: string, name: string) => Promise<PaperContent>
  /** Evidence documents that are all there, in the order asked for; a hundred to a request. */
  readonly papers: (stream: string, names: readonly string[]) => Promise<readonly PaperContent[]>
  /**
   * The evidence documents whose names lie between two, in the order of their names. One request, as long as they fit
   * in one.
   */
  readonly papersBetween: (stream: string, first: string, last: string) => Promise<readonly NamedPaper[]>
  /** Every evidence document beside one aggregate's ledger, by name, as its hash is over it. */
  readonly papersOf: (stream: string) => Promise<readonly PaperAsHashed[]>
  /** The ledger of one aggregate as its hashes are over it: each event's canonical text, and the chain after it. */
  readonly textsOf: (stream: string) => Promise<readonly EventAsHashed[]>
  /** Events on one shard that still owe something, oldest first. */
  readonly due: (shard: number, limit: number) => Promise<readonly EventRef[]>
  /**
   * Records what became of a delivery, once; the event's mark goes with the last one. With an implementing entity
   * named, the letter is listed as untold there: it must reach its SME by another way.
   */
  readonly receive: (
    event: LedgerEvent,
    deliveryId: string,
    outcome: Outcome,
    at: Instant,
    untoldOf?: EntityId,
  ) => Promise<void>
  /** Notes that a letter came back for good after it was accepted, and lists it as untold. Idempotent. */
  readonly cameBack: (
    ref: EventRef,
    deliveryId: string,
    back: { readonly cause: BounceCause; readonly at: Instant; readonly untoldOf?: EntityId },
  ) => Promise<void>
  /** Notes that a letter arrived. What came back did not, whatever is said later. */
  readonly arrived: (ref: EventRef, deliveryId: string, at: Instant) => Promise<void>
  /** Letters of an implementing entity that are listed as untold, by contract. Follows writes with a short delay. */
  readonly untold: (
    entityId: EntityId,
    page: { readonly limit: number; readonly after: string | null },
  ) => Promise<PageOf<UntoldRef>>
  /** Letters listed as untold, of the given contracts, in the order of the contracts' ids. */
  readonly untoldAmong: (entityId: EntityId, contractIds: readonly ContractId[]) => Promise<readonly UntoldRef[]>
  /** Takes the mark off an event that owes nothing any more. */
  readonly clearPending: (ref: EventRef) => Promise<void>
}
