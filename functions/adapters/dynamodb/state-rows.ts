import type { AggregateKind, StateOf } from '../../../shared/domain/aggregates/aggregates.ts'
import { nextOverdueOn } from '../../../shared/domain/discontinuance/keeping-obligations.ts'
import { nextTurn } from '../../../shared/domain/contract/term.ts'
import { isInQuarantine } from '../../../shared/domain/file/file.ts'
import { ownSuffix, shardOf, type EntityId } from '../../../shared/domain/ids.ts'
import { clearExportFrom } from '../../../shared/domain/platform/operation.ts'
import { daysAfter, later, startOfDayInJapan, type Instant, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { lapsesOfReseller } from '../../../shared/domain/reseller/lapses.ts'
import { lapsesOfService } from '../../../shared/domain/service/lapses.ts'
import { requirementsDueNext } from '../../../shared/domain/reseller/past-due.ts'
import type { Change, Versioned, LedgerPosition } from '../../ports/records.ts'
import { actsAs } from './acting-member.ts'
import { stateForms, type StateKind } from './forms/state-forms.ts'
import type { StoredForm } from './forms/stored-form.ts'
import { atMs, longHash, shortHash } from './forms/values.ts'
import type { HeadPlace } from './contract-row/assembly.ts'
import { readHead, writeHead } from './contract-row/head.ts'
import {
  clearingPartition,
  contractOfHead,
  filesOf,
  headKey,
  lapsePartition,
  lapseSort,
  membersOf,
  obligationPartition,
  stateKey,
  termPartition,
  watchPartition,
} from './keys.ts'
import type { Row } from './read.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'

/** The row an aggregate's state is read from. */
export const stateRow = (change: Change, chain: string): Row => {
  const stamped = { v: change.from.version + change.events.length, h: shortHash(chain), u: Date.parse(change.at) }
  if (change.kind === 'contract') {
    if (change.state.stage === 'none' || change.name === undefined)
      throw new Error('a contract row needs a contract and a name')
    return { ...headRow(change.state, change.name), ...stamped }
  }
  const { state } = change
  if (state.stage === 'none') throw new Error(`nothing to keep of ${change.id}`)
  const entityId = 'entityId' in state ? state.entityId : null
  return {
    ...stateKey(change.kind, change.id, entityId),
    t: change.kind,
    s: stateText(change),
    ...marksOf(change),
    ...stamped,
  }
}

/** State of an aggregate, as far as indexes ask. */
type Held = {
  readonly [Kind in AggregateKind]: { readonly kind: Kind; readonly id: string; readonly state: StateOf<Kind> }
}[AggregateKind]

/** The attributes by which indexes find a thing other than a contract. */
export const marksOf = (kept: Held): Marks => ({
  ...listingOf(kept),
  ...watchMark(kept),
  ...obligationMark(kept),
  ...(kept.kind === 'member' && kept.state.stage !== 'none' ? { a: actsAs(kept.state) } : {}),
})

export type Marks = {
  /** The role in which a member may act. */
  readonly a?: string
  readonly ep?: string
  readonly es?: string
  readonly pp?: string
  readonly ps?: string
  readonly dp?: string
  readonly ds?: string
}

/**
 * Under what a thing is listed beside its own place: a report by its addressee, a person by the organization, an export
 * by the day its files go.
 */
const listingOf = ({ kind, id, state }: Held): Marks => {
  if (kind === 'submission' && 'to' in state) return { pp: state.to, ps: id }
  if (kind === 'file' && 'of' in state) return { ep: filesOf(state.entityId), es: id, pp: filesOf(state.of), ps: id }
  if (kind === 'member' && 'membership' in state) return { pp: membersOf(state.membership), ps: id }
  if (kind === 'operation' && state.stage !== 'none') {
    const goesOn = clearExportFrom(state)
    if (goesOn) return { dp: clearingPartition, ds: termDay(goesOn) }
  }
  if (kind === 'service' && state.stage !== 'none') return lapseMark(lapsesOfService(state), id)
  if (kind === 'reseller' && state.stage !== 'none') return lapseMark(lapsesOfReseller(state), id)
  return {}
}

/** Under what a thing is listed of which something lapses: the first day after which it does. */
const lapseMark = (lapses: readonly { readonly lastDay: PlainDate }[], id: string): Marks => {
  const [first] = lapses.map(({ lastDay }) => lastDay).toSorted()
  return first ? { pp: lapsePartition, ps: lapseSort(first, id) } : {}
}

/** The mark by which time finds a thing: the last moment at which it may stay as it is. */
const watchMark = (change: Held): { readonly dp?: string; readonly ds?: string } => {
  const until = watchedUntil(change)
  return until ? { dp: watchPartition, ds: until } : {}
}

const watchedUntil = ({ kind, state }: Held): Instant | null => {
  if (kind === 'discontinuance' && state.stage === 'proposed') return state.approveBy
  if (kind === 'file' && 'until' in state) return isInQuarantine(state) ? state.until : null
  if (kind !== 'reseller' || state.stage === 'none') return null
  const dueOn = requirementsDueNext(state)
  return dueOn && later(startOfDayInJapan(daysAfter(dueOn, 1)), -1)
}

const headRow = (contract: ExistingContract, name: string): Row => {
  const { contractId, entityId, smeId } = contract.deal
  const suffix = ownSuffix(contractId)
  return {
    ...headKey(contractId),
    t: 'head',
    ep: entityId,
    es: `${holderOf(contract)}#${suffix}`,
    pp: `${entityId}#${smeId}`,
    ps: suffix,
    n: name,
    ...termMark(contract),
    ...writeHead(contract),
  }
}

/** The mark by which the calendar finds a case: the first day on which something in it is overdue. */
const obligationMark = ({ kind, state }: Held): { readonly dp?: string; readonly ds?: string } => {
  const on = kind === 'discontinuance' && state.stage !== 'none' ? nextOverdueOn(state) : null
  return on ? { dp: obligationPartition, ds: termDay(on) } : {}
}

/** A day as the mark holds it: eight digits, which sort as days do. */
export const termDay = (day: PlainDate): string => day.replaceAll('-', '')

/** The mark by which the calendar finds a contract: the day of its next turn. */
export const termMark = (contract: ExistingContract): { readonly dp?: string; readonly ds?: string } => {
  const next = nextTurn(contract)
  const { contractId } = contract.deal
  return next ? { dp: termPartition(shardOf(contractId)), ds: termDay(next.on) } : {}
}

const holderOf = (contract: ExistingContract) =>
  contract.stage === 'live' || contract.stage === 'ended' ? contract.holder : contract.deal.seller

/** Place of a head, from its keys and index keys. */
export const placeOf = (row: Row): HeadPlace => ({
  contractId: contractOfHead(row),
  entityId: row['ep'] as EntityId,
  holder: (row['es'] as string).split('#')[0] as HeadPlace['holder'],
  smeId: (row['pp'] as string).split('#')[1] ?? '',
})

export const keptContractOf = (row: Row): Versioned<ExistingContract> => ({
  state: readHead(row['r'] as string, row['s'] as string, placeOf(row)),
  ...standingOf(row),
})

const formOf = (kind: string): StoredForm<unknown> => {
  if (!Object.hasOwn(stateForms, kind)) throw new Error(`a ${kind} is kept in no form`)
  return stateForms[kind as StateKind] as StoredForm<unknown>
}

const stateText = ({ kind, state }: Change): string => formOf(kind).write(state)

/** The ledger of what a state row is of: named by the end of its sort key, and by its partition where it is alone there. */
export const streamOf = ({ pk, sk }: Row): string =>
  sk.includes('#') ? sk.slice(sk.indexOf('#') + 1) : pk.slice(pk.indexOf('#') + 1)

/** State in a row of any kind but a contract's, whichever form it was written in. */
export const stateOf = (row: Row): unknown => formOf(String(row['t'])).read(row['s'] as string)

export const keptOf = <State>(row: Row): Versioned<State> => ({ state: stateOf(row) as State, ...standingOf(row) })

const standingOf = (row: Row): LedgerPosition => ({
  version: row['v'] as number,
  chain: longHash(row['h'] as string),
  at: atMs(row['u'] as number),
})
