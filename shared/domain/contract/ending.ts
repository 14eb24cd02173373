import { dayInJapan, daysAfter, type PlainDate } from '../plain-date.ts'
import type { Missing, Refusal, RefusalKind } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Ending } from './contract-words.ts'
import { isPast, leavingDays, termFrom, type When } from './leaving-days.ts'
import type { CancellationRequest, EndedContract, ExistingContract, LiveContract } from './states.ts'
import type { ContractEvent } from './events.ts'
import { wrongStage, quietLive } from './in-stage.ts'

type Decided<Kind extends RefusalKind> = Result<readonly ContractEvent[], Refusal<Kind>>

const openTakeover = ({ takeover }: LiveContract): boolean => takeover !== null && takeover.stage !== 'settled'

/** Penalty an SME pays for leaving now as it wished to: nothing inside an open takeover, else what it was shown. */
export const penaltyDue = (contract: LiveContract | EndedContract, { penaltyExTaxYen }: CancellationRequest): number =>
  contract.stage === 'live' && openTakeover(contract) ? 0 : penaltyExTaxYen

/** A wish to leave can be confirmed for this many days after its day, or after it was asked (our own choice). */
export const wishStandsForDays = 14

/** The SME's wish to leave within the present term, not confirmed yet. */
export const openWish = (contract: LiveContract): CancellationRequest | null => {
  const { leaving } = contract
  return leaving && !leaving.confirmed && leaving.on >= termFrom(contract) ? leaving : null
}

/**
 * Refusal of a wish that cannot be confirmed any more: its term gave way to another, or it was left lying. It is asked
 * anew.
 */
const overtaken = (
  contract: LiveContract,
  { on, requestedAt }: CancellationRequest,
  today: PlainDate,
): Refusal<'wish-overtaken'> | undefined => {
  const from = termFrom(contract)
  if (on < from) return { kind: 'wish-overtaken', on, by: 'newTerm', since: from }
  const asked = dayInJapan(requestedAt)
  const until = daysAfter(on > asked ? on : asked, wishStandsForDays)
  return today > until ? { kind: 'wish-overtaken', on, by: 'time', since: daysAfter(until, 1) } : undefined
}

type Asking = {
  readonly on: PlainDate
  readonly wordSha256: string
  /** True if a ground in law or in the terms was named. */
  readonly ground: boolean
}
type Terms = { readonly penaltyExTaxYen: number; readonly mayCancelAnyTime: boolean }

/**
 * The SME asks to leave, today or on a later day; nothing ends yet. It is told what that costs, and confirms or lets it
 * be. While its reseller's discontinuance is settled, it may always leave, and at no cost. Asked again, the later wish
 * stands. A term that is over and was followed by another is not left any more.
 */
export const requestCancellation = (
  contract: ExistingContract,
  { on, wordSha256, ground }: Asking,
  { penaltyExTaxYen, mayCancelAnyTime }: Terms,
  { today, earlierDecided = false }: When,
): Decided<'wrong-stage' | 'out-of-order' | 'does-not-fit'> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  const { deal } = contract
  const from = termFrom(contract)
  if (on < from) return refuse({ kind: 'out-of-order', what: 'on', given: on, notBefore: from })
  if (on < today && !earlierDecided) return refuse(isPast(on, today))
  const { until } = leavingDays(contract, today)
  if (on > until) return refuse({ kind: 'does-not-fit', what: 'on', given: on, needs: `no day after ${until}` })
  const free = openTakeover(contract)
  if (!mayCancelAnyTime && on < deal.endOn && !ground && !free)
    return refuse({ kind: 'does-not-fit', what: 'ground', given: '', needs: 'a ground in law or in the terms' })
  return ok([{ type: 'cancellation-requested', on, wordSha256, penaltyExTaxYen: free ? 0 : penaltyExTaxYen }])
}

const noRequest = refuse<Refusal<'wrong-stage'>>({
  kind: 'wrong-stage',
  what: 'cancellation',
  stage: 'none',
  needs: ['requested'],
})

/** The evidence document that says who spoke for the SME; none where a seller puts its word on record. */
type SpokenBy = { readonly spokenSha256?: string }
const spokenBy = ({ spokenSha256 }: SpokenBy): SpokenBy => (spokenSha256 === undefined ? {} : { spokenSha256 })

/** The SME changes its mind, as long as the contract stands. */
export const withdrawCancellation = (contract: ExistingContract, by: SpokenBy = {}): Decided<'wrong-stage'> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  return contract.leaving ? ok([{ type: 'cancellation-withdrawn', ...spokenBy(by) }]) : noRequest
}

/**
 * The SME confirms, naming the penalty it was shown. Its contract ends at once where the day has come, and after its
 * last day otherwise. Inside an open takeover that settles the takeover as well, at no cost. A wish for a day before the
 * present term, or one that was left lying, is not confirmed: it is asked anew, with the price as it is then.
 */
