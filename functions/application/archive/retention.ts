import { usualRetentionYears } from '../../../shared/domain/archive/keeping.ts'
import { daysAfter } from '../../../shared/domain/plain-date.ts'
import type { ExistingEntity } from '../../../shared/domain/platform/entity.ts'
import type { Calendar } from '../../ports/dependencies.ts'
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
