import type { Settlement } from '../../../../shared/domain/contract/contract.ts'
import { instant, type Instant, type PlainDate } from '../../../../shared/domain/plain-date.ts'
import type { PackedCourse } from './course.ts'
import type { PackedExplanation, PackedFunctions, PackedLink } from './parts.ts'

/*
 * A head is paid by the kilobyte on every write, so a contract's state is kept in two short texts: `r`, what lists and
 * reports show (it is copied into an index), and `s`, the rest. Both are JSON arrays, fields by place; words of closed
 * lists are kept as their place in the list. Lists only ever grow at their end.
 */

export const stages = ['drafted', 'offered', 'live', 'ended', 'void'] as const
export const entries = ['signed', 'attested'] as const
export const types = ['network', 'endpoint', 'combined'] as const
export const confirmations = ['given', 'awaiting', 'confirmed', 'disputed'] as const
export const takeoverStages = ['opened', 'told', 'settled'] as const
export const settlements: readonly Settlement[] = [
  'servedByImplementingEntity',
  'movedToImplementingEntity',
  'movedToReseller',
  'endedBySme',
]
export const voidReasons = ['withdrawn', 'declined', 'sellerDiscontinued'] as const
export const noticeWays = ['mail', 'phone', 'both', 'nothing'] as const
export const methods = ['oral', 'written'] as const

export const placeIn = <Word>(list: readonly Word[], word: Word | null | undefined): number =>
  word === null || word === undefined ? -1 : list.indexOf(word)
export const wordAt = <Word>(list: readonly Word[], place: number): Word => {
  const word = list[place]
  if (word === undefined) throw new Error(`no word at ${place}`)
  return word
}
export const wordOrNull = <Word>(list: readonly Word[], place: number): Word | null =>
  place < 0 ? null : wordAt(list, place)

export const ms = (at: Instant): number => Date.parse(at)
export const atMs = (value: number): Instant => instant(new Date(value).toISOString())
export const orNull = <In, Out>(value: In | null, to: (value: In) => Out): Out | null =>
  value === null ? null : to(value)

export type PackedEarlier = readonly [id: string, since: number, settlement: number, late: 0 | 1, coverage: string]

export type Line = readonly [
  stage: number,
  entry: number,
  seller: string,
  serviceId: string,
  type: number,
  prefecture: number,
  terminals: number,
  initialFee: number,
  monthlyFee: number,
  startOn: PlainDate,
  endOn: PlainDate,
  signedOn: PlainDate | null,
  endedOn: PlainDate | null,
  /** 0 for a contract that binds all functions; else the suffix of the exception it is made under, or 1 without one. */
  separate: 0 | 1 | string,
  /** Its place in the list, or -1; while one is awaited, -2 less the days from signing until it was on record. */
  confirmation: number,
  takeover:
    | readonly [since: number, stage: number, settlement: number, late: 0 | 1, ...earlier: readonly PackedEarlier[]]
    | null,
]
/** A hash of 64 hexadecimal digits in 43 characters, and back. */
export const shortHash = (hex: string): string => Buffer.from(hex, 'hex').toString('base64url')
export const longHash = (short: string): string => Buffer.from(short, 'base64url').toString('hex')

/** How an interval names the implementing entity and the seller. */
export const shortEntity = 'e'
export const shortSeller = 's'

export type PackedInterval = readonly [party: string, from: number, until: number | null]
export type Rest = readonly [
  serviceVersion: number,
  edition: string,
  functions: PackedFunctions,
  importantTerminals: number | null,
  noticeBy: number,
  revision: number,
  documentSha256: string,
  explanation: PackedExplanation | null,
  link: PackedLink | null,
  liveAt: number | null,
  course: PackedCourse | 0 | 1,
  answeredAt: number | null,
  responsibility: readonly PackedInterval[],
  counterparty: readonly PackedInterval[] | 0,
  takeover: readonly [id: string, coverage: string] | null,
  endedAt: number | null,
  ending: number,
  voidReason: number,
  renewal: readonly [months: number, noticeDays: number] | 0,
]
