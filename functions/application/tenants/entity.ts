import { noNotices, noticeField, type EntityNotices } from '../../../shared/api/entity-notices.ts'
import type { EntityChannel } from '../../../shared/domain/aggregates/delivery.ts'
import type { EntityId } from '../../../shared/domain/ids.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { usualObligationDays, type ObligationDays } from '../../../shared/domain/discontinuance/obligation.ts'
import type { ExistingEntity } from '../../../shared/domain/platform/entity.ts'
import { numbered } from '../../ports/papers.ts'
import { noticesForm } from '../../papers/resellers.ts'

/** An implementing entity a principal belongs to: it is there, or the token could not have been made. */
export const entityOf = async ({ directory }: Pick<Dependencies, 'directory'>, entityId: EntityId) => {
  const found = await directory.entity(entityId)
  if (!found) throw new Error(`no ${entityId}`)
  return found.state
}

/** The business days an implementing entity gives itself, or the usual ones. */
export const obligationDaysOf = ({ obligationSettings }: Pick<ExistingEntity, 'obligationSettings'>): ObligationDays =>
  obligationSettings?.days ?? usualObligationDays

/** Addresses at which an implementing entity wants to be told of what is overdue; none where it never said. */
export const noticesOf = async (
  { ledger }: Pick<Dependencies, 'ledger'>,
  { entityId, obligationSettings }: Pick<ExistingEntity, 'entityId' | 'obligationSettings'>,
): Promise<EntityNotices> => {
  if (!obligationSettings) return noNotices
  return noticesForm.read(await ledger.paper(entityId, numbered('notice', obligationSettings.notices)))
}

/** The address a channel leads to at an implementing entity; null where it named none. */
export const noticeAddressOf = async (
  deps: Pick<Dependencies, 'ledger'>,
  entity: Pick<ExistingEntity, 'entityId' | 'obligationSettings'>,
  by: EntityChannel,
): Promise<string | null> => (await noticesOf(deps, entity))[noticeField[by]]
