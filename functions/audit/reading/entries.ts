import { folds } from '../folding/folds.ts'
import type { AggregateKind, EventOf, StateOf } from '../shapes/aggregates.ts'

import type { Actor } from '../shapes/ids.ts'
import type { Instant } from '../shapes/ids.ts'
import { isCanonical } from './hash.ts'
import { whereOf, type Row } from './rows.ts'

export type Owed = { readonly id: string; readonly to: string; readonly by: string; readonly template: string }

/** An event, as the text of its row says it. */
type EventText<Kind extends AggregateKind = AggregateKind> = {
  readonly kind: Kind
  readonly stream: string
  readonly seq: number
  readonly at: Instant
  readonly actor: Actor
  readonly event: EventOf<Kind>
  readonly deliveries: readonly Owed[]
  readonly command: string
  readonly request: string
  readonly after: string | null
}

/** An event with its row: the text the hash is over, the hash, the mark, and where the keys say it stands. */
export type Entry<Kind extends AggregateKind = AggregateKind> = EventText<Kind> & {
  readonly where: string
  readonly text: string
  /** True where the text is in canonical form. */
  readonly inForm: boolean
  readonly hash: unknown
  readonly mark: { readonly dp: unknown; readonly ds: unknown }
  /** Keys by which change logs find it. */
  readonly log: { readonly ep: unknown; readonly es: unknown; readonly pp: unknown; readonly ps: unknown }
  /** Stream and number by the row's keys; the text should say the same. */
  readonly lies: { readonly stream: string; readonly seq: number }
}

/** The ledger of one aggregate, by the keys of its rows, and what it stood at after each event. */
export type Stream<Kind extends AggregateKind = AggregateKind> = {
  readonly id: string
  readonly kind: Kind
  readonly where: string
  readonly entries: readonly Entry<Kind>[]
  readonly states: readonly StateOf<Kind>[]
  /** State it stands at now. */
  readonly now: StateOf<Kind>
  /** Reason why it could not be folded to the end; null where it could. */
  readonly broken: string | null
}

const eventKey = /^E#(\d{6})$/

/** An event of the first form with what 0.2.0 did not say in it: no renewal, a usual window, the entity as the owner. */
const completed = (body: EventText): EventText => {
  const event = body.event as EventText['event'] & Record<string, unknown>
  const { deal } = event
  if (typeof deal === 'object' && deal !== null)
    return { ...body, event: { ...event, deal: { renewal: null, ...deal } } as EventText['event'] }
  const more: Record<string, unknown> = {}
  if (event.type === 'operation-accepted') more['owner'] = event['entityId']
  if (event.type === 'discontinuance-proposed') more['approveBy'] = windowFrom(body.stream)
  return { ...body, event: { ...more, ...event } }
}

const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/** 72 hours from when an id was made: its first 48 bits are the milliseconds, five to a letter. */
const windowFrom = (id: string): string => {
  const ms = Array.from(id.slice(4, 14), (letter) => digits.indexOf(letter)).reduce((sum, digit) => sum * 32 + digit, 0)
  return new Date(ms + 72 * 3_600_000).toISOString()
}

/** Reads an event's row. Throws on one that is none. */
export const readEntry = (row: Row): Entry => {
  const text = row['e']
  const [, seq] = eventKey.exec(row.sk) ?? []
  if (typeof text !== 'string' || seq === undefined) throw new Error('not an event')
  const { v: form = 1, ...said } = JSON.parse(text) as EventText & { readonly v?: number }
  const body = form === 1 ? completed(said) : said
  if (!(body.kind in folds) || typeof body.event?.type !== 'string' || !Array.isArray(body.deliveries))
    throw new Error('not an event')
  return {
    ...body,
    text,
    inForm: isCanonical(text),
    where: whereOf(row),
    hash: row['h'],
    log: { ep: row['ep'], es: row['es'], pp: row['pp'], ps: row['ps'] },
    mark: { dp: row['dp'], ds: row['ds'] },
    lies: { stream: row.pk.slice('LED#'.length), seq: Number(seq) },
  }
}

/** A ledger in the order of its keys, folded. */
export const streamOf = (id: string, unsorted: readonly Entry[]): Stream => {
  const entries = [...unsorted].sort((a, b) => a.lies.seq - b.lies.seq)
  const kind = (entries[0] as Entry).kind
  const evolve = folds[kind] as (state: unknown, event: unknown, at: string) => StateOf<AggregateKind>
  const states: StateOf<AggregateKind>[] = []
  let now: StateOf<AggregateKind> = { stage: 'none' }
  let broken: string | null = null
  for (const { event, at, where } of entries) {
    try {
      now = evolve(now, event, at)
    } catch (error) {
      broken ??= `${where} cannot be taken in: ${String(error)}`
    }
    states.push(now)
  }
  return { id, kind, entries, states, now, broken, where: `LED#${id}` }
}
