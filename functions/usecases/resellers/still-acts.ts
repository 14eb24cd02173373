import type { Principal } from '../../../shared/domain/people.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { done, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Check } from '../../ports/records.ts'
import type { World } from '../../ports/world.ts'

/**
 * Refuses whoever acts for a reseller that was stopped, from the instant on, whatever their token still says; gives what
 * must still be so when the command lands. Of anyone else nothing is asked. One request, one read unit and two write
 * units more for a reseller.
 */
export const stillActs = async (
  { directory }: Pick<World, 'directory'>,
  who: Principal,
): Promise<Result<readonly Check[], Refusal<'wrong-stage'>>> => {
  if (!('resellerId' in who)) return done([])
  const { entityId, resellerId } = who
  const found = await directory.reseller(entityId, resellerId)
  if (!found) throw new Error(`no ${resellerId}`)
  const { stage } = found.state
  return stage === 'discontinued'
    ? refuse({ kind: 'wrong-stage', what: 'reseller', stage, needs: ['invited', 'active', 'restricted'] })
    : done([{ state: 'reseller', id: resellerId, entityId, version: found.version }])
}
