import type { EntityId } from '../../../shared/domain/ids.ts'
import type { World } from '../../ports/world.ts'
import { usualObligationDays, type ObligationDays } from '../../../shared/domain/discontinuance/obligation.ts'
import type { KeptEntity } from '../../../shared/domain/platform/entity.ts'
import { numbered } from '../../ports/papers.ts'

/** An implementing entity a principal belongs to: it is there, or the token could not have been made. */
export const entityOf = async ({ directory }: Pick<World, 'directory'>, entityId: EntityId) => {
  const found = await directory.entity(entityId)
  if (!found) throw new Error(`no ${entityId}`)
  return found.state
}

/** The business days an implementing entity gives itself, or the usual ones. */
export const obligationDaysOf = ({ obligationSettings }: Pick<KeptEntity, 'obligationSettings'>): ObligationDays =>
  obligationSettings?.days ?? usualObligationDays

/** Where an implementing entity wants to be written to about what is overdue; null where it never said. */
export const noticeMailOf = async (
  { ledger }: Pick<World, 'ledger'>,
  { entityId, obligationSettings }: Pick<KeptEntity, 'entityId' | 'obligationSettings'>,
): Promise<string | null> => {
  if (!obligationSettings) return null
  const paper = await ledger.paper(entityId, numbered('notice', obligationSettings.notices))
  return (paper as { readonly noticeMail: string | null }).noticeMail
}
