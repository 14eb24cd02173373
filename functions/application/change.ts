import type { AggregateKind, EventOf, StateOf } from '../../shared/domain/aggregates/aggregates.ts'
import type { Instant } from '../../shared/domain/plain-date.ts'
import { fresh, type Change, type Versioned, type EvidenceDocument } from '../ports/records.ts'
import { after } from '../../shared/domain/aggregates/after.ts'

type Beside = { readonly papers?: readonly EvidenceDocument[]; readonly name?: string }

/**
 * The change that takes an aggregate from where it was read through its new events. They happen at the moment given,
 * or at that of the last event where a server's clock is behind it: time never runs back along a ledger. Nor do they
 * happen before the instant they speak of, which may be by another server's clock.
 */
export const change = <Kind extends AggregateKind>(
  kind: Kind,
  id: string,
  { state, ...from }: Versioned<StateOf<Kind>>,
  events: readonly EventOf<Kind>[],
  now: Instant,
  { papers = [], ...beside }: Beside = {},
): Extract<Change, { kind: Kind }> => {
  const instants = events.flatMap((event) => ('since' in event ? [event.since] : []))
  const at = [now, ...(from.at ? [from.at] : []), ...instants].reduce((latest, one) => (one > latest ? one : latest))
  return { kind, id, events, papers, from, at, state: after(kind, state, events, at), ...beside } as Extract<
    Change,
    { kind: Kind }
  >
}

/** The change that begins an aggregate. */
export const beginning = <Kind extends AggregateKind>(
  kind: Kind,
  id: string,
  events: readonly EventOf<Kind>[],
  at: Instant,
  beside: Beside = {},
): Extract<Change, { kind: Kind }> => change(kind, id, { state: { stage: 'none' }, ...fresh }, events, at, beside)

/** The version an aggregate stands at after a change. */
export const versionAfter = ({ from, events }: Change): number => from.version + events.length
