import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import type { Entry, Stream } from '../reading/entries.ts'
import { streamsOf } from '../reading/looking-up.ts'

type Entries = readonly Entry<'contract'>[]

const ofPresentTakeover = (entries: Entries): Entries => {
  const opened = entries.findLastIndex(({ event }) => event.type === 'takeover-opened')
  return opened < 0 ? [] : entries.slice(opened)
}

const byAPerson = ({ event }: Entry<'contract'>): boolean =>
  (event.type === 'takeover-told' && event.by !== 'mail') ||
  (event.type === 'takeover-coverage-noted' && event.facet === 'contact' && event.finding === 'confirmed')

const bouncedIn = (entries: Entries): readonly string[] =>
  entries.flatMap(({ event }) => (event.type === 'takeover-notice-bounced' ? [event.deliveryId] : []))

/** True while a notice is still on its way: it may have been accepted, and its receipt not be written yet. */
const isAwaited = (entries: Entries, outcomes: ReadonlyMap<string, unknown>): boolean =>
  entries.some(({ where, deliveries }) =>
    deliveries.some(({ id, template }) => template === 'takeover-notice' && !outcomes.has(`${where}#R#${id}`)),
  )

/** The notices whose receipts say that they were accepted. */
const acceptedIn = (entries: Entries, outcomes: ReadonlyMap<string, unknown>): readonly string[] =>
  entries.flatMap(({ where, deliveries }) =>
    deliveries
      .filter(
        ({ id, template }) =>
          template === 'takeover-notice' &&
          ['accepted', 'delivered'].includes(String(outcomes.get(`${where}#R#${id}`))),
      )
      .map(({ id }) => id),
  )

const wasClosed = (book: Book, id: string): boolean =>
  book.streams.get(id)?.entries.some(({ event }) => event.type === 'discontinuance-closed') ?? false

/** Finding on a bounce, given what was known by then. */
const wrongBounce = (
  book: Book,
  before: Entries,
  { event }: Entry<'contract'>,
  outcomes: ReadonlyMap<string, unknown>,
): string | undefined => {
  if (event.type !== 'takeover-notice-bounced') return undefined
  const { deliveryId, untold } = event
  const present = ofPresentTakeover(before)
  const [opened] = present
  const bounced = bouncedIn(present)
  if (bounced.includes(deliveryId)) return `says twice that ${deliveryId} bounced`
  const accepted = acceptedIn(present, outcomes)
  if (!accepted.includes(deliveryId)) return `says that ${deliveryId} bounced, which was not accepted in this takeover`
  const toldOtherwise = present.some(byAPerson) || accepted.some((id) => id !== deliveryId && !bounced.includes(id))
  if (untold) return toldOtherwise ? 'says that an SME is untold whom someone else told' : undefined
  const closed = opened?.event.type === 'takeover-opened' && wasClosed(book, opened.event.discontinuanceId)
  return toldOtherwise || closed ? undefined : 'leaves an SME told whom nothing else has reached'
}

const lookInto = (book: Book, { now, entries, where }: Stream<'contract'>, outcomes: ReadonlyMap<string, unknown>) => {
  const present = ofPresentTakeover(entries)
  const arrived = acceptedIn(present, outcomes).filter((id) => !bouncedIn(present).includes(id))
  const told = now.stage === 'live' && now.takeover?.stage === 'told'
  return [
    ...entries.map((entry, index) => ({
      where: entry.where,
      wrong: wrongBounce(book, entries.slice(0, index), entry, outcomes),
    })),
    {
      where,
      wrong:
        told && !present.some(byAPerson) && arrived.length === 0 && !isAwaited(present, outcomes)
          ? 'is told, and nothing has reached its SME'
          : undefined,
    },
  ]
}

/**
 * I33, I15. An SME that is told was told by a person, or by a notice that was accepted and has not come back, or whose
 * receipt is yet to be written. A notice
 * comes back once, after it was accepted, and its SME is untold exactly where nothing else had told it; a case that was
 * closed stays as it is.
 */
export const told: Invariant = {
  id: 'I33',
  says: { ja: '知らせたとされる利用者には、知らせが届いている', en: 'who is told was reached' },
  check: (book, see) => {
    const outcomes = new Map(book.receipts.map(({ where, row }) => [where, row['o']]))
    for (const stream of streamsOf(book, 'contract'))
      for (const { where, wrong } of lookInto(book, stream, outcomes)) see(where, wrong)
  },
}
