import type { Dependencies } from '../../ports/dependencies.ts'
import { askForSmeIdentity } from './ask-for-sme-identity.ts'
import { declineSmeIdentity, giveSmeIdentity } from './decide-on-sme-identity.ts'
import { getSmeIdentity, listSmeIdentities } from './read-sme-identities.ts'

/** Use cases about SMEs without 法人番号. */
export const smeIdentitiesIn = (deps: Dependencies) => ({
  askForSmeIdentity: askForSmeIdentity(deps),
  giveSmeIdentity: giveSmeIdentity(deps),
  declineSmeIdentity: declineSmeIdentity(deps),
  listSmeIdentities: listSmeIdentities(deps),
  getSmeIdentity: getSmeIdentity(deps),
})
