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
import type { ExistingEntity } from '../../shared/domain/platform/entity.ts'

export const obligationView = (obligation: Obligation, today: PlainDate): z.input<typeof ObligationView> => {
  const { what, clause, ourReading } = obligationOf[obligation.code]
  return {
    ...obligation,
    unheardAt: obligation.unheardAt ?? null,
    what,
    clause,
    stage: stageOfObligation(obligation, today),
    ourReading,
  }
}

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
