/*
 * The closed words of a contract. Types, API and stored form all take them from here: a new word is added once, and a
 * row that says a word which is not in its list is refused by name.
 */

export const contractStages = ['drafted', 'offered', 'live', 'ended', 'void'] as const

/** How it became live: by the SME's own signature, or attested from paper by its seller. */
export const entries = ['signed', 'attested'] as const
export type Entry = (typeof entries)[number]

export const explanationMethods = ['oral', 'written'] as const
export type ExplanationMethod = (typeof explanationMethods)[number]

export const noticeWays = ['mail', 'phone', 'both', 'nothing'] as const
export type NoticeWay = (typeof noticeWays)[number]

export const confirmationStages = ['given', 'awaiting', 'confirmed', 'disputed'] as const

export const takeoverStages = ['opened', 'told', 'settled'] as const
export type TakeoverStage = (typeof takeoverStages)[number]

/** How a takeover was settled. Only a move changes the counterparty, and only with the SME's consent (民法539条の2). */
export const settlements = [
  'servedByImplementingEntity',
  'movedToImplementingEntity',
  'movedToReseller',
  'endedBySme',
] as const
export type Settlement = (typeof settlements)[number]

export const voidReasons = ['withdrawn', 'declined', 'sellerDiscontinued'] as const
export type VoidReason = (typeof voidReasons)[number]
