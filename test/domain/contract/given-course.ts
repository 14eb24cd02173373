import { day, sha256, today } from '../given.ts'
import { accepted, deal, explained, expiresAt, requested, toSign } from './given.ts'
import type { ContractRevision } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

/** What may befall the contract of these stories once it lives. */

export const renewal = { months: 12, noticeDays: 30 } as const
export const renewing: ContractRevision = { ...deal, renewal }
/** Another fee, from the next revision on. */
export const dearer: ContractRevision = {
  ...deal,
  monthlyFeeExTaxYen: 12_000,
  revision: 2,
  documentSha256: sha256('e'),
}
/** Nothing an item shows: a new person to sign. */
export const renamed: ContractRevision = { ...deal, revision: 2, documentSha256: sha256('f') }
/** The term that begins the day after the first one's last. */
export const nextTerm: ContractRevision = {
  ...deal,
  startOn: day('2029-10-15'),
  endOn: day('2030-10-14'),
  revision: 2,
  documentSha256: sha256('b'),
}
export const amendNonce = 'the-nonce-of-the-change'
export const ownNonce = 'the-nonce-of-the-page'

export const proposed = {
  type: 'amendment-proposed',
  kind: 'amendment',
  deal: dearer,
  changed: ['monthlyFee'],
  proposalSha256: sha256('c'),
} as const satisfies ContractEvent
export const renewalProposed = {
  ...proposed,
  kind: 'renewal',
  deal: nextTerm,
  changed: ['term'],
} as const satisfies ContractEvent
export const reoffered = { type: 'contract-offered', nonce: amendNonce, expiresAt } as const satisfies ContractEvent
export const changeSigned = {
  type: 'amendment-signed',
  signedOn: today,
  documentSha256: dearer.documentSha256,
  signatureSha256: sha256('8'),
} as const satisfies ContractEvent
export const renewalSigned = { ...changeSigned, documentSha256: nextTerm.documentSha256 } as const
export const ownLinkSent = { type: 'own-link-sent', nonce: ownNonce, expiresAt } as const satisfies ContractEvent
export const announced = {
  type: 'renewal-announced',
  endOn: deal.endOn,
  answerBy: day('2029-09-14'),
} as const satisfies ContractEvent
export const held = {
  type: 'renewal-held',
  departsFrom: ['第2章1.(7)エ'],
  wishedOn: null,
} as const satisfies ContractEvent
export const wishing = {
  type: 'cancellation-requested',
  on: day('2026-12-31'),
  penaltyExTaxYen: 4_900,
  wordSha256: sha256('5'),
} as const satisfies ContractEvent
export const leavingForGood = {
  type: 'cancellation-confirmed',
  penaltyExTaxYen: 4_900,
} as const satisfies ContractEvent

/** The story of a contract that renews itself: the same as of any other, with other terms. */
export const renewingStory: readonly ContractEvent[] = toSign.map((event) =>
  event.type === 'contract-drafted' ? { ...event, deal: renewing } : event,
)
export const toPropose = [...toSign, proposed] as const
export const toExplainAgain = [...toPropose, explained] as const
export const toOfferAgain = [...toExplainAgain, reoffered] as const
export const toEnterAgain = [...toOfferAgain, requested, accepted] as const
export const toSignAgain = [...toEnterAgain, changeSigned] as const
export const toAgreeNext = [
  ...toSign,
  renewalProposed,
  explained,
  reoffered,
  requested,
  accepted,
  renewalSigned,
] as const
export const toWish = [...toSign, wishing] as const
export const toLeave = [...toWish, leavingForGood] as const
export const toOwnPage = [...toSign, ownLinkSent, requested, accepted] as const
