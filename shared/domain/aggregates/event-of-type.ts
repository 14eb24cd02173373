import type { AggregateKind, EventOf } from './aggregates.ts'

type AnyEvent = EventOf<AggregateKind>
type OfType<Type extends AnyEvent['type']> = Extract<AnyEvent, { readonly type: Type }>

/** True for an event of one of these types. */
const isOfType = <Type extends AnyEvent['type']>(event: AnyEvent, types: readonly Type[]): event is OfType<Type> =>
  types.some((type) => type === event.type)

/** The event, known to be of one of these types. Throws on any other: what hangs on it was never owed by such an event. */
export const eventOfType = <Type extends AnyEvent['type']>(
  event: AnyEvent,
  ...types: readonly Type[]
): OfType<Type> => {
  if (!isOfType(event, types)) throw new Error(`${event.type} where ${types.join(' or ')} is needed`)
  return event
}
