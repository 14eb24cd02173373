import { later, type Instant } from '../plain-date.ts'
import type { BounceCause } from './contract-words.ts'
import type { ContractEvent } from './events.ts'
import { openLinkOf, wrongCodesLeft } from './link.ts'
import type { Contract } from './states.ts'

/** Time before a link runs out at which whoever has not signed with it is reminded. */
export const remindedAheadMs = 3 * 24 * 60 * 60 * 1000

/** The moment at which an SME is reminded of a link, if nothing was signed with it by then. */
export const reminderAt = ({ expiresAt }: { readonly expiresAt: Instant }): Instant =>
  later(expiresAt, -remindedAheadMs)

/** The link that a contract waits to be signed by; null where it waits for none. */
const linkToSignBy = (contract: Contract) => {
  const open = openLinkOf(contract)
  return open && (open.purpose === 'sign' || open.purpose === 'amend') ? open.link : null
}

/**
 * The moment for which the reminder of a link that was sent at an instant is put down: none where the link is not one to
 * sign by, was replaced or used, or has no more than the three days from its beginning.
 */
export const reminderDue = (contract: Contract, nonce: string, sentAt: Instant): Instant | null => {
  const link = linkToSignBy(contract)
  return link?.nonce === nonce && sentAt < reminderAt(link) ? reminderAt(link) : null
}

/**
 * Reminds an SME of the link it has not signed with, once, as whoever calls this sees to. Nothing where the link was used
 * or replaced, has run out or is worn out, or runs out later by now, since a code was asked for by letter.
 */
export const remindOfLink = (contract: Contract, nonce: string, at: Instant): readonly ContractEvent[] => {
  const link = linkToSignBy(contract)
  if (link?.nonce !== nonce || at < reminderAt(link) || at >= link.expiresAt || wrongCodesLeft(link) <= 0) return []
  const { expiresAt, codesSent } = link
  return [{ type: 'link-reminded', link: nonce, expiresAt, ...(codesSent > 0 ? { opened: true as const } : {}) }]
}

/** Notes that the letter of a link came back: of the one that is open only, for the one before has a successor. */
export const linkBounced = (
  contract: Contract,
  { nonce, ...letter }: { readonly nonce: string; readonly deliveryId: string; readonly cause: BounceCause },
): readonly ContractEvent[] =>
  openLinkOf(contract)?.link.nonce === nonce ? [{ type: 'link-bounced', link: nonce, ...letter }] : []
