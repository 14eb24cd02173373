import type { Invariant } from './invariant.ts'

/**
 * I33, for a house at rest. No event is marked that owes nothing any more: whatever two receipts that landed at once left
 * behind, the next sweep takes off. While a table is in use, such a mark only waits for that.
 */
export const marksTaken: Invariant = {
  id: 'I33',
  says: { ja: '送り終えた出来事の印が外れている', en: 'no mark is left where nothing is owed' },
  check: ({ streams, receipts }, see) => {
    const received = new Set(receipts.map(({ where }) => where))
    for (const { entries } of streams.values()) {
      for (const { where, deliveries, mark } of entries) {
        const open = deliveries.some(({ id }) => !received.has(`${where}#R#${id}`))
        const marked = mark.dp !== undefined || mark.ds !== undefined
        see(where, !open && marked && 'is marked and owes nothing any more')
      }
    }
  },
}
