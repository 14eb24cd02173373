import type { AggregateKind, EventOf } from '../../../shared/domain/aggregates/aggregates.ts'
import type { Instant, PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Audience } from './fields.ts'

/** Words that were entered with an act, in the evidence document that lies beside its event. */
export type Entered<E> = {
  /** What the document is: its name before the number of the event. */
  readonly paper: string | ((event: E) => string)
  /** Keys of the words in it, in the order they are shown. */
  readonly says: readonly string[]
  readonly to: Audience
  /** Where it lies, if not beside the event. */
  readonly in?: (event: E) => { readonly stream: string; readonly name: string } | null
}

/**
 * Why something was done: words that were entered with it, what the event itself says, the clause or the law by which it
 * follows, or nothing that anybody asks for.
 */
export type Why<E> =
  | { readonly is: 'entered'; readonly entered: Entered<E> }
  | { readonly is: 'said'; readonly of: (event: E) => string | null }
  | { readonly is: 'follows'; readonly from: string }
  | { readonly is: 'none' }

/** What an event says of when and why: an event that is added does not compile until both are answered. */
export type AboutEvent<E> = {
  /** The day from which it holds, where that is another thing than the moment of its record. */
  readonly on: ((event: E) => PlainDate | Instant | null | undefined) | null
  readonly why: Why<E>
}

type AboutEvents<Kind extends AggregateKind> = {
  readonly [Type in EventOf<Kind>['type']]: AboutEvent<EventOfType<EventOf<Kind>, Type>>
}
/** The event of a type. One that several types share is that of each. */
type EventOfType<E, Type> = E extends { readonly type: infer Own } ? (Type extends Own ? E : never) : never
export type About = { readonly [Kind in AggregateKind]: AboutEvents<Kind> }

/** Words entered with the act, for all who read the object; `house`, for the implementing entity's people alone. */
export const entered = <E>(
  paper: Entered<E>['paper'],
  says: string | readonly string[],
  to: Audience = 'all',
): Why<E> => ({ is: 'entered', entered: { paper, says: typeof says === 'string' ? [says] : says, to } })

export const said = <E>(of: (event: E) => string | null): Why<E> => ({ is: 'said', of })
export const follows = (from: string) => ({ is: 'follows', from }) as const
export const unasked = { is: 'none' } as const

/** An event that holds from the moment of its record. */
export const atOnce = <E>(why: Why<E>): AboutEvent<E> => ({ on: null, why })
/** An event that holds from a day of its own. */
export const from = <E>(
  on: (event: E) => PlainDate | Instant | null | undefined,
  why: Why<E> = unasked,
): AboutEvent<E> => ({ on, why })
