import type { Call } from '../../../shared/api/call.ts'
import type { Deal } from '../../../shared/domain/contract/contract.ts'
import { passedLink } from '../../../shared/domain/contract/link.ts'
import type { PrincipalOf } from '../../../shared/domain/people.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { done, refuse, type Result } from '../../../shared/domain/result.ts'
import type { World } from '../../ports/world.ts'

/** The deal that waits for this person's word; only for who came through its own link and code. */
export const waitingText = async (
  { contracts }: Pick<World, 'contracts'>,
  { who, at }: Pick<Call<PrincipalOf<'sme'>>, 'who' | 'at'>,
): Promise<Result<Deal, Refusal<'link-not-usable'>>> => {
  const read = await contracts.find(who.contractId)
  if (!read) return refuse({ kind: 'link-not-usable' })
  const link = passedLink(read.kept.state, who.nonce, at)
  return link.ok ? done(read.kept.state.deal) : link
}
