import type { ExistingException } from '../domain/exception/exception.ts'
import type { ExceptionId, PortfolioOwner } from '../domain/ids.ts'
import type { Refusal } from '../domain/refusal.ts'
import { refuse } from '../domain/result.ts'
import { serviceFunctions, type ServiceFunction } from '../domain/service/facts.ts'
import type { ExceptionFacts } from '../standard/model/occasion.ts'
import type { ContractRevision } from '../domain/contract/states.ts'
import type { Eligibility } from './eligibility.ts'

/**
 * Facts that the rules ask of the exception a contract names. One that is made must find it approved now; one that was
 * made before keeps what it was made under, though it be withdrawn since.
 */
export const exceptionFacts = (
  exception: ExistingException,
  { serviceId, seller, smeId }: Pick<ContractRevision, 'serviceId' | 'seller' | 'smeId'>,
  made: boolean,
): ExceptionFacts => ({
  ground: exception.ground,
  evidenced: exception.evidenceSha256 !== '',
  burdenKeptLow: exception.burdenSha256 !== '',
  approved: made ? exception.approvedBy !== null : exception.stage === 'approved',
  expiresOn: exception.expiresOn,
  leavesOut: exception.leavesOut,
  forService: exception.serviceId === serviceId,
  forSeller: exception.seller === seller,
  forSme: exception.smeIds.includes(smeId),
})

export type Naming = {
  readonly exceptionId?: ExceptionId | null | undefined
  readonly functions?: readonly ServiceFunction[] | undefined
}

/**
 * Refusal of a contract that cannot name the exception it does: another seller's does not exist for it, and one that
 * binds all functions is no separate contract. Everything else is for the rules to say.
 */
export const cannotName = (
  { exceptionId = null, functions = serviceFunctions }: Naming,
  { exception }: Pick<Eligibility, 'exception'>,
  seller: PortfolioOwner,
) => {
  if (exceptionId === null) return undefined
  if (exception?.state.seller !== seller) return refuse<Refusal<'not-found'>>({ kind: 'not-found', what: 'exception' })
  return functions.length === serviceFunctions.length
    ? refuse<Refusal<'does-not-fit'>>({
        kind: 'does-not-fit',
        what: 'exceptionId',
        given: exceptionId,
        needs: 'a contract that leaves functions out',
      })
    : undefined
}
