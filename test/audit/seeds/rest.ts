import { event, state, type Seed, type Tampering } from './tampering.ts'
import type { Entry } from '../../../functions/audit/reading/entries.ts'

/** Forgets what became of a delivery, and marks its event as one that owes something. */
const forget = (tampering: Tampering, { where, deliveries, stream, at }: Entry, template: string): void => {
  const owed = deliveries.find((one) => one.template === template)
  tampering.drop(`${where}#R#${owed?.id}`)
  const shard = String((stream.codePointAt(stream.length - 1) ?? 0) % 16).padStart(2, '0')
  tampering.set(where, { dp: `DUE#${shard}`, ds: at })
}

/** The second takeover of a contract whose successor stopped as well. Nothing was found of it for many at once. */
const chained = ({ book }: Tampering) => {
  const entries = (stream: string) => book.streams.get(stream)?.entries ?? []
  const opened = (stream: string) => entries(stream).filter(({ event: one }) => one.type === 'takeover-opened')
  const alone = (stream: string, after: number) =>
    entries(stream).every(({ event: one, seq }) => seq < after || !('operationId' in one) || one.operationId === null)
  const second = event(
    book,
    'takeover-opened',
    ({ stream, where, seq }) => opened(stream)[1]?.where === where && alone(stream, seq),
  )
  const first = event(book, 'takeover-opened', ({ where }) => opened(second.stream)[0]?.where === where)
  return { first, second }
}

/** Seeded violations of I16: who takes over after whom. */
export const successorSeeds: readonly Seed[] = [
  {
    invariant: 'I16',
    name: 'whoever a contract moved to had stopped before',
    also: ['I03', 'I09', 'I13'],
    edit: (tampering) => {
      const moved = event(tampering.book, 'takeover-settled', ({ event: one }) => one.settlement === 'movedToReseller')
      const { where } = state(tampering.book, 'reseller', ({ resellerId }) => resellerId === moved.event.holder)
      tampering.text(where, 's', (one) => (one.discontinued.since = '2026-01-01T00:00:00.000Z'))
    },
  },
  {
    invariant: 'I16',
    name: 'a contract comes back to a case it was in before',
    also: ['I03', 'I12', 'I14', 'I15', 'I29', 'I36'],
    edit: (tampering) => {
      const { first, second } = chained(tampering)
      tampering.forge(second, (body) => (body.event.discontinuanceId = first.event.discontinuanceId))
    },
  },
  {
    invariant: 'I16',
    name: 'a later takeover is of an earlier instant',
    also: ['I03', 'I12', 'I15', 'I29'],
    edit: (tampering) => {
      const { second } = chained(tampering)
      tampering.forge(second, (body) => (body.event.since = '2026-01-01T00:00:00.000Z'))
    },
  },
]

/** Seeded violations of I34: what a house at rest still owes. */
export const restSeeds: readonly Seed[] = [
  {
    invariant: 'I34',
    name: 'an invitation was never delivered',
    edit: (tampering) => forget(tampering, event(tampering.book, 'reseller-invited'), 'reseller-invited'),
  },
  {
    invariant: 'I34',
    name: 'a takeover was left lying',
    edit: (tampering) => forget(tampering, event(tampering.book, 'discontinuance-approved'), 'take-over-contracts'),
  },
  {
    invariant: 'I34',
    name: 'an SME is noted as told by a letter that came back',
    also: ['I33'],
    edit: (tampering) => {
      const { book } = tampering
      const told = event(book, 'takeover-told', ({ event: one }) => one.by === 'mail')
      const before = book.streams
        .get(told.stream)
        ?.entries.findLast(({ event: one, lies }) => one.type === 'takeover-opened' && lies.seq < told.lies.seq)
      const owed = before?.deliveries.find(({ template }) => template === 'takeover-notice')
      tampering.set(`${before?.where}#R#${owed?.id}`, { o: 'bounced' })
    },
  },
]
