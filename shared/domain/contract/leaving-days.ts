import { dayInWords, laterDay, type PlainDate } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import type { LiveContract } from './states.ts'

export type When = {
  readonly today: PlainDate
  /** True if the implementing entity decided, and said why, that the contract ends on a day that is past. */
  readonly earlierDecided?: boolean
}

/** The first day an SME can leave on: that of its present term; in its first term, the day it signed. */
export const termFrom = ({ deal, servedFrom, signedOn }: LiveContract): PlainDate =>
  deal.startOn > servedFrom ? deal.startOn : signedOn

/** The days an SME can leave on: from today to the last day of its term; today, where that is past and nothing followed. */
export const leavingDays = (
  contract: LiveContract,
  today: PlainDate,
): { readonly from: PlainDate; readonly until: PlainDate } => ({
  from: laterDay(termFrom(contract), today),
  until: laterDay(contract.deal.endOn, today),
})

/** A day that is past is not left on by asking: help given since, and the penalty, would be judged by another day. */
export const isPast = (on: PlainDate, today: PlainDate): Refusal<'out-of-order'> => ({
  kind: 'out-of-order',
  what: 'on',
  given: on,
  notBefore: today,
  why: {
    ja: `契約を終える日は、今日（${dayInWords(today)}）以後の日です。それより前の日にするには、実施主体の管理者が理由を示して決めます。`,
    en: `A contract is left today, ${today}, or later. For an earlier day an admin of the implementing entity decides, and says why.`,
  },
})
