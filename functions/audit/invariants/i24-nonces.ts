import type { ContractEvent } from '../shapes/contract-events.ts'
import type { Invariant } from './invariant.ts'
import { agreementsOf } from '../reading/agreements.ts'
import { streamsOf } from '../reading/looking-up.ts'

/** The nonce an event issues with a link. */
const issuedBy = (event: ContractEvent): string | null => {
  switch (event.type) {
    case 'contract-offered':
    case 'confirmation-asked':
    case 'attestation-kept':
    case 'attestation-corrected':
    case 'own-link-sent':
      return event.nonce
    case 'contract-attested':
      return event.confirmBy?.nonce ?? null
    default:
      return null
  }
}

/**
 * I24. A nonce is issued once, with one link to one contract, and is used for at most one word of its SME, on the very
 * contract and by the very link it was issued with.
 */
export const nonces: Invariant = {
  id: 'I24',
  says: {
    ja: 'リンクの番号は一度だけ発行され、使われるのも一度まで',
    en: 'each nonce issued once and used at most once',
  },
  check: (book, see) => {
    const issued = new Map<string, { readonly stream: string; readonly seq: number }>()
    for (const { id, entries } of streamsOf(book, 'contract')) {
      for (const { where, event, lies } of entries) {
        const nonce = issuedBy(event)
        if (nonce === null) continue
        const other = issued.get(nonce)
        see(where, other && `issues the nonce of ${other.stream}, ${other.seq}`)
        if (!other) issued.set(nonce, { stream: id, seq: lies.seq })
      }
    }
    const used = new Map<string, string>()
    for (const { entry, stream, link } of agreementsOf(book)) {
      const nonce = link?.nonce ?? ''
      const from = issued.get(nonce)
      see(
        entry.where,
        used.has(nonce) && `uses the nonce ${used.get(nonce)} used`,
        from?.stream !== stream.id && 'uses a nonce that was not issued to it',
        from?.stream === stream.id && from.seq >= entry.lies.seq && 'uses a nonce before it was issued',
      )
      used.set(nonce, entry.where)
    }
  },
}
