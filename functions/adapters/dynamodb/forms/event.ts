import * as z from 'zod'
import type { AggregateKind } from '../../../../shared/domain/aggregates/aggregates.ts'
import {
  channelNames,
  entityLetters,
  resellerLetters,
  smeLetters,
  works,
  type Delivery,
} from '../../../../shared/domain/aggregates/delivery.ts'
import { noticeTopics } from '../../../../shared/domain/notices/topics.ts'
import { roles, type Actor } from '../../../../shared/domain/people.ts'
import type { LedgerEvent, OwedDelivery } from '../../../ports/ledger.ts'
import { eventTypes } from './event-types.ts'
import { at, exactly, hex, object } from './plain.ts'
import { storedForm } from './stored-form.ts'
import { event1To2 } from './upgrades/event-1-to-2.ts'
import { count, text, word } from './values.ts'

/** Content that an event's hash is taken over, beside the hash before it. The mark and the receipts stand outside. */
export type EventBody = Omit<LedgerEvent, 'hash' | 'deliveries'> & {
  readonly command: string
  readonly request: string
  readonly deliveries: readonly Omit<OwedDelivery, 'outcome' | 'cameBack'>[]
  /** SHA-256 of the aggregate's state after the whole change; on its last event. */
  readonly after: string | null
}

const kinds = Object.keys(eventTypes) as readonly AggregateKind[]
const actor = exactly<Actor>()(object({ role: word([...roles, 'system']), sub: text, tenant: text }))
const delivery = object({
  to: exactly<Delivery['to']>()(word(['sme', 'reseller', 'entity', 'person', 'people', 'worker'])),
  by: exactly<Delivery['by']>()(word([...channelNames, 'work'])),
  template: exactly<Delivery['template']>()(
    word([
      ...smeLetters,
      ...resellerLetters,
      ...works,
      ...entityLetters,
      ...noticeTopics,
      'signing-code',
      'contact-change-told',
      'named-elsewhere',
      'invited-elsewhere',
    ]),
  ),
  id: text,
})

/**
 * Stored form of an event. Its text is canonical JSON and is never written anew: the chain is over the bytes as they
 * were written, so nulls stay, and an upgrade bears on the reading alone. What an event says is the domain's; here its
 * word is held to the words its kind of aggregate has.
 */
const codec = z
  .strictObject({
    kind: word(kinds),
    stream: text,
    seq: count,
    event: z.looseObject({ type: z.string() }),
    deliveries: z.array(delivery),
    at,
    actor,
    command: text,
    request: text,
    after: z.nullable(hex),
  })
  .check(({ value, issues }) => {
    const words = Object.keys(eventTypes[value.kind])
    if (!words.includes(value.event.type))
      issues.push({ code: 'invalid_value', values: words, input: value.event.type, path: ['event', 'type'] })
  })

export const eventForm = storedForm<EventBody>({
  kind: 'event',
  codec: codec as unknown as z.ZodType<EventBody>,
  upgrades: [event1To2],
})
