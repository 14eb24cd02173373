import type { Invariant } from './invariant.ts'
import { keptAll, streamsOf } from '../reading/looking-up.ts'

const yearOf = (day: string): number => Number(day.slice(0, 4))

/**
 * I27, as far as a table tells. An archive is kept until its contract's end and the tenant's years after it; a day once
 * set only moves away; nothing is disposed of before that day is over, or under a hold.
 */
export const keptLongEnough: Invariant = {
  id: 'I27',
  says: { ja: '証拠は、保管の最後の日まで保管される', en: 'evidence is kept through its day' },
  check: (book, see) => {
    for (const { id, entries } of streamsOf(book, 'archive')) {
      let until = ''
      const held = new Set<number>()
      for (const { where, event } of entries) {
        if (event.type === 'hold-placed') held.add(event.number)
        if (event.type === 'hold-lifted') held.delete(event.number)
        if (event.type === 'retention-set') {
          see(
            where,
            event.until < until && `moves the day back from ${until} to ${event.until}`,
            yearOf(event.until) < yearOf(event.endedOn) + event.years && `is ${event.years} years short of its end`,
          )
          until = event.until
        }
        if (event.type === 'archive-disposed')
          see(
            where,
            (until === '' || event.on <= until) && `disposes of ${id} on ${event.on}, kept until ${until || 'its end'}`,
            held.size > 0 && `disposes of ${id} under a hold`,
          )
      }
    }
    for (const { where, state } of keptAll(book, 'archive')) {
      const head = book.heads.get(state.contractId)?.contract
      see(
        where,
        head?.stage === 'live' && state.stage === 'disposed' && 'is disposed of while its contract lives',
        head?.stage === 'ended' &&
          state.keepUntil !== null &&
          state.keepUntil < head.endedOn &&
          'ends before its contract',
      )
    }
  },
}
