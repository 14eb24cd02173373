import { portfolioOf, portfolioOfContract, shardOf } from '../reading/ids.ts'
import type { Invariant } from './invariant.ts'
import { concluded, shardPartition, streamsOf } from '../reading/looking-up.ts'

/**
 * I08, I44. Whoever ever came to hold a contract it had not sold has a pointer to it in its own portfolio, on the contract's
 * shard, and there is no other pointer: a successor that fails later is listed as surely as the first. A pointer opens
 * nothing: it leads a takeover to the head, whose holder alone says who reads.
 */
export const pointers: Invariant = {
  id: 'I08',
  says: {
    ja: '売主以外が預かる契約には、預かり先への案内がある',
    en: 'a pointer for every holder that is not the seller',
  },
  check: (book, see) => {
    const due = new Map<string, string>()
    for (const { id, entries, now } of streamsOf(book, 'contract')) {
      for (const { event } of entries) {
        if (event.type !== 'takeover-settled' || event.settlement === 'endedBySme' || !('deal' in now)) continue
        due.set(`${shardPartition(event.holder, shardOf(now.deal.contractId))}|P#${id}`, event.holder)
      }
    }
    const lying = new Set(book.pointers.map(({ where }) => where))
    for (const [where, holder] of due) see(where, !lying.has(where) && `is missing: ${holder} came to hold it`)
    for (const where of lying) see(where, !due.has(where) && 'points to a contract that was never held there')
    for (const { id, where, contract } of book.heads.values()) {
      const holder = concluded(contract)?.holder
      if (holder === undefined || portfolioOf(holder) === portfolioOfContract(id)) continue
      const pointer = `${shardPartition(holder, shardOf(id))}|P#${id}`
      see(where, !lying.has(pointer) && `is held by ${holder}, which has no pointer to it`)
    }
  },
}
