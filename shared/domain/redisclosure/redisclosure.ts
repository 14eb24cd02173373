import type { DisclosureItemCode } from '../disclosure-items.ts'
import type { ContractId, EntityId, RedisclosureId, ServiceId } from '../ids.ts'
import type { Instant, PlainDate } from '../plain-date.ts'
import type { Missing, Refusal, RefusalKind } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import { itemsToSign } from './changed-items.ts'
import type { ConcludedStage } from '../contract/contract-words.ts'

export const redisclosureStages = ['open', 'closed'] as const
export type RedisclosureStage = (typeof redisclosureStages)[number]

/**
 * 再開示: a service reads differently from some version on, and everyone with a contract under an older one is to see
 * it anew by a day. `open` until nothing is left, or each contract that is has a reason on record; then `closed`.
 */
export type ExistingRedisclosure = {
  readonly stage: RedisclosureStage
  readonly redisclosureId: RedisclosureId
  readonly entityId: EntityId
  readonly serviceId: ServiceId
  readonly toVersion: number
  /** Every item that reads differently from some older version. */
  readonly items: readonly DisclosureItemCode[]
  /** Its last day in time. */
  readonly dueOn: PlainDate
  /** Number of contracts live under an older text when it was opened. */
  readonly contracts: number
  readonly openedBy: string
  readonly openedAt: Instant
}
export type Redisclosure = { readonly stage: 'none' } | ExistingRedisclosure

/** `told`: the SME was told without its signature. `left`: it stays under the old text, and a person says why. */
export type NoteOutcome = 'told' | 'left'

type Opened = Omit<ExistingRedisclosure, 'stage' | 'openedAt'>

export type RedisclosureEvent =
  | ({ readonly type: 'redisclosure-opened' } & Opened)
  | {
      readonly type: 'redisclosure-noted'
      readonly contractId: ContractId
      readonly outcome: NoteOutcome
      /** SHA-256 of the evidence document that says who told whom, or why it is left. */
      readonly noteSha256: string
    }
  | { readonly type: 'redisclosure-closed' }

export const noRedisclosure: Redisclosure = { stage: 'none' }

export const evolveRedisclosure = (state: Redisclosure, event: RedisclosureEvent, at: Instant): Redisclosure => {
  if (event.type === 'redisclosure-opened') {
    const { type: _, ...opened } = event
    return { ...opened, stage: 'open', openedAt: at }
  }
  if (state.stage === 'none') return state
  // Notes are read from the ledger: a row that held them all would grow with every contract.
  return event.type === 'redisclosure-closed' ? { ...state, stage: 'closed' } : state
}

type Decided<Kind extends RefusalKind> = Result<readonly RedisclosureEvent[], Refusal<Kind>>

/** Opened for a version that is on offer and reads differently; due today at the earliest. */
export const openRedisclosure = (
  opening: Opened,
  { published, today }: { readonly published: boolean; readonly today: PlainDate },
): Decided<'wrong-stage' | 'does-not-fit' | 'out-of-order'> => {
  const { items, dueOn, toVersion } = opening
  if (!published) return refuse({ kind: 'wrong-stage', what: 'serviceVersion', stage: 'drafted', needs: ['published'] })
  if (items.length === 0)
    return refuse({
      kind: 'does-not-fit',
      what: 'number',
      given: String(toVersion),
      needs: 'a version that reads differently',
    })
  if (dueOn < today) return refuse({ kind: 'out-of-order', what: 'dueOn', given: dueOn, notBefore: today })
  return ok([{ type: 'redisclosure-opened', ...opening }])
}

const open = (state: ExistingRedisclosure) =>
  state.stage === 'open'
    ? undefined
    : refuse<Refusal<'wrong-stage'>>({ kind: 'wrong-stage', what: 'redisclosure', stage: state.stage, needs: ['open'] })

