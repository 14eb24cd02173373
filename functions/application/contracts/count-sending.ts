import { oneMore, type Sending } from '../../../shared/domain/contract/sendings.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { sendingsTo } from '../../ports/unique-keys.ts'
import type { UniqueKey } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { ContractRevision } from '../../../shared/domain/contract/states.ts'

type Counted = { readonly claim: UniqueKey; readonly left: number; readonly nextAt: Instant | null }

/**
 * Counts one more sending to an SME, over all of its contracts with an implementing entity. The claim belongs into the
 * transaction of what is sent: two at once cannot both be the twentieth.
 */
export const countSending = async (
  { commits }: Pick<Dependencies, 'commits'>,
  what: Sending,
  { entityId, smeId }: Pick<ContractRevision, 'entityId' | 'smeId'>,
  at: Instant,
): Promise<Result<Counted, Refusal<'too-many-sendings'>>> => {
  const named = sendingsTo(what, entityId, smeId)
  const before = await commits.holderOf(named)
  const counted = oneMore(what, before, at)
  if (!counted.ok) return counted
  const { sent, left, nextAt } = counted.value
  return ok({ claim: { ...named, holder: sent, ...(before === null ? {} : { insteadOf: before }) }, left, nextAt })
}
