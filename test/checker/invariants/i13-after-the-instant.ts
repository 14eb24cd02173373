import type { Contract } from '../../../shared/domain/contract/contract.ts'
import type { Invariant } from '../invariant.ts'
import type { Entry } from '../reading/entries.ts'
import { keptAll, streamsOf } from '../reading/looking-up.ts'

const signing = new Set(['contract-signed', 'amendment-signed'])

/** Whose text it is that is signed where a contract stands. */
const sellerOf = (before: Contract | undefined): string | undefined => {
  if (before === undefined || !('deal' in before)) return undefined
  return before.stage === 'live' ? before.proposal?.deal.seller : before.deal.seller
}

const resellerRoles = new Set(['resellerAdmin', 'resellerStaff'])

/**
 * I13. After the instant of its discontinuance a reseller does nothing any more: no event anywhere has one of its people
 * as actor, and no SME signs a contract it sells, or a change of one.
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
    for (const { entries, states } of streamsOf(book, 'contract')) {
      for (const [index, entry] of entries.entries()) {
        const seller = signing.has(entry.event.type) ? sellerOf(states[index - 1]) : undefined
        if (seller !== undefined && stopped.has(seller))
          see(entry.where, after(entry, seller) && `was signed through ${seller} all the same`)
      }
    }
  },
}
