import type { Findable } from '../../../shared/domain/contract/findable.ts'
import type { EntityId, SmeId } from '../../../shared/domain/ids.ts'
import { addressKeyOf } from '../../../shared/domain/postal-address.ts'
import { searchKeyOf } from '../../../shared/domain/search-name.ts'
import type { ExistingSmeIdentity, LookAlike } from '../../../shared/domain/sme/identity.ts'
import { numbered } from '../../ports/papers.ts'
import type { Versioned } from '../../ports/records.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { readWhole } from '../read-whole.ts'
import type { Seller } from './contract-access.ts'
import { type IdentityDetails, identityDetailsForm } from '../../papers/sme-identities.ts'

/** The evidence document with name and address, which the state bears digests of. */
export const detailsOf = async (
  { ledger }: Pick<Dependencies, 'ledger'>,
  { smeId }: Pick<ExistingSmeIdentity, 'smeId'>,
): Promise<IdentityDetails> => identityDetailsForm.read(await ledger.paper(smeId, numbered('details', 1)))

/** The digests by which two are found alike. */
export const likenessOf = (
  { digest }: Pick<Dependencies, 'digest'>,
  { name, postalAddress }: Pick<IdentityDetails, 'name' | 'postalAddress'>,
) => ({ nameKey: digest({ name: searchKeyOf(name) }), addressKey: digest({ address: addressKeyOf(postalAddress) }) })

/** The implementing entity sees all of its own, a reseller those it asked for. */
export const seesIdentity = (who: Seller, { seller }: ExistingSmeIdentity): boolean =>
  !('resellerId' in who) || seller === who.resellerId

const listedAtOnce = 50

/** Listings of an implementing entity's book under a name, former ones too: all there are, page by page. */
const listedUnder = async (
  { listings }: Pick<Dependencies, 'listings'>,
  entityId: EntityId,
  nameKey: string,
): Promise<readonly Findable[]> => {
  const found: Findable[] = []
  if (nameKey === '') return found
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listings.find>> = await listings.find(
      entityId,
      { nameKey },
      { limit: listedAtOnce, after },
    )
    found.push(...readWhole(page))
    after = page.next
  } while (after !== null)
  // What begins with the name is found as well.
  return found.filter((one) => [one.name, ...one.formerNames].some((name) => searchKeyOf(name) === nameKey))
}

/**
 * Those on record in an implementing entity's book who look like somebody: by name or address among the SMEs without
 * 法人番号, by name among all with a contract that was concluded, former names too; of these the address is compared where
 * the contract states one. The book's identities are read in one request, and so are fifty listings; of every one that is
 * alike, its evidence document or its contract and text.
 */
export const lookAlikes = async (
  deps: Pick<Dependencies, 'directory' | 'listings' | 'contracts' | 'ledger' | 'digest'>,
  of: Pick<ExistingSmeIdentity, 'entityId' | 'nameKey' | 'addressKey'> & { readonly smeId: SmeId },
  details: Pick<IdentityDetails, 'name' | 'postalAddress'>,
): Promise<readonly LookAlike[]> => {
  const [identities, same] = await Promise.all([
    deps.directory.smeIdentities(of.entityId),
    listedUnder(deps, of.entityId, searchKeyOf(details.name)),
  ])
  const ids = await Promise.all(
    readWhole(identities)
      .filter(({ state }) => state.smeId !== of.smeId && state.stage !== 'declined')
      .filter(({ state }) => state.nameKey === of.nameKey || state.addressKey === of.addressKey)
      .map(
        async ({ state }): Promise<LookAlike> => ({
          smeId: state.succeededBy ?? state.smeId,
          name: (await detailsOf(deps, state)).name,
          sameName: state.nameKey === of.nameKey,
          sameAddress: state.addressKey === of.addressKey,
        }),
      ),
  )
  const states = readWhole(await deps.contracts.states([...new Set(same.map(({ contractId }) => contractId))]))
  const contracts = await Promise.all(
    states
      .filter(({ deal }) => deal.smeId !== of.smeId)
      .map(async ({ deal }): Promise<LookAlike> => {
        const { sme } = await deps.contracts.document(deal.contractId, deal.revision)
        const stated = sme.postalAddress
        return {
          smeId: sme.smeId,
          name: sme.name,
          sameName: true,
          sameAddress: stated
            ? addressKeyOf(stated) === addressKeyOf(details.postalAddress)
            : sme.prefecture === details.postalAddress.prefecture
              ? null
              : false,
        }
      }),
  )
  return [...ids, ...contracts].filter(({ smeId }, index, all) => all.findIndex((one) => one.smeId === smeId) === index)
}

/** An identity, if this person may see it; for anyone else it does not exist. */
export const identitySeen = async (
  { directory }: Pick<Dependencies, 'directory'>,
  who: Seller,
  id: ExistingSmeIdentity['smeId'],
): Promise<Versioned<ExistingSmeIdentity> | undefined> => {
  const found = await directory.smeIdentity(who.entityId, id)
  return found && seesIdentity(who, found.state) ? found : undefined
}
