import type { ContractId } from '../shapes/ids.ts'
import { readEntry, type Entry } from './entries.ts'
import { formOf, isKnownForm, isKnownKind, kindOf } from './forms.ts'
import { inflated, isCanonical, sha256 } from './hash.ts'
import { readHead } from './head.ts'
import { readListed, type Listed } from './listed.ts'
import { whereOf, type Row } from './rows.ts'
import { readText } from './state-text.ts'
import type { HeadText } from './fields/head-text.ts'
import type { Lying, StateRow } from './state-row.ts'
import { readNotice, readReminder, type Notice, type Reminder } from './told-rows.ts'

export type Head = HeadText & Lying & { readonly id: ContractId }
export type Paper = {
  readonly where: string
  readonly stream: string
  readonly name: string
  readonly text: string
  readonly inForm: boolean
  /** The hash the row bears, and the one its text has. */
  readonly hash: unknown
  readonly sha256: string
}
export type Gate = Lying & { readonly says: unknown }
export type Guard = { readonly where: string; readonly scope: string; readonly value: string; readonly holder: string }
export type Command = Lying & {
  readonly id: string
  /** True where its answer can be read. */
  readonly answers: boolean
}
export type Receipt = Lying
export type Pointer = Lying
/** Row of a person's own data, by the subject it is of. */
export type Person = Lying & { readonly sub: string }
/** Checkpoint of a case's fan-out: how far it says it is in one shard. */
export type Checkpoint = {
  readonly where: string
  readonly of: string
  readonly shard: number
  readonly passed: number
  readonly done: boolean
}
/** Tally of what was counted in one shard of a case. */
export type Tally = {
  readonly where: string
  readonly of: string
  readonly shard: number
  readonly setbacks: number
  readonly takeovers: Readonly<Record<'opened' | 'told' | 'settled', number>>
}
/** A row by which a contract is found, as its text says what is found. */
export type Listing = Lying & { readonly text: string }

/** A row, read as what it says it is. */
export type Reading =
  | { readonly as: 'head'; readonly of: Head }
  | { readonly as: 'state'; readonly of: StateRow }
  | { readonly as: 'event'; readonly of: Entry }
  | { readonly as: 'paper'; readonly of: Paper }
  | { readonly as: 'receipt'; readonly of: Receipt }
  | { readonly as: 'gate'; readonly of: Gate }
  | { readonly as: 'guard'; readonly of: Guard }
  | { readonly as: 'command'; readonly of: Command }
  | { readonly as: 'pointer'; readonly of: Pointer }
  | { readonly as: 'checkpoint'; readonly of: Checkpoint }
  | { readonly as: 'tally'; readonly of: Tally }
  | { readonly as: 'listing'; readonly of: Listing }
  | { readonly as: 'listed'; readonly of: Listed & Lying }
  | {
      readonly as: 'listedYear' | 'sharedContact' | 'bookEntry' | 'bookLine' | 'bookCount'
      readonly of: Lying
    }
  | { readonly as: 'person'; readonly of: Person }
  | { readonly as: 'notice'; readonly of: Notice }
  | { readonly as: 'reminder'; readonly of: Reminder }
  | { readonly as: 'account' | 'accountMember' | 'lookedAhead'; readonly of: Lying }
  | {
      readonly as: 'unread'
      readonly of: { readonly invariant: string; readonly where: string; readonly what: string }
    }

const idAttribute: Readonly<Record<StateRow['kind'], string>> = {
  entity: 'entityId',
  registrationBody: 'registrationBodyId',
  member: 'sub',
  service: 'serviceId',
  reseller: 'resellerId',
  discontinuance: 'discontinuanceId',
  concern: 'concernId',
  submission: 'submissionId',
  operation: 'operationId',
  separateContractException: 'exceptionId',
  smeIdentity: 'smeId',
  redisclosure: 'redisclosureId',
  archive: 'archiveId',
  file: 'fileId',
}

/** Invariant that fails when a row of a kind cannot be read; of any other it is I08, which asks what a row is for. */
export const failureOf = (row: Row): string =>
  ({ head: 'I03', event: 'I28', paper: 'I07' })[String(row['t'])] ?? (String(row['t']) in idAttribute ? 'I03' : 'I08')

const readState = (row: Row): Omit<StateRow, 'where' | 'row'> => {
  const kind = row['t'] as StateRow['kind']
  const state = readText(kind, row['s'])
  const id = state[idAttribute[kind]]
  if (typeof id !== 'string' || typeof state['stage'] !== 'string') throw new Error('not a state')
  return { kind, id, state: state as unknown as StateRow['state'] }
}

const readGuard = (row: Row): Omit<Guard, 'where'> => {
  const [, scope, value] = /^GUARD#([^#]+)#(.+)$/.exec(row.pk) ?? []
  if (scope === undefined || value === undefined || row.sk !== 'GUARD') throw new Error('not a guard')
  return { scope, value, holder: String(row['holder']) }
}