export const confirmCancellation = (
  contract: ExistingContract,
  { penaltyExTaxYen, ...by }: SpokenBy & { readonly penaltyExTaxYen: number },
  { today }: { readonly today: PlainDate },
): Decided<'wrong-stage' | 'does-not-fit' | 'wish-overtaken'> => {
  if (contract.stage !== 'live') return wrongStage(contract, 'live')
  const { leaving } = contract
  if (!leaving) return noRequest
  if (leaving.confirmed)
    return refuse({ kind: 'wrong-stage', what: 'cancellation', stage: 'confirmed', needs: ['requested'] })
  const late = overtaken(contract, leaving, today)
  if (late) return refuse(late)
  // A change signed since then may have brought the last day of the term forward.
  const { until } = leavingDays(contract, dayInJapan(leaving.requestedAt))
  if (leaving.on > until)
    return refuse({ kind: 'does-not-fit', what: 'on', given: leaving.on, needs: `no day after ${until}` })
  const due = penaltyDue(contract, leaving)
  if (penaltyExTaxYen !== due)
    return refuse({ kind: 'does-not-fit', what: 'penaltyExTaxYen', given: String(penaltyExTaxYen), needs: String(due) })
  const { on, wordSha256 } = leaving
  if (on > today) return ok([{ type: 'cancellation-confirmed', penaltyExTaxYen: due, ...spokenBy(by) }])
  return ok(endingOf(contract, { on, wordSha256, ending: 'cancelledBySme', ...spokenBy(by) }))
}

type Ends = SpokenBy & { readonly on: PlainDate; readonly ending: Ending; readonly wordSha256: string }

/** The end of a contract; inside an open takeover it settles that too, and nothing is owed to the SME any more. */
export const endingOf = (contract: LiveContract, { on, ending, wordSha256, ...by }: Ends): readonly ContractEvent[] => {
  if (openTakeover(contract))
    return [
      { type: 'takeover-settled', settlement: 'endedBySme', holder: contract.holder, consentSha256: wordSha256 },
      { type: 'contract-ended', on, ending: 'endedInTakeover', wordSha256, penaltyExTaxYen: 0, ...spokenBy(by) },
    ]
  const penaltyExTaxYen = ending === 'cancelledBySme' ? (contract.leaving?.penaltyExTaxYen ?? 0) : 0
  return [{ type: 'contract-ended', on, ending, wordSha256, penaltyExTaxYen, ...spokenBy(by) }]
}

/**
 * Grounds on which a seller may end a contract against the SME's will. The first two need a warning and time to mend.
 */
export const terminationGrounds = ['nonPayment', 'breach', 'antisocialForces', 'insolvency', 'agreed'] as const
type TerminationGround = (typeof terminationGrounds)[number]

const needsWarning = (ground: TerminationGround): boolean => ground === 'nonPayment' || ground === 'breach'

const unwarned: Missing = {
  code: 'warning',
  suppliedBy: 'implementingEntity',
  why: {
    ja: '不払い・契約違反による解除には、催告した日と、その日より後の履行の期限の記録が要ります（民法541条）。',
    en: 'To terminate for non-payment or breach, the day of the demand and a later day to mend it by must be on record (Civil Code art. 541).',
  },
}

type Terminating = {
  readonly ground: TerminationGround
  readonly on: PlainDate
  /** Day on which the SME was warned, and the one until which it could mend the breach. */
  readonly warned: { readonly on: PlainDate; readonly mendBy: PlainDate } | null
  readonly wordSha256: string
}

/**
 * Ends a contract for cause, or as both sides agreed. Never while a takeover is open: who is being taken over is not put
 * out. What is agreed ends today, as leaving does.
 */
export const terminateContract = (
  contract: ExistingContract,
  { ground, on, warned, wordSha256 }: Terminating,
  { today, earlierDecided = false }: When,
): Decided<'wrong-stage' | 'out-of-order' | 'incomplete'> => {
  const live = quietLive(contract)
  if (!live.ok) return live
  const { signedOn } = live.value
  if (on < signedOn) return refuse({ kind: 'out-of-order', what: 'on', given: on, notBefore: signedOn })
  if (ground === 'agreed' && on < today && !earlierDecided) return refuse(isPast(on, today))
  if (on > today) return refuse({ kind: 'out-of-order', what: 'on', given: today, notBefore: on })
  if (needsWarning(ground)) {
    if (!warned || warned.mendBy <= warned.on)
      return refuse({ kind: 'incomplete', what: 'warning', missing: [unwarned] })
    if (on <= warned.mendBy) return refuse({ kind: 'out-of-order', what: 'on', given: on, notBefore: warned.mendBy })
  }
  return ok(endingOf(live.value, { on, wordSha256, ending: 'terminated' }))
}

/** Records that a contract never stood, such as one the SME disputed with reason. It ends on the day of the record. */
export const annulContract = (
  contract: ExistingContract,
  wordSha256: string,
  { today }: { readonly today: PlainDate },
): Decided<'wrong-stage'> => {
  const live = quietLive(contract)
  return live.ok ? ok(endingOf(live.value, { on: today, wordSha256, ending: 'annulled' })) : live
}
