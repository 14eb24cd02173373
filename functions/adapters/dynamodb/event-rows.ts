import type { CommandMetadata } from '../../../shared/domain/command.ts'
import type { Happened } from '../../../shared/domain/aggregates/concerned.ts'
import { deliveriesOwedBy } from '../../../shared/domain/aggregates/delivery.ts'
import type { LedgerEvent, Outcome, OwedDelivery } from '../../ports/ledger.ts'
import type { Change } from '../../ports/records.ts'
import { canonical, digest, sha256 } from '../canonical.ts'
import { eventForm, type EventBody } from './forms/event.ts'
import { commandKey, duePartition, dueShardOf, eventKey } from './keys.ts'
import { logMarks } from './log-keys.ts'
import type { Row } from './read.ts'
import type { BounceCause } from '../../../shared/domain/contract/contract-words.ts'

/** The name of a command in the ledger: short, and found again from the command's own row. */
export const commandId = (metadata: Pick<CommandMetadata, 'tenant' | 'route' | 'key'>): string =>
  sha256(commandKey(metadata).pk).slice(0, 32)

const genesis = (stream: string): string => sha256('musubi/ledger/1\n', stream)

/** The hash of an event: over the hash before it and its own canonical text. The first follows from its stream's name. */
export const chained = (before: string, body: string): string =>
  sha256(Uint8Array.of(0), Buffer.from(before, 'hex'), body)

/** The ledger rows of a change, chained, and the hash the chain stands at after them. */
export const eventRows = (
  change: Change,
  metadata: CommandMetadata,
): { readonly rows: readonly Row[]; readonly chain: string } => {
  const { kind, id, from, at, state, events } = change
  let chain = from.version === 0 ? genesis(id) : from.chain
  const rows = events.map((event, index): Row => {
    const seq = from.version + 1 + index
    const deliveries = deliveriesOwedBy(event).map((delivery) => ({
      ...delivery,
      id: sha256(`${id}#${seq}#${delivery.to}#${delivery.template}`).slice(0, 24),
    }))
    const body: EventBody = {
      kind,
      stream: id,
      seq,
      event,
      deliveries,
      at,
      actor: metadata.actor,
      command: commandId(metadata),
      request: metadata.requestId,
      after: index === events.length - 1 ? digest(state) : null,
    }
    const text = canonical(JSON.parse(eventForm.write(body)))
    chain = chained(chain, text)
    return {
      ...eventKey(id, seq),
      t: 'event',
      e: text,
      h: chain,
      ...logMarks({ kind, state, event, actor: metadata.actor } as Happened, { at, seq }),
      ...(deliveries.length > 0 ? { dp: duePartition(dueShardOf(id)), ds: at } : {}),
    }
  })
  return { rows, chain }
}

/** An event as kept, its receipts folded in. */
export const ledgerEventOf = (
  row: Row,
  receipts: ReadonlyMap<string, { readonly outcome: Outcome; readonly cameBack: BounceCause | undefined }>,
): LedgerEvent => {
  const { command: _c, request: _r, after: _a, deliveries, ...body } = eventForm.read(row['e'] as string)
  return {
    ...body,
    hash: row['h'] as string,
    deliveries: deliveries.map((owed) => {
      const { outcome = null, cameBack } = receipts.get(owed.id) ?? {}
      return { ...owed, outcome, ...(cameBack ? { cameBack } : {}) } as OwedDelivery
    }),
  }
}
