import type { EntityNotices } from '../../shared/api/entity-notices.ts'
import type * as z from 'zod'
import type { ObligationSettingsView, ObligationView } from '../../shared/api/views/obligation.ts'
import {
  obligationCodes,
  obligationOf,
  stageOfObligation,
  usualObligationDays,
  type Obligation,
} from '../../shared/domain/discontinuance/obligation.ts'
import type { PlainDate } from '../../shared/domain/plain-date.ts'
import type { NamesBySub } from '../ports/people.ts'
import { personBySub } from './person-shown.ts'
import type { ExistingEntity } from '../../shared/domain/platform/entity.ts'

export const obligationView = (obligation: Obligation, today: PlainDate): z.input<typeof ObligationView> => {
  const { what, clause, ourReading } = obligationOf[obligation.code]
  const { waived, owner: _, ...shown } = obligation
  return {
    ...shown,
    waived: waived && { at: waived.at, reasonSha256: waived.reasonSha256 },
    unheardAt: obligation.unheardAt ?? null,
    what,
    clause,
    stage: stageOfObligation(obligation, today),
    ourReading,
  }
}

/** People who see to obligations, and who let one go. */
export const peopleOfObligations = (obligations: readonly Obligation[]): readonly string[] =>
  obligations.flatMap(({ owner, waived }) => [owner, ...(waived ? [waived.by] : [])])

/** The same with the names of who sees to it and of who let it go. */
export const namedObligationView = (obligation: Obligation, today: PlainDate, names: NamesBySub) => ({
  ...obligationView(obligation, today),
  owner: personBySub(obligation.owner, names),
  waived: obligation.waived && { ...obligation.waived, by: personBySub(obligation.waived.by, names) },
})

export const obligationSettingsView = (
  { obligationSettings }: Pick<ExistingEntity, 'obligationSettings'>,
  version: number,
  notices: EntityNotices,
): z.input<typeof ObligationSettingsView> => ({
  version,
  ...notices,
  obligations: obligationCodes.map((code) => {
    const { what, clause, ourReading } = obligationOf[code]
    const usualBusinessDays = usualObligationDays[code]
    const businessDays = obligationSettings?.days[code] ?? usualBusinessDays
    return { code, what, clause, businessDays, usualBusinessDays, ourReading }
  }),
})
