import { daysAfter, type PlainDate } from '../plain-date.ts'
import type { Refusal } from '../refusal.ts'
import { ok, refuse, type Result } from '../result.ts'
import type { Archive, ArchiveEvent, ArchiveOf, ExistingArchive, Sealing } from './archive.ts'
import type { ExistingContract } from '../contract/states.ts'

/**
 * Years that a contract is kept after its end, unless the tenant says otherwise (当社解釈): ten years under 会社法432条2項
 * count from the end of a business year that is not known here, so two are added.
 */
export const usualRetentionYears = 12
/** Not less than the ten years of 会社法432条2項; and the vault itself lets nothing go earlier. */
export const leastRetentionYears = 10
export const mostRetentionYears = 50

type Events = readonly ArchiveEvent[]

/** Record a sealing, idempotent: once for each event of the contract; after that it is there. */
export const recordSealing = (archive: Archive, of: ArchiveOf, sealing: Sealing): Events =>
  isDealtWith(archive, sealing.contractSeq) ? [] : [{ type: 'papers-sealed', of, sealing }]

export const recordNotPrintable = (
  archive: Archive,
  of: ArchiveOf,
  about: { readonly contractSeq: number; readonly revision: number; readonly charactersSha256: string },
): Events => (isDealtWith(archive, about.contractSeq) ? [] : [{ type: 'papers-not-printable', of, ...about }])

/** True for an event of the contract that has its sealing, or can have none. */
export const isDealtWith = (archive: Archive, contractSeq: number): boolean =>
  archive.stage !== 'none' &&
  (archive.sealings.some((one) => one.contractSeq === contractSeq) || archive.unprintable.includes(contractSeq))

/** The day until which an ended contract is kept, counted from its end; never earlier than one that was set. */
export const setRetention = (
  archive: ExistingArchive,
  { until, endedOn, years }: { readonly until: PlainDate; readonly endedOn: PlainDate; readonly years: number },
): Events =>
  archive.stage === 'disposed' || (archive.keepUntil !== null && archive.keepUntil >= until)
    ? []
    : [{ type: 'retention-set', until, endedOn, years }]

const wrongStage = (stage: string, ...needs: readonly string[]) =>
  refuse<Refusal<'wrong-stage'>>({ kind: 'wrong-stage', what: 'archive', stage, needs })

/** Places a hold. There may be several, each with its own reason; and one may come before anything was sealed. */
export const placeHold = (
  archive: Archive,
  of: ArchiveOf,
  reasonSha256: string,
): Result<Events, Refusal<'wrong-stage'>> => {
  if (archive.stage === 'disposed') return wrongStage('disposed', 'kept')
  const number = archive.stage === 'none' ? 1 : archive.holdsPlaced + 1
  return ok([{ type: 'hold-placed', of, number, reasonSha256 }])
}

export const liftHold = (
  archive: Archive,
  number: number,
  reasonSha256: string,
): Result<Events, Refusal<'not-found' | 'wrong-stage'>> => {
  if (archive.stage === 'none' || !archive.holds.some((hold) => hold.number === number))
    return refuse({ kind: 'not-found', what: 'hold' })
  return ok([{ type: 'hold-lifted', number, reasonSha256 }])
}

type Disposing = {
  readonly contract: ExistingContract['stage']
  /** By the tenant's years of today: a longer retention counts at once, a shorter one not at all. */
  readonly until: PlainDate | null
  readonly today: PlainDate
}

/**
 * Lets go of what was kept, from the day after its last on, and under no hold. The ledger stays: that there was a
 * contract, what was sealed of it and that it was let go can always be shown.
 */
export const disposeArchive = (
  archive: Archive,
  reasonSha256: string,
  { contract, until, today }: Disposing,
): Result<Events, Refusal<'wrong-stage' | 'out-of-order'>> => {
  if (archive.stage !== 'kept') return wrongStage(archive.stage, 'kept')
  if (archive.holds.length > 0) return wrongStage('held', 'kept')
  if (contract !== 'ended' || until === null || archive.keepUntil === null)
    return refuse({ kind: 'wrong-stage', what: 'contract', stage: contract, needs: ['ended'] })
  const last = archive.keepUntil > until ? archive.keepUntil : until
  if (today <= last) return refuse({ kind: 'out-of-order', what: 'today', given: today, notBefore: daysAfter(last, 1) })
  return ok([{ type: 'archive-disposed', on: today, reasonSha256 }])
}
