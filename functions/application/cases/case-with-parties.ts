import type { DiscontinuanceId, EntityId } from '../../../shared/domain/ids.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { entityOf } from '../tenants/entity.ts'
import { readWhole } from '../read-whole.ts'
import { statementForm } from '../../papers/statements.ts'

/** A case with all that its reports speak of. */
export const caseWithParties = async (deps: Dependencies, entityId: EntityId, discontinuanceId: DiscontinuanceId) => {
  const found = await deps.directory.discontinuance(entityId, discontinuanceId)
  if (!found) return undefined
  const { resellerId } = found.state
  const [entity, reseller, services, paper] = await Promise.all([
    entityOf(deps, entityId),
    deps.directory.reseller(entityId, resellerId),
    deps.directory.services(entityId),
    deps.ledger.paper(discontinuanceId, 'statement-0001'),
  ])
  if (!reseller) throw new Error(`no ${resellerId}`)
  const { statement } = statementForm.read(paper)
  return { found, entity, reseller, services: readWhole(services).map(({ state }) => state), statement }
}
