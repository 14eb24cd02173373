import type { Instant } from '../plain-date.ts'
import { linkOf, wrongCodesLeft } from './link.ts'
import type { LinkTrouble } from '../link-troubles.ts'
import type { Contract } from './states.ts'
import type { ContractEvent } from './events.ts'

/** The nonce of the link an event sends. */
export const nonceOf = (event: ContractEvent): string | undefined => {
  if ('nonce' in event) return event.nonce
  return event.type === 'contract-attested' ? event.confirmBy?.nonce : undefined
}

/** Trouble an event brings to the link that was open before it; undefined where it leaves it open. */
const endsLink = (event: ContractEvent): LinkTrouble | undefined => {
  if (nonceOf(event) !== undefined) return 'replaced'
  switch (event.type) {
    case 'contract-signed':
    case 'amendment-signed':
    case 'attestation-confirmed':
    case 'attestation-disputed':
      return 'answered'
    case 'contract-voided':
    case 'amendment-withdrawn':
      return event.reason === 'declined' ? 'answered' : 'withdrawn'
    case 'contract-revised':
    case 'takeover-opened':
    case 'amendment-proposed':
      return 'withdrawn'
    case 'contract-amended':
      return event.contactBefore === undefined ? undefined : 'replaced'
    case 'contract-ended':
      return 'ended'
    default:
      return undefined
  }
}

/** Reason why a link of a contract does not open at a moment, from what has happened since it was sent. */
export const whyDead = (
  contract: Contract,
  events: readonly ContractEvent[],
  nonce: string,
  at: Instant,
): LinkTrouble => {
  const link = linkOf(contract)
  if (link?.nonce === nonce) {
    if (wrongCodesLeft(link) <= 0) return 'wrongCodes'
    return at < link.expiresAt ? 'noCode' : 'expired'
  }
  const sent = events.findLastIndex((event) => nonceOf(event) === nonce)
  if (sent < 0) return 'unknown'
  return (
    events
      .slice(sent + 1)
      .map(endsLink)
      .find((why) => why !== undefined) ?? 'replaced'
  )
}
