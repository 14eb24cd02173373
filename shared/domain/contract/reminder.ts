import { later, type Instant } from '../plain-date.ts'
import type { BounceCause } from './contract-words.ts'
import type { ContractEvent } from './events.ts'
import { openLinkOf, wrongCodesLeft, type OpenLink } from './link.ts'
import type { Contract } from './states.ts'

/** Time before a link runs out at which whoever has not answered by it is reminded. */
export const remindedAheadMs = 3 * 24 * 60 * 60 * 1000

/** The moment at which an SME is reminded of a link, if it was not answered by then. */
const reminderAt = ({ expiresAt }: { readonly expiresAt: Instant }): Instant => later(expiresAt, -remindedAheadMs)

/** The link that a contract waits for an answer by; null where it waits for none: the SME's own page asks nothing. */
const linkToAnswerBy = (contract: Contract): OpenLink | null => {
  const open = openLinkOf(contract)
  return open && open.purpose !== 'own' ? open : null
}

/**
 * The moment for which the reminder of a link that was sent at an instant is put down: none where the link asks for no
 * answer, was replaced or used, or has no more than the three days from its beginning.
 */
export const reminderDue = (contract: Contract, nonce: string, sentAt: Instant): Instant | null => {
  const link = linkToAnswerBy(contract)?.link
  return link?.nonce === nonce && sentAt < reminderAt(link) ? reminderAt(link) : null
}

/**
 * Reminds an SME of the link it has not answered by, once, as whoever calls this sees to. Nothing where the link was used
 * or replaced, has run out or is worn out, or runs out later by now, since a code was asked for by letter.
 */
export const remindOfLink = (contract: Contract, nonce: string, at: Instant): readonly ContractEvent[] => {
  const open = linkToAnswerBy(contract)
  if (open?.link.nonce !== nonce) return []
  const { expiresAt, codesSent } = open.link
  if (at < reminderAt(open.link) || at >= expiresAt || wrongCodesLeft(open.link) <= 0) return []
  const opened = codesSent > 0 ? { opened: true as const } : {}
  const toConfirm = open.purpose === 'confirm' ? { toConfirm: true as const } : {}
  return [{ type: 'link-reminded', link: nonce, expiresAt, ...opened, ...toConfirm }]
}

/** Notes that the letter of a link came back: of the one that is open only, for the one before has a successor. */
export const linkBounced = (
  contract: Contract,
  { nonce, ...letter }: { readonly nonce: string; readonly deliveryId: string; readonly cause: BounceCause },
): readonly ContractEvent[] =>
  openLinkOf(contract)?.link.nonce === nonce ? [{ type: 'link-bounced', link: nonce, ...letter }] : []
