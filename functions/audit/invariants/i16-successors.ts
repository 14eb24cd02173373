import type { Invariant } from './invariant.ts'
import { keptAll, streamsOf } from '../reading/looking-up.ts'

/**
 * I16. Whoever takes a contract over had not stopped when it did. One that stops later has a case of its own, from a later
 * instant, on its own contracts: so cases follow one another on a contract and never come back to one before.
 */
export const successors: Invariant = {
  id: 'I16',
  says: { ja: '引き継いだ者は、止まっていなかった', en: 'whoever took over had not stopped' },
  check: (book, see) => {
    const stopped = new Map(keptAll(book, 'reseller').map(({ id, state }) => [id, state.discontinued?.since ?? null]))
    const leftBy = new Map(keptAll(book, 'discontinuance').map(({ id, state }) => [id, state.resellerId]))
    for (const { entries, states } of streamsOf(book, 'contract')) {
      const cases = new Set<string>()
      let last = ''
      for (const [index, { event, at, where }] of entries.entries()) {
        if (event.type === 'takeover-settled') {
          const since = stopped.get(event.holder) ?? null
          const moved = event.settlement === 'movedToReseller'
          see(where, moved && since !== null && at > since && `moved to ${event.holder}, which had stopped at ${since}`)
        }
        if (event.type !== 'takeover-opened') continue
        const { discontinuanceId, since } = event
        const before = index > 0 ? states[index - 1] : undefined
        const holder = before?.stage === 'live' ? before.holder : undefined
        see(
          where,
          cases.has(discontinuanceId) && `is taken over in ${discontinuanceId} again`,
          since < last && `is taken over from ${since}, and was from ${last} before`,
          holder !== undefined &&
            holder !== leftBy.get(discontinuanceId) &&
            `is taken over from another than ${holder}`,
        )
        cases.add(discontinuanceId)
        last = since
      }
    }
  },
}
