import type { LedgerEvent } from '../../ports/ledger.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { toEntity } from './entity.ts'
import { toPerson } from './person.ts'
import type { OwedTo, RecipientName, Resolve, Resolved } from './recipient.ts'
import { toReseller } from './reseller.ts'
import { toSme } from './sme.ts'

/** Resolvers of all recipients. One that a delivery names and is missing here does not compile. */
const recipients: { readonly [To in RecipientName]: Resolve<To> } = {
  sme: toSme,
  reseller: toReseller,
  entity: toEntity,
  person: toPerson,
}

/** Resolves a letter that is owed: where it goes and what it says, or why there is none to send. */
export const resolve = <To extends RecipientName>(
  to: To,
  deps: Dependencies,
  event: LedgerEvent,
  owed: OwedTo<To>,
): Promise<Resolved> => recipients[to](deps, event, owed)
