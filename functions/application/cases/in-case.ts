import { takeoverIn } from '../../../shared/domain/contract/takeover.ts'
import type { ContractId, DiscontinuanceId, EntityId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { ContractAsRead } from '../../ports/contracts.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { withPendingTakeover } from '../../../shared/policy/pending-takeover.ts'

type InCase = Result<
  { readonly read: ContractAsRead; readonly now: ReturnType<typeof withPendingTakeover> },
  Refusal<'not-found' | 'wrong-stage'>
>

/** A contract inside a case of this implementing entity. */
export const takenOver = async (
  { contracts }: Pick<Dependencies, 'contracts'>,
  entityId: EntityId,
  discontinuanceId: DiscontinuanceId,
  contractId: ContractId,
  at: Instant,
): Promise<InCase> => inCase(await contracts.find(contractId), entityId, discontinuanceId, at)

/** The same of a contract that was read already. */
export const inCase = (
  read: ContractAsRead | undefined,
  entityId: EntityId,
  discontinuanceId: DiscontinuanceId,
  at: Instant,
): InCase => {
  const now = read && read.kept.state.deal.entityId === entityId ? withPendingTakeover(read, at) : undefined
  const takeover = now && takeoverIn(discontinuanceId, now.state)
  if (!read || !takeover) return refuse({ kind: 'not-found', what: 'takeover' })
  const current = 'takeover' in now.state ? now.state.takeover : null
  // Settled long ago, and taken over from someone else since.
  if (takeover !== current) {
    return refuse({ kind: 'wrong-stage', what: 'takeover', stage: 'settled', needs: ['opened', 'told'] })
  }
  return ok({ read, now })
}
