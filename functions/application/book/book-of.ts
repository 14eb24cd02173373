import type { ResellerId } from '../../../shared/domain/ids.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { Scope } from '../../ports/listings.ts'
import { ownPortfolio, type Seller } from '../contracts/contract-access.ts'

/** The book a caller reads: its own, or for an implementing entity that of a reseller of its own; undefined for any other. */
export const bookOf = async (
  { directory }: Pick<Dependencies, 'directory'>,
  who: Seller,
  resellerId: ResellerId | undefined,
): Promise<Scope | undefined> => {
  const own = ownPortfolio(who)
  if (resellerId === undefined || resellerId === own) return own
  if ('resellerId' in who) return undefined
  return (await directory.reseller(who.entityId, resellerId)) ? resellerId : undefined
}
