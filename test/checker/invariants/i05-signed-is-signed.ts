import type { Invariant } from '../invariant.ts'
import { same } from '../reading/hash.ts'
import { streamsOf } from '../reading/looking-up.ts'

const concluding = new Set(['contract-signed', 'contract-attested'])

/**
 * I05. From signing or attesting on, no event changes what was agreed: parties, service and version, fees, days,
 * functions, document. Nor does the head say anything else than what was agreed then.
 */
export const signedIsSigned: Invariant = {
  id: 'I05',
  says: 'nothing changes what was signed',
  check: (book, see) => {
    for (const { id, entries, states } of streamsOf(book, 'contract')) {
      const at = entries.findIndex(({ event }) => concluding.has(event.type))
      const agreed = states[at]
      if (agreed === undefined || !('deal' in agreed)) continue
      const change = entries.find(({ event }, index) => index > at && 'deal' in event && !same(event.deal, agreed.deal))
      const drift = states.findIndex((state, index) => index > at && 'deal' in state && !same(state.deal, agreed.deal))
      const head = book.heads.get(id)
      see(
        entries[at]?.where ?? id,
        change && `${change.where} changes what was agreed by ${change.event.type}`,
        !change && drift > at && `${entries[drift]?.where} changes what was agreed`,
        head && !same(head.contract.deal, agreed.deal) && `${head.where} says other than what was agreed`,
      )
    }
  },
}
