import { noArchive, type Archive } from '../../../shared/domain/archive/archive.ts'
import { usualRetentionYears } from '../../../shared/domain/archive/keeping.ts'
import { archiveOf } from '../../../shared/domain/ids.ts'
import {
  daysAfter,
  laterDay,
  startOfDayInJapan,
  type Instant,
  type PlainDate,
} from '../../../shared/domain/plain-date.ts'
import type { ExistingEntity } from '../../../shared/domain/platform/entity.ts'
import type { Calendar, Dependencies } from '../../ports/dependencies.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { Retention } from '../../views/archive-view.ts'

/** The years a tenant keeps what is left of a contract. */
export const yearsOf = ({ retentionYears }: Pick<ExistingEntity, 'retentionYears'>): number =>
  retentionYears ?? usualRetentionYears

/** Retention of an ended contract: so many years from the day after its end, the last day included. */
export const retentionOf = (calendar: Calendar, contract: ExistingContract, years: number): Retention | null => {
  if (contract.stage !== 'ended') return null
  const { endedOn } = contract
  return { endedOn, years, until: calendar.lastDayOfTerm(daysAfter(endedOn, 1), years * 12) }
}

/** The last day on which the SME of an ended contract can have its sealed papers. `gone` once they were let go. */
type PapersDay = { readonly until: PlainDate; readonly gone: boolean }

/**
 * The day of retention of an ended contract whose papers were sealed: the later of the day on record and the day by the
 * years of today. Null while it has no end, and where nothing was sealed.
 */
const papersDayOf = (
  calendar: Calendar,
  contract: ExistingContract,
  archive: Archive,
  years: number,
): PapersDay | null => {
  const retention = retentionOf(calendar, contract, years)
  if (!retention || archive.stage === 'none' || archive.sealings.length === 0) return null
  const { keepUntil, stage } = archive
  return { until: keepUntil ? laterDay(keepUntil, retention.until) : retention.until, gone: stage === 'disposed' }
}

/** The archive of a contract and its day of retention: two requests, whatever there is. */
export const papersKeptOf = async (
  { directory, calendar }: Pick<Dependencies, 'directory' | 'calendar'>,
  contract: ExistingContract,
): Promise<{ readonly archive: Archive; readonly day: PapersDay | null }> => {
  const { contractId, entityId } = contract.deal
  const [kept, entity] = await Promise.all([directory.archive(archiveOf(contractId)), directory.entity(entityId)])
  if (!entity) throw new Error(`${contractId} is of nobody`)
  const archive = kept?.state ?? noArchive
  return { archive, day: papersDayOf(calendar, contract, archive, yearsOf(entity.state)) }
}

/** The instant from which the SME of an ended contract is given its papers no more; null where it is given none. */
export const papersOverAt = (day: PapersDay | null): Instant | null =>
  day === null || day.gone ? null : startOfDayInJapan(daysAfter(day.until, 1))
