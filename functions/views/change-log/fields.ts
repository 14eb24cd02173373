import type { AggregateKind, EventOf, StateOf } from '../../../shared/domain/aggregates/aggregates.ts'
import { dayInWords, type Instant, type PlainDate } from '../../../shared/domain/plain-date.ts'
import type { Words } from '../../../shared/domain/words.ts'
import { yen } from '../../../shared/domain/yen.ts'
import { inJapan } from '../in-japan.ts'

/** Whoever may see a value: all who read the object, or its implementing entity's people alone. */
export type Audience = 'all' | 'house'

/** Something that has a name of its own, which is looked up when a change is shown. */
export type Named = { readonly what: 'person' | 'party' | 'service'; readonly id: string }
export type Said = string | Named

type Saying = Said | readonly Said[] | null

type Leaf<V> = {
  readonly as: 'leaf'
  readonly label: Words
  readonly to: Audience
  readonly say: (value: V) => Saying
}
type Group<V> = {
  readonly as: 'group'
  readonly label: Words | null
  readonly to: Audience
  readonly fields: FieldsOf<V>
}
type Each<V> = {
  readonly as: 'each'
  readonly label: Words
  readonly to: Audience
  /** Key of an element among the others, and its name where people read it. */
  readonly keyOf: (one: V, index: number) => readonly [key: string, name: string]
  readonly fields: FieldsOf<V>
}
/** A value that nobody is shown: hashes, secrets of links, counters of the platform's own. */
type Hidden = { readonly as: 'hidden' }

/** A field as changes show it. */
export type Field<V> =
  | Hidden
  | Leaf<NonNullable<V>>
  | Group<NonNullable<V>>
  | (NonNullable<V> extends readonly (infer One)[] ? Each<One> : never)

type KeysOf<S> = S extends unknown ? keyof S : never
type ValueOf<S, K> = S extends unknown ? (K extends keyof S ? S[K] : never) : never

/** What is shown of each field of a state or a part of one: a field that is added does not compile until it is said. */
export type FieldsOf<S> = { readonly [K in KeysOf<S>]-?: Field<ValueOf<S, K>> }

/** Fields of each kind's state. */
export type StateFields = { readonly [Kind in AggregateKind]: FieldsOf<Exclude<StateOf<Kind>, { stage: 'none' }>> }

/** What an event says of itself: `onState` where the state has it too, and a change of it shows there. */
export type Fact<V> = { readonly onState: boolean; readonly field: Field<V> }
type FactsOf<E> = { readonly [K in Exclude<KeysOf<E>, 'type'>]-?: Fact<ValueOf<E, K>> }

/** Facts that each kind's events say: one that is added does not compile until it is said how it is shown. */
export type EventFacts = { readonly [Kind in AggregateKind]: FactsOf<EventOf<Kind>> }

export const words = (ja: string, en: string): Words => ({ ja, en })

export const hidden: Hidden = { as: 'hidden' }

/** A field in words. */
export const leaf = <V>(ja: string, en: string, say: (value: V) => Saying, to: Audience = 'all'): Leaf<V> => ({
  as: 'leaf',
  label: words(ja, en),
  to,
  say,
})

/** A part of a state, with a name before those of its fields; null where they need none. */
export const group = <V>(label: Words | null, fields: FieldsOf<V>, to: Audience = 'all'): Group<V> => ({
  as: 'group',
  label,
  to,
  fields,
})

/** A list, each element by its key. */
export const each = <V>(label: Words, keyOf: Each<V>['keyOf'], fields: FieldsOf<V>, to: Audience = 'all'): Each<V> => ({
  as: 'each',
  label,
  to,
  keyOf,
  fields,
})

/** A fact that an event alone says. */
export const fact = <Shown>(field: Shown) => ({ onState: false, field })
/** A fact that the state has too, from the event on. */
export const onState = <Shown>(field: Shown) => ({ onState: true, field })
/** A fact that nobody is shown. */
export const unsaid = fact(hidden)

// How values are said.
export const text = (value: string): Said => value
export const number = (value: number): Said => value.toLocaleString('en-US')
export const counted =
  (unit: string) =>
  (value: number): Said =>
    `${value.toLocaleString('en-US')}${unit}`
export const money = (value: number): Said => yen(value)
export const day = (value: PlainDate): Said => dayInWords(value)
export const moment = (value: Instant): Said => inJapan(value)
export const yesNo = (value: boolean): Said => (value ? 'あり' : 'なし')
export const person = (sub: string): Said => ({ what: 'person', id: sub })
export const party = (id: string): Said => ({ what: 'party', id })
export const service = (id: string): Said => ({ what: 'service', id })
export const among =
  <Word extends string>(names: Readonly<Record<Word, string>>) =>
  (word: Word): Said =>
    names[word]
export const allAmong =
  <Word extends string>(names: Readonly<Record<Word, string>>) =>
  (some: readonly Word[]): Saying =>
    some.length === 0 ? null : some.map((word) => names[word])
/** Names of a closed list from its words in both languages. */
export const inJapanese = <Word extends string>(
  labels: Readonly<Record<Word, Words>>,
): Readonly<Record<Word, string>> =>
  Object.fromEntries(Object.entries<Words>(labels).map(([word, { ja }]) => [word, ja])) as Record<Word, string>

export const until = ({ from, until: last }: { readonly from: PlainDate; readonly until: PlainDate | null }): string =>
  `${dayInWords(from)}〜${last === null ? '' : dayInWords(last)}`
