import { type CoverageArea, coverageAreas } from '../contract/contract-words.ts'
import { movesByAdvanceConsent, applyDiscontinuance } from '../contract/takeover.ts'
import type { DiscontinuanceId, OperationId } from '../ids.ts'
import { daysAfter, type Instant, type PlainDate } from '../plain-date.ts'
import type { Words } from '../words.ts'
import { type Insurance, hasMonitoringDevices } from '../service/facts.ts'
import type { HandoverCode, HandoverStage } from './handover.ts'
import type { ExistingContract, LiveContract } from '../contract/states.ts'

/** Weaknesses that would make the takeover of one contract harder than it need be. */
export const weaknesses = [
  'noContact',
  'lettersReturned',
  'noMail',
  'noAdvanceConsent',
  'notConfirmed',
  'insuredByReseller',
  'underWay',
] as const
export type Weakness = (typeof weaknesses)[number]

export const labelOfWeakness: Readonly<Record<Weakness, Words>> = {
  noContact: { ja: '連絡先がない', en: 'no contact' },
  lettersReturned: { ja: '直近のメールが戻ってきた', en: 'the last letter came back' },
  noMail: { ja: 'メールがなく電話だけ', en: 'phone but no mail' },
  noAdvanceConsent: { ja: '契約の移転の事前の承諾がない', en: 'no consent in advance' },
  notConfirmed: { ja: '紙の契約をユーザーが確かめていない', en: 'not confirmed by its user' },
  insuredByReseller: { ja: '保険契約者が再販協力会社', en: 'insured by the reseller' },
  underWay: { ja: '変更か解約の手続の途中', en: 'a change or cancellation under way' },
}

/** Fate of a contract in a takeover: it is taken over, void, or left alone. */
type Fate = 'takenOver' | 'voided' | 'leftAlone'

/** Findings of a drill on one contract. */
export type Rehearsed = {
  readonly fate: Fate
  readonly weaknesses: readonly Weakness[]
  /** The facets of its coverage that would be lost. */
  readonly gaps: readonly CoverageArea[]
}

export type Beside = {
  readonly policyholder: Insurance['policyholder']
  /** True where the last letter to its SME came back. */
  readonly letterReturned: boolean
  readonly handover: Readonly<Record<HandoverCode, HandoverStage>>
}

const fates = { 'takeover-opened': 'takenOver', 'contract-voided': 'voided' } as const

/**
 * Rehearse the takeover of a contract of the reseller as if it began now, by the very decision the takeover takes; and
 * tell, as we read the facts there are (当社解釈), what its SME would be left without.
 */
export const rehearseContract = (
  contract: ExistingContract,
  beside: Beside,
  takeover: { readonly discontinuanceId: DiscontinuanceId; readonly since: Instant },
): Rehearsed => {
  const [event] = applyDiscontinuance(contract, takeover)
  const fate = event ? fates[event.type as keyof typeof fates] : 'leftAlone'
  if (contract.stage !== 'live' || fate !== 'takenOver') return { fate, weaknesses: [], gaps: [] }
  return { fate, weaknesses: weaknessesOf(contract, beside), gaps: gapsOf(contract, beside) }
}

const contactOf = ({ deal }: LiveContract, letterReturned: boolean): Weakness | null => {
  switch (deal.noticeBy) {
    case 'nothing':
      return 'noContact'
    case 'phone':
      return 'noMail'
    case 'mail':
    case 'both':
      return letterReturned ? 'lettersReturned' : null
  }
}

const weaknessesOf = (contract: LiveContract, { policyholder, letterReturned }: Beside): readonly Weakness[] => {
  const contact = contactOf(contract, letterReturned)
  const { stage } = contract.confirmation
  const found = {
    noContact: contact === 'noContact',
    lettersReturned: contact === 'lettersReturned',
    noMail: contact === 'noMail',
    noAdvanceConsent: !movesByAdvanceConsent(contract, 'movedToImplementingEntity'),
    notConfirmed: stage === 'awaiting' || stage === 'disputed',
    insuredByReseller: policyholder === 'reseller',
    underWay: contract.proposal !== null || contract.leaving !== null,
  }
  return weaknesses.filter((one) => found[one])
}

