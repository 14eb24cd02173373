import { evolvers, type AggregateKind, type EventOf, type StateOf } from './aggregates.ts'
import type { Instant } from '../plain-date.ts'

/** The state after some events. */
export const after = <Kind extends AggregateKind>(
  kind: Kind,
  state: StateOf<Kind>,
  events: readonly EventOf<Kind>[],
  at: Instant,
): StateOf<Kind> => events.reduce<StateOf<Kind>>((now, event) => evolvers[kind](now, event, at), state)
