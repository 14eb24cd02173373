import type { LiveContract } from '../shapes/contract.ts'
import type { KeptReseller } from '../shapes/reseller.ts'
import type { Invariant } from './invariant.ts'
import type { Book } from '../reading/book.ts'
import { kept, liveIn, soldBy } from '../reading/looking-up.ts'
import type { Stream } from '../reading/entries.ts'

/** A reseller that stopped holds a contract only until its takeover is settled, or before it was reached. */
const mayHold = (book: Book, { discontinued }: KeptReseller, { takeover }: LiveContract): boolean => {
  if (!discontinued) return true
  const { discontinuanceId } = discontinued
  if (takeover?.discontinuanceId === discontinuanceId) return takeover.stage !== 'settled'
  return kept(book, 'discontinuance', discontinuanceId)?.reached !== true
}

/** True where a reseller was authorized for a service on a day. */
const mayOn = ({ authorizations }: KeptReseller, serviceId: `svc_${string}`, day: string): boolean =>
  (authorizations[serviceId] ?? []).some(({ from, until }) => from <= day && (until === null || day <= until))

/**
 * I11. A live contract is of a registered service, and is held by the implementing entity, or by a reseller that was
 * approved and goes on, or by one that stopped and whose takeover is still open. Whoever sold it was authorized for the
 * service on the day it was signed (第1章2.(4)).
 */
export const whoMayServe: Invariant = {
  id: 'I11',
  says: {
    ja: '提供する者には提供の資格があるか、引継ぎの途中にある',
    en: 'whoever serves may serve, or is being taken over from',
  },
  check: (book, see) => {
    for (const { id, where, contract } of liveIn(book)) {
      const { deal, holder, signedOn } = contract
      const { entityId, serviceId } = deal
      const reseller = holder === entityId ? undefined : kept(book, 'reseller', holder)
      const stream = book.streams.get(id) as Stream<'contract'> | undefined
      const seller = (stream && soldBy(stream)) ?? deal.seller
      const sold = seller === entityId ? undefined : kept(book, 'reseller', seller)
      see(
        where,
        kept(book, 'service', serviceId)?.registration === null && 'is of a service that was never registered',
        holder !== entityId && !reseller && `is held by ${holder}, which is not known`,
        reseller?.stage === 'invited' && `is held by ${holder}, which was never approved`,
        reseller && !mayHold(book, reseller, contract) && `is held by ${holder}, whose takeover is over`,
        sold && !mayOn(sold, serviceId, signedOn) && `was sold by ${seller} on ${signedOn}, without being authorized`,
      )
    }
  },
}
