import type { Contract } from '../shapes/contract.ts'
import type { Invariant } from './invariant.ts'
import type { Entry } from '../reading/entries.ts'
import { keptAll, streamsOf } from '../reading/looking-up.ts'
import { listOf } from './i12-list-and-takeovers.ts'

const signing = new Set(['contract-signed', 'amendment-signed'])

/** Seller of the text that is signed where a contract stands. */
const sellerOf = (before: Contract | undefined): string | undefined => {
  if (before === undefined || !('deal' in before)) return undefined
  return before.stage === 'live' ? before.proposal?.deal.seller : before.deal.seller
}

const resellerRoles = new Set(['resellerAdmin', 'resellerStaff'])

/**
 * I13. After the instant of its discontinuance a reseller does nothing any more: no event anywhere has one of its people
 * as actor, and no SME signs a contract it sells, or a change of one. What is on the list that was frozen behind the
 * instant was signed before it by the order of the table, whatever the clock of its server said.
 */
export const afterTheInstant: Invariant = {
  id: 'I13',
  says: { ja: '止まった再販事業者は、その後何もしない', en: 'a stopped reseller does nothing' },
  check: (book, see) => {
    const stopped = new Map<string, string>()
    const listed = new Set<string>()
    for (const { id, state } of keptAll(book, 'reseller')) {
      if (!state.discontinued) continue
      const { since, discontinuanceId } = state.discontinued
      stopped.set(id, since)
      for (const [contractId, sha256] of listOf(book, discontinuanceId) ?? [])
        listed.add(`${id} ${contractId} ${sha256}`)
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
    for (const { id, entries, states } of streamsOf(book, 'contract')) {
      for (const [index, entry] of entries.entries()) {
        const seller = signing.has(entry.event.type) ? sellerOf(states[index - 1]) : undefined
        if (seller === undefined || !stopped.has(seller)) continue
        const sha256 = 'documentSha256' in entry.event ? entry.event.documentSha256 : ''
        // Its ledger goes on from there: what was taken over next is not earlier.
        const isListed = listed.has(`${seller} ${id} ${sha256}`) && (entries[index + 1]?.at ?? '') >= entry.at
        see(entry.where, after(entry, seller) && !isListed && `was signed through ${seller} all the same`)
      }
    }
  },
}
