import type { Invariant } from '../invariant.ts'
import type { Entry } from '../reading/entries.ts'
import { keptAll, streamsOf } from '../reading/looking-up.ts'

const resellerRoles = new Set(['resellerAdmin', 'resellerStaff'])

/**
 * I13. After the instant of its discontinuance a reseller does nothing any more: no event anywhere has one of its people
 * as actor, and no SME signs a contract it sells.
 */
export const afterTheInstant: Invariant = {
  id: 'I13',
  says: 'a stopped reseller does nothing',
  check: (book, see) => {
    const stopped = new Map<string, string>()
    for (const { id, state } of keptAll(book, 'reseller')) {
      if (state.discontinued) stopped.set(id, state.discontinued.since)
    }
    const after = ({ at }: Entry, resellerId: string): boolean => at > (stopped.get(resellerId) ?? '\uffff')

    for (const { entries } of book.streams.values()) {
      for (const entry of entries) {
        const { actor, where, event } = entry
        if (!stopped.has(actor.tenant)) continue
        const acts = resellerRoles.has(actor.role) && after(entry, actor.tenant)
        see(where, acts && `${actor.role} of ${actor.tenant} did ${event.type} after ${stopped.get(actor.tenant)}`)
      }
    }
    for (const { entries, now } of streamsOf(book, 'contract')) {
      if (!('deal' in now) || !stopped.has(now.deal.seller)) continue
      const signed = entries.find(({ event }) => event.type === 'contract-signed')
      if (signed)
        see(signed.where, after(signed, now.deal.seller) && `was signed through ${now.deal.seller} all the same`)
    }
  },
}