/** A contract a campaign is about: under an older text, and not signed anew. */
export type OldContract = {
  readonly contractId: ContractId
  readonly stage: ConcludedStage
  /** The items that read differently for this very contract. */
  readonly items: readonly DisclosureItemCode[]
  /** True if it was live already when the campaign was opened; a paper contract that turned up later was not. */
  readonly counted: boolean
}
export type Notes = ReadonlyMap<ContractId, NoteOutcome>

/** Records that an SME was told, or why it is left. Told suffices only where no changed item takes a signature. */
export const noteContract = (
  state: ExistingRedisclosure,
  { contractId, stage, items }: OldContract,
  { outcome, noteSha256, before }: { outcome: NoteOutcome; noteSha256: string; before: NoteOutcome | undefined },
): Decided<'wrong-stage' | 'does-not-fit'> => {
  const no = open(state)
  if (no) return no
  if (stage !== 'live') return refuse({ kind: 'wrong-stage', what: 'contract', stage, needs: ['live'] })
  // A reason may be followed by the telling itself; what is told stays told.
  if (before === 'told')
    return refuse({ kind: 'wrong-stage', what: 'contract', stage: 'told', needs: ['open', 'left'] })
  const toSign = itemsToSign(items)
  if (outcome === 'told' && toSign.length > 0) {
    const needs = 'an amendment that the SME signs'
    return refuse({ kind: 'does-not-fit', what: 'items', given: toSign.join(', '), needs })
  }
  return ok([{ type: 'redisclosure-noted', contractId, outcome, noteSha256 }])
}

type StandingOfContract = NoteOutcome | 'ended' | 'open' | 'overdue'

/** Standing of one contract. The due day itself is still in time. */
export const standingOf = (
  { dueOn }: Pick<ExistingRedisclosure, 'dueOn'>,
  { contractId, stage }: OldContract,
  notes: Notes,
  today: PlainDate,
): StandingOfContract => {
  const note = notes.get(contractId)
  if (note === 'told') return 'told'
  if (stage === 'ended') return 'ended'
  return note ?? (today > dueOn ? 'overdue' : 'open')
}

export type Progress = Readonly<Record<StandingOfContract | 'contracts' | 'amended', number>>

/**
 * Progress of the campaign. Whoever was counted at the opening and is no longer under an older text was amended; a
 * paper contract that turned up later joins the count while it is under one.
 */
export const progressOf = (
  state: ExistingRedisclosure,
  contracts: readonly OldContract[],
  notes: Notes,
  today: PlainDate,
): Progress => {
  const counts = { told: 0, left: 0, ended: 0, open: 0, overdue: 0 }
  for (const one of contracts) counts[standingOf(state, one, notes, today)] += 1
  const counted = contracts.filter((one) => one.counted).length
  return {
    ...counts,
    contracts: state.contracts + contracts.length - counted,
    amended: Math.max(0, state.contracts - counted),
  }
}

const examplesShown = 5

/** Closed only when nothing is left without a reason; otherwise everything that is. */
export const closeRedisclosure = (
  state: ExistingRedisclosure,
  contracts: readonly OldContract[],
  notes: Notes,
  today: PlainDate,
): Decided<'wrong-stage' | 'incomplete'> => {
  const no = open(state)
  if (no) return no
  const left = contracts.filter((one) => ['open', 'overdue'].includes(standingOf(state, one, notes, today)))
  if (left.length === 0) return ok([{ type: 'redisclosure-closed' }])
  const missing: Missing = {
    code: 'contracts',
    suppliedBy: 'implementingEntity',
    why: {
      ja: '新しい開示の届いていない契約が残っています。改める、知らせる、又は残す理由を記録してください。',
      en: 'Some contracts are still under the old text: amend them, tell the SME, or record why they are left.',
    },
    count: left.length,
    examples: left.slice(0, examplesShown).map(({ contractId }) => contractId),
  }
  return refuse({ kind: 'incomplete', what: 'redisclosure', missing: [missing] })
}
