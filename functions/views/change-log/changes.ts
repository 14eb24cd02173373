import {
  evolvers,
  type AggregateKind,
  type EventOf,
  type StateOf,
} from '../../../shared/domain/aggregates/aggregates.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Words } from '../../../shared/domain/words.ts'
import { contractFields } from './contract-fields.ts'
import { eventFacts } from './facts.ts'
import type { Audience, Fact, Field, Said, StateFields } from './fields.ts'
import { entityFields, memberFields, registrationBodyFields, resellerFields, serviceFields } from './party-fields.ts'
import {
  archiveFields,
  concernFields,
  discontinuanceFields,
  exceptionFields,
  fileFields,
  operationFields,
  redisclosureFields,
  smeIdentityFields,
  submissionFields,
} from './work-fields.ts'

/** A field that an event changed, by its path: what it said before and after; null where there was nothing. */
export type Change = {
  readonly field: string
  readonly label: Words
  readonly before: readonly Said[] | null
  readonly after: readonly Said[] | null
}

const stateFields: StateFields = {
  entity: entityFields,
  registrationBody: registrationBodyFields,
  member: memberFields,
  service: serviceFields,
  reseller: resellerFields,
  contract: contractFields,
  discontinuance: discontinuanceFields,
  concern: concernFields,
  submission: submissionFields,
  operation: operationFields,
  separateContractException: exceptionFields,
  smeIdentity: smeIdentityFields,
  redisclosure: redisclosureFields,
  archive: archiveFields,
  file: fileFields,
}

/** What the fields of anything come to, seen as data: which fields there are, types have checked. */
type AnyField = Field<unknown>
type AnyFields = Readonly<Record<string, AnyField>>
type Spoken = { readonly label: Words; readonly says: readonly Said[] }

const none: Words = { ja: '', en: '' }
const joined = (outer: Words, inner: Words): Words =>
  outer === none ? inner : { ja: `${outer.ja}：${inner.ja}`, en: `${outer.en}: ${inner.en}` }

/** Every field of a value that is shown to an audience, by its path, in words. */
const spokenIn = (
  fields: AnyFields,
  value: unknown,
  audience: Audience,
  under: { readonly path: string; readonly label: Words } = { path: '', label: none },
): readonly (readonly [string, Spoken])[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    spokenOf(field, (value as Readonly<Record<string, unknown>>)[name], audience, {
      path: under.path === '' ? name : `${under.path}.${name}`,
      label: under.label,
    }),
  )

const spokenOf = (
  field: AnyField,
  value: unknown,
  audience: Audience,
  under: { readonly path: string; readonly label: Words },
): readonly (readonly [string, Spoken])[] => {
  if (field.as === 'hidden' || value === undefined || value === null) return []
  if (field.to === 'house' && audience !== 'house') return []
  if (field.as === 'leaf') {
    const says = field.say(value)
    if (says === null) return []
    const all = Array.isArray(says) ? (says as readonly Said[]) : [says as Said]
    return all.length === 0 ? [] : [[under.path, { label: joined(under.label, field.label), says: all }]]
  }
  const label = field.label === null ? under.label : joined(under.label, field.label)
  if (field.as === 'group') return spokenIn(field.fields, value, audience, { path: under.path, label })
  const { keyOf, fields } = field as unknown as {
    readonly keyOf: (one: unknown, index: number) => readonly [string, string]
    readonly fields: AnyFields
  }
  return (value as readonly unknown[]).flatMap((one, index) => {
    const [key, called] = keyOf(one, index)
    return spokenIn(fields, one, audience, {
      path: `${under.path}.${key}`,
      label: { ja: `${label.ja}（${called}）`, en: `${label.en} (${called})` },
    })
  })
}

const said = (spoken: Spoken | undefined): string => JSON.stringify(spoken?.says ?? null)

/** Fields that read differently in two states, in the order people read them. */
const between = <Kind extends AggregateKind>(
  kind: Kind,
  before: StateOf<Kind>,
  after: StateOf<Kind>,
  audience: Audience,
): readonly Change[] => {
  const fields = stateFields[kind] as unknown as AnyFields
  const spoken = (state: { readonly stage: string }) =>
    new Map(state.stage === 'none' ? [] : spokenIn(fields, state, audience))
  const [then, now] = [spoken(before), spoken(after)]
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((field): readonly Change[] => {
    const [was, is] = [then.get(field), now.get(field)]
    const label = (is ?? was)?.label
    return label === undefined || said(was) === said(is)
      ? []
      : [{ field, label, before: was?.says ?? null, after: is?.says ?? null }]
  })
}

/** Facts of an event that are shown: those the state does not have, or all of them. */
const factsOf = (
  kind: AggregateKind,
  event: EventOf<AggregateKind>,
  audience: Audience,
  all: boolean,
): readonly Change[] => {
  const facts = eventFacts[kind] as unknown as Readonly<Record<string, Fact<unknown>>>
  const fields = Object.fromEntries(
    Object.entries(facts).flatMap(([name, { onState, field }]) => (onState && !all ? [] : [[name, field]])),
  ) as AnyFields
  return spokenIn(fields, event, audience).map(([field, { label, says }]) => ({
    field: `event.${field}`,
    label,
    before: null,
    after: says,
  }))
}

/** An event of a kind, at its moment, as far as folding goes. */
export type Folded = { readonly kind: AggregateKind; readonly at: Instant; readonly event: EventOf<AggregateKind> }

/** The state before anything happened. */
export const nothing = { stage: 'none' } as const

/** The state after one more event. */
export const step = (state: StateOf<AggregateKind>, { kind, event, at }: Folded): StateOf<AggregateKind> =>
  (evolvers[kind] as (state: unknown, event: unknown, at: Instant) => StateOf<AggregateKind>)(state, event, at)

/** What an event changed, as an audience may see it: what its state says differently after it, and what it says itself. */
export const changesBy = (
  folded: Folded,
  before: StateOf<AggregateKind>,
  after: StateOf<AggregateKind>,
  audience: Audience,
): readonly Change[] => [
  ...between(folded.kind, before, after, audience),
  ...factsOf(folded.kind, folded.event, audience, false),
]

/** What an event says of itself, where the state before it is not known. */
export const saidBy = ({ kind, event }: Folded, audience: Audience): readonly Change[] =>
  factsOf(kind, event, audience, true)
