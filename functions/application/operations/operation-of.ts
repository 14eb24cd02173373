import type { EntityId, OperationId, PortfolioOwner, ResellerId } from '../../../shared/domain/ids.ts'
import type { ExistingOperation, OperationKind } from '../../../shared/domain/platform/operation.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import { personShown, peopleAmong } from '../../views/person-shown.ts'
import type { Principal } from '../../../shared/domain/people.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

/** Someone who may have operations of its own: an implementing entity's people, or a reseller's. */
type Owner = { readonly entityId: EntityId; readonly resellerId?: ResellerId }

export const ownerOf = ({ entityId, resellerId }: Owner): PortfolioOwner => resellerId ?? entityId

/** An operation of one's own, of the kinds named; anyone else's does not exist. */
export const operationOf = async (
  { directory }: Dependencies,
  who: Owner,
  operationId: OperationId,
  kinds?: readonly OperationKind[],
): Promise<Result<ExistingOperation, Refusal<'not-found'>>> => {
  const found = await directory.operation(who.entityId, operationId)
  const own = found?.state.owner === ownerOf(who) && (kinds?.includes(found.state.kind) ?? true)
  return found && own ? ok(found.state) : refuse({ kind: 'not-found', what: 'operation' })
}

/** Person who asked for an operation, by its first event: three requests. */
export const askerOf = async (
  { ledger, people }: Pick<Dependencies, 'ledger' | 'people'>,
  who: Principal,
  operationId: OperationId,
) => {
  const accepted = await ledger.event({ stream: operationId, seq: 1 })
  if (!accepted) throw new Error(`${operationId} lost its first event`)
  const names = await people.namesOf(peopleAmong([accepted.actor]), who)
  return { ...personShown(accepted.actor, names), role: accepted.actor.role }
}
