import { daysAfter, laterDay, type PlainDate } from '../plain-date.ts'
import type { Breach } from '../refusal.ts'
import { endingOf, openWish } from './ending.ts'
import { clausesOf } from './incident.ts'
import type { ContractRevision, ExistingContract, LiveContract } from './states.ts'
import type { ContractEvent } from './events.ts'
import { announcedDaysAhead } from './term-bounds.ts'

/** Action a day brings to a live contract, without anyone asking for it. */
export type ScheduledAction = 'reach' | 'leave' | 'announce' | 'begin' | 'renew' | 'hold' | 'expire'

type Due = { readonly turn: ScheduledAction; readonly on: PlainDate }

/**
 * The next thing a calendar brings to a contract, and the day it comes: another contact, or a turn of its term. That is none for what is not live, and while a takeover
 * is open or a renewal is held: then nobody loses its service by the calendar alone. Nor is anybody bound by it alone:
 * while the SME has said that it wants to leave, its contract does not renew itself.
 */
export const nextTurn = (contract: ExistingContract): Due | null => {
  if (contract.stage !== 'live') return null
  const { contactFrom } = contract
  const ofTerm = nextOfTerm(contract)
  return contactFrom && !(ofTerm && ofTerm.on < contactFrom) ? { turn: 'reach', on: contactFrom } : ofTerm
}

const nextOfTerm = (contract: LiveContract): Due | null => {
  const { deal, leaving, takeover, next, announced } = contract
  if (leaving?.confirmed) return { turn: 'leave', on: daysAfter(leaving.on, 1) }
  if (takeover && takeover.stage !== 'settled') return null
  const over = daysAfter(deal.endOn, 1)
  if (next) return { turn: 'begin', on: over }
  if (!deal.renewal) return { turn: 'expire', on: over }
  if (!announced) return { turn: 'announce', on: daysAfter(deal.endOn, -deal.renewal.noticeDays - announcedDaysAhead) }
  if (announced.held) return null
  // Only whom a person told late, since no letter reached it, may answer after the last day.
  return { turn: atTheEnd(contract), on: laterDay(over, daysAfter(announced.answerBy, 1)) }
}

/** Action at the end of a term that renews itself: no day without a term, unless the SME has said it wants to leave. */
const atTheEnd = (contract: LiveContract): 'hold' | 'renew' => (openWish(contract) ? 'hold' : 'renew')

/** The turn that has come by a day. Nothing is announced of a term that is over: an answer could not come in time. */
export const turnBy = (contract: ExistingContract, today: PlainDate): ScheduledAction | null => {
  const due = nextTurn(contract)
  if (!due || due.on > today || contract.stage !== 'live') return null
  return due.turn === 'announce' && today > contract.deal.endOn ? atTheEnd(contract) : due.turn
}

/**
 * Day until which an SME that is told today can say that it does not want to go on. Told late, it has its thirty days
 * all the same, as far as the term has them: its last day is always the last to answer on.
 */
export const answerByOf = ({ endOn, renewal }: ContractRevision, today: PlainDate): PlainDate => {
  const inTime = laterDay(daysAfter(endOn, -(renewal?.noticeDays ?? 0)), daysAfter(today, announcedDaysAhead))
  return inTime < endOn ? inTime : endOn
}

/**
 * The same where a letter did not reach it and a person told it on a day, whenever that was: it has its thirty days from
 * then, also beyond the end of the term, for which the contract waits.
 */
export const answerByWhenTold = ({ endOn, renewal }: ContractRevision, toldOn: PlainDate): PlainDate =>
  laterDay(daysAfter(endOn, -(renewal?.noticeDays ?? 0)), daysAfter(toldOn, announcedDaysAhead))

type Turning = {
  readonly turn: ScheduledAction
  readonly today: PlainDate
  /** The revision of the next term, compiled and judged; null for turns that need none. */
  readonly renewed: { readonly deal: ContractRevision; readonly breaches: readonly Breach[] } | null
}

/** Events the calendar writes down for a scheduled action. */
export const takeTurn = (contract: LiveContract, { turn, today, renewed }: Turning): readonly ContractEvent[] => {
  const { deal, leaving } = contract
  switch (turn) {
    case 'reach':
      // Made by its texts, and no turn of the term.
      return []
    case 'leave':
      return leaving
        ? endingOf(contract, { on: leaving.on, ending: 'cancelledBySme', wordSha256: leaving.wordSha256 })
        : []
    case 'announce':
      return [{ type: 'renewal-announced', endOn: deal.endOn, answerBy: answerByOf(deal, today) }]
    case 'begin':
      return [{ type: 'term-begun' }]
    case 'renew':
      if (!renewed) return []
      return renewed.breaches.length > 0
        ? [{ type: 'renewal-held', departsFrom: clausesOf(renewed.breaches), wishedOn: null }]
        : [{ type: 'contract-renewed', deal: renewed.deal }]
    case 'hold':
      return [{ type: 'renewal-held', departsFrom: [], wishedOn: leaving?.on ?? null }]
    case 'expire':
      return [{ type: 'contract-ended', on: deal.endOn, ending: 'expired', wordSha256: null, penaltyExTaxYen: 0 }]
  }
}
