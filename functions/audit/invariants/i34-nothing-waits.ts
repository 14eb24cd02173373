import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import { streamsOf } from '../reading/looking-up.ts'

const minute = 60_000
/** Longest time something may be owed where everything goes as it should; work on a case is given a day. */
const patience = (template: string): number => (template === 'take-over-contracts' ? 1_440 * minute : 5 * minute)

const outcomesOf = (book: Book): ReadonlyMap<string, string> =>
  new Map(book.receipts.map(({ row }) => [`${row.pk}#${String(row['id'])}`, String(row['o'])]))

/**
 * I34, for a house at rest. Each delivery has come to its end: delivered or done, bounced, or given up to a person; none
 * waits longer than it may. An SME is noted as written to only by a notice that was delivered.
 */
export const nothingWaits: Invariant = {
  id: 'I34',
  says: { ja: '送るべきもの、行うべきことが残っていない', en: 'nothing that is owed is left waiting' },
  check: (book, see) => {
    const outcomes = outcomesOf(book)
    const latest = Date.parse(book.latest)
    for (const { id, entries } of book.streams.values()) {
      for (const { where, at, deliveries } of entries) {
        for (const owed of deliveries) {
          const waits = !outcomes.has(`LED#${id}#${owed.id}`) && latest - Date.parse(at) > patience(owed.template)
          see(where, waits && `has owed ${owed.template} since ${at}`)
        }
      }
    }
    for (const { id, entries } of streamsOf(book, 'contract')) {
      const delivered = (until: number) =>
        entries
          .slice(0, until)
          .flatMap(({ deliveries }) => deliveries)
          .some(
            ({ id: one, template }) =>
              template === 'takeover-notice' &&
              ['accepted', 'delivered'].includes(String(outcomes.get(`LED#${id}#${one}`))),
          )
      for (const [index, { event, where, actor }] of entries.entries()) {
        if (event.type === 'takeover-told' && event.by === 'mail' && actor.role === 'system')
          see(where, !delivered(index) && 'is told by a letter that did not arrive')
      }
    }
  },
}