/** Old is better than nothing: only what is not there, or goes with the reseller, leaves somebody without. */
const inHand = (stage: HandoverStage): boolean => stage === 'current' || stage === 'stale'

const gapsOf = (contract: LiveContract, beside: Beside): readonly CoverageArea[] => {
  const { policyholder, letterReturned, handover } = beside
  const { noticeBy, monitoringType } = contract.deal
  const cutOff = noticeBy === 'nothing' || (noticeBy === 'mail' && letterReturned)
  const hasDevices = hasMonitoringDevices[monitoringType]
  const lost: Readonly<Record<CoverageArea, boolean>> = {
    monitoring: !inHand(handover.credentialsCustody) || (hasDevices && !inHand(handover.deviceInventory)),
    contact: cutOff && !inHand(handover.contactList),
    insurance: policyholder === 'reseller',
  }
  return coverageAreas.filter((facet) => lost[facet])
}

/** The same, counted over a book. */
export type Tally = {
  /** Contracts that would be taken over. */
  readonly contracts: number
  /** Drafts and offers that would be void. */
  readonly voided: number
  /** Contracts whose SME would be left without anything, and without what. */
  readonly wouldGap: number
  readonly gaps: Readonly<Record<CoverageArea, number>>
  readonly weak: Readonly<Record<Weakness, number>>
}

export const emptyTally: Tally = {
  contracts: 0,
  voided: 0,
  wouldGap: 0,
  gaps: { monitoring: 0, contact: 0, insurance: 0 },
  weak: {
    noContact: 0,
    lettersReturned: 0,
    noMail: 0,
    noAdvanceConsent: 0,
    notConfirmed: 0,
    insuredByReseller: 0,
    underWay: 0,
  },
}

const counting = <Name extends string>(
  counts: Readonly<Record<Name, number>>,
  found: readonly Name[],
): Readonly<Record<Name, number>> => ({
  ...counts,
  ...Object.fromEntries(found.map((name) => [name, counts[name] + 1])),
})

export const tallied = (tally: Tally, { fate, weaknesses: weak, gaps }: Rehearsed): Tally => ({
  contracts: tally.contracts + (fate === 'takenOver' ? 1 : 0),
  voided: tally.voided + (fate === 'voided' ? 1 : 0),
  wouldGap: tally.wouldGap + (gaps.length > 0 ? 1 : 0),
  gaps: counting(tally.gaps, gaps),
  weak: counting(tally.weak, weak),
})

/** Days for which a drill tells something (当社解釈): after them one is reminded, and nothing else happens. */
const drillGoodForDays = 90
export const drillGoodUntil = (on: PlainDate): PlainDate => daysAfter(on, drillGoodForDays)

/** True if one is asked for another drill: where there was none, and from the day after the last is good for on. */
export const drillDueOn = (drill: Pick<Drill, 'on'> | undefined, today: PlainDate): boolean =>
  !drill || today > drillGoodUntil(drill.on)

/** The latest drill of a reseller, as far as its readiness follows from it. */
export type Drill = {
  readonly operationId: OperationId
  readonly on: PlainDate
  readonly tally: Tally
  /** The score of that day, in tenths of a point. */
  readonly scoreTenths: number
  /** SHA-256 of the evidence document with all it found, and the number that document bears. */
  readonly sha256: string
  readonly paper: number
}
export type DrillEvent = { readonly type: 'drill-run' } & Drill

/** A takeover's pace where none was ever measured: what its bench must reach, 10,000 contracts a minute. */
export const promisedPerMinute = 10_000
const readings = 3

/**
 * Seconds a takeover would take: writing at the pace of the last one there was, else at the promised one, and reading
 * the book three times, as long as the drill took for it: twice to freeze the list, once to find nothing left.
 */
export const takeoverSeconds = (
  contracts: number,
  { perMinute, readMs }: { readonly perMinute: number | null; readonly readMs: number },
): number => Math.ceil((contracts * 60) / (perMinute ?? promisedPerMinute) + (readings * readMs) / 1_000)
