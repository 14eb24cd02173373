import type { ChannelName } from '../../../shared/domain/aggregates/delivery.ts'
import type { LedgerEvent, Outcome, OwedDelivery } from '../../ports/ledger.ts'
import type { Letter, Dependencies } from '../../ports/dependencies.ts'

/** Delivery about to be sent: the letter, the event that owes it, and its outbox entry. */
export type Outgoing<By extends ChannelName = ChannelName> = {
  readonly letter: Letter
  readonly event: LedgerEvent
  readonly owed: Extract<OwedDelivery, { by: By }>
}

/**
 * A way letters go: it makes of one what can go that way, and gives it to its carrier. `bounced` where the address
 * refuses for good; whatever else goes wrong is thrown, and the letter is tried again.
 */
export type Channel<By extends ChannelName> = {
  readonly by: By
  readonly send: (
    deps: Pick<Dependencies, 'post'>,
    outgoing: Outgoing<By>,
  ) => Promise<Extract<Outcome, 'accepted' | 'bounced'>>
}
