import { archiveOf, type ContractId } from '../../../shared/domain/ids.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { fresh } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { findVisibleContract, type Seller } from '../contracts/contract-access.ts'
import { retentionOf, yearsOf } from './retention.ts'

/** The archive of a contract this caller sees, and how long it is kept by the tenant's years of today. */
export const archiveSeen = async (deps: Dependencies, who: Seller, contractId: ContractId) => {
  const archiveId = archiveOf(contractId)
  const [found, archive, entity] = await Promise.all([
    findVisibleContract(deps.contracts, who, contractId),
    deps.directory.archive(archiveId),
    deps.directory.entity(who.entityId),
  ])
  if (!found.ok) return found
  if (!entity) return refuse({ kind: 'not-found' as const, what: 'entity' })
  const contract = found.value.kept.state
  const years = yearsOf(entity.state)
  const retention = retentionOf(deps.calendar, contract, years)
  const kept = archive ?? { state: { stage: 'none' as const }, ...fresh }
  return { ok: true as const, value: { archiveId, contract, kept, years, retention } }
}