const readPaper = (row: Row): Omit<Paper, 'where'> => {
  const text = inflated(row['z'])
  const [stream, name] = [row.pk.slice('LED#'.length), row.sk.slice('P#'.length)]
  return { stream, name, text, inForm: isCanonical(text), hash: row['h'], sha256: sha256(text) }
}

const readPerson = (row: Row): Omit<Person, keyof Lying> => {
  const [, sub] = /^PER#(.+)$/.exec(row.pk) ?? []
  if (sub === undefined || row.sk !== 'PER') throw new Error('not a person')
  return { sub }
}

const readCheckpoint = (row: Row): Omit<Checkpoint, 'where'> => {
  const [, of] = /^RUN#(dsc_\w+)$/.exec(row.pk) ?? []
  const [, shard] = /^S#(\d\d)$/.exec(row.sk) ?? []
  const passed = row['n']
  if (of === undefined || shard === undefined || typeof passed !== 'number') throw new Error('not a checkpoint')
  return { of, shard: Number(shard), passed, done: row['a'] === undefined }
}

const readTally = (row: Row): Omit<Tally, 'where'> => {
  const [, of] = /^RUN#(dsc_\w+)$/.exec(row.pk) ?? []
  const [, shard] = /^T#(\d\d)$/.exec(row.sk) ?? []
  const counts = row['c'] as { readonly takeovers?: Tally['takeovers'] } | undefined
  if (of === undefined || shard === undefined || !counts?.takeovers) throw new Error('not a tally')
  return { of, shard: Number(shard), setbacks: Number(row['b']), takeovers: counts.takeovers }
}

const canBeRead = (z: unknown): boolean => {
  try {
    return JSON.parse(inflated(z)) !== undefined
  } catch {
    return false
  }
}

/** The contract a head's keys name. */
const contractNamed = ({ pk, sk }: Row): ContractId => `ctr_${pk.split('#')[1]}${sk.slice('C#'.length)}`

/** A row of a form that is not known is never read as one that is. */
const mustBeKnown = (row: Row): void => {
  const [kind, form] = [kindOf(row), formOf(row)]
  if (!isKnownKind(kind)) throw new Error(`no row of kind ${kind} is known`)
  if (!isKnownForm(kind, form)) throw new Error(`a ${kind} of form ${JSON.stringify(form)} is not known`)
}

const read = (row: Row): Reading => {
  mustBeKnown(row)
  const lying = { where: whereOf(row), row }
  const { where } = lying
  const kind = String(row['t'])
  switch (kind) {
    case 'head': {
      const id = contractNamed(row)
      return { as: 'head', of: { ...lying, id, ...readHead(row, id) } }
    }
    case 'event':
      return { as: 'event', of: readEntry(row) }
    case 'paper':
      return { as: 'paper', of: { where, ...readPaper(row) } }
    case 'gate':
    case 'serviceGate':
      return { as: 'gate', of: { ...lying, says: readText(kind, row['g']) } }
    case 'guard':
      return { as: 'guard', of: { where, ...readGuard(row) } }
    case 'command':
      return { as: 'command', of: { ...lying, id: String(row['c']), answers: canBeRead(row['z']) } }
    case 'checkpoint':
      return { as: 'checkpoint', of: { where, ...readCheckpoint(row) } }
    case 'tally':
      return { as: 'tally', of: { where, ...readTally(row) } }
    case 'listing':
      return { as: 'listing', of: { ...lying, text: String(row['f']) } }
    case 'listed':
      return { as: 'listed', of: { ...lying, ...readListed(row) } }
    case 'person':
      return { as: 'person', of: { ...lying, ...readPerson(row) } }
    case 'notice':
      return { as: 'notice', of: { ...lying, ...readNotice(row) } }
    case 'reminder':
      return { as: 'reminder', of: { ...lying, ...readReminder(row) } }
    case 'receipt':
    case 'account':
    case 'lookedAhead':
    case 'accountMember':
    case 'pointer':
    case 'listedYear':
    case 'sharedContact':
    case 'bookEntry':
    case 'bookLine':
    case 'bookCount':
      return { as: kind, of: lying }
    default:
      return { as: 'state', of: { ...lying, ...readState(row) } }
  }
}

const known = new WeakMap<Row, Reading>()

/** Reads a row. One that cannot be read is a finding itself. The same row is read once, however often it is asked for. */
export const readRow = (row: Row): Reading => {
  const before = known.get(row)
  if (before) return before
  let reading: Reading
  try {
    reading = read(row)
  } catch (error) {
    const of = { invariant: failureOf(row), where: whereOf(row), what: `cannot be read: ${String(error)}` }
    reading = { as: 'unread', of }
  }
  known.set(row, reading)
  return reading
}
