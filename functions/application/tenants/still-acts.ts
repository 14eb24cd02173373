import type { Principal } from '../../../shared/domain/people.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { ok, refuse, type Result } from '../../../shared/domain/result.ts'
import type { Check } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { ExistingReseller } from '../../../shared/domain/reseller/states.ts'

/** The refusal of what a reseller that was stopped does no more, or of what is no longer done through it. */
export const stopped = ({ stage }: Pick<ExistingReseller, 'stage'>): Refusal<'wrong-stage'> | undefined =>
  stage === 'discontinued'
    ? { kind: 'wrong-stage', what: 'reseller', stage, needs: ['invited', 'active', 'restricted'] }
    : undefined

/**
 * Refuses whoever acts for a reseller that was stopped, from the instant on, whatever their token still says; gives what
 * must still be so when the command lands. Of anyone else nothing is asked. One request, a read unit and, for each kilobyte
 * of its row, two write units more for a reseller.
 */
export const stillActs = async (
  { directory }: Pick<Dependencies, 'directory'>,
  who: Principal,
): Promise<Result<readonly Check[], Refusal<'wrong-stage'>>> => {
  if (!('resellerId' in who)) return ok([])
  const { entityId, resellerId } = who
  const found = await directory.reseller(entityId, resellerId)
  if (!found) throw new Error(`no ${resellerId}`)
  const refusal = stopped(found.state)
  return refusal ? refuse(refusal) : ok([{ state: 'reseller', id: resellerId, entityId, version: found.version }])
}

/** True for the implementing entity, and for a reseller about itself. */
export const isItsOwn = (who: Principal, resellerId: string): boolean =>
  !('resellerId' in who) || who.resellerId === resellerId
