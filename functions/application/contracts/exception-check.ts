import type { EligibilityAsRead } from '../../ports/contracts.ts'
import type { Check, Versioned } from '../../ports/records.ts'
import type { ExistingException } from '../../../shared/domain/exception/exception.ts'
import type { ExceptionId } from '../../../shared/domain/ids.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Seller } from './contract-access.ts'

/** The exception must still stand as it was read when the command lands. */
export const exceptionCheck = ({ exception }: Pick<EligibilityAsRead, 'exception'>): readonly Check[] =>
  exception
    ? [
        {
          state: 'separateContractException',
          id: exception.state.exceptionId,
          entityId: exception.state.entityId,
          version: exception.version,
        },
      ]
    : []

/** The implementing entity sees all of its own, a reseller those for its contracts. */
export const sees = (who: Seller, { seller }: ExistingException): boolean =>
  !('resellerId' in who) || seller === who.resellerId

/** An exception, if this person may see it; for anyone else it does not exist. */
export const exceptionSeen = async (
  { directory }: Pick<Dependencies, 'directory'>,
  who: Seller,
  id: ExceptionId,
): Promise<Versioned<ExistingException> | undefined> => {
  const found = await directory.exception(who.entityId, id)
  return found && sees(who, found.state) ? found : undefined
}
