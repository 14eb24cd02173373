import type { EntityId, PortfolioOwner } from '../../../shared/domain/ids.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { readWhole } from '../read-whole.ts'

/** Everybody who may hold contracts of an implementing entity: itself and its resellers. One request. */
export const ownersOf = async (
  { directory }: Pick<Dependencies, 'directory'>,
  entityId: EntityId,
): Promise<PortfolioOwner[]> => [
  entityId,
  ...readWhole(await directory.resellers(entityId)).map(({ state }) => state.resellerId),
]
