import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { Findable } from '../../../shared/domain/contract/findable.ts'
import { contactsOf, type Contact } from '../../../shared/domain/contract/same-contact.ts'
import type { ContractId, EntityId } from '../../../shared/domain/ids.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import { numbersOf } from '../../../shared/domain/short-number.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { findVisibleContract, type Seller } from '../../application/contracts/contract-access.ts'
import type { Costs } from '../../application/cost.ts'

const usualLimit = 20
/** Contracts that are looked at of one contact: an accountant's may be many. */
const contractsLookedAt = 100

const shown = ({ kind, value }: Contact, found: readonly Findable[], more: boolean) => ({
  kind,
  contact: value,
  contracts: found.map(({ contractId, holder, smeId, name }) => ({
    ...numbersOf(contractId),
    holder,
    sme: { smeId, name },
  })),
  more,
})

const keyOf = ({ contactKeys }: Pick<Dependencies, 'contactKeys'>, entityId: EntityId, { kind, value }: Contact) =>
  contactKeys(entityId, `${kind}/${value}`)

/**
 * Contacts of a contract, by the text that is in force, or drafted, which other SMEs have as well: their live contracts, as
 * they are listed. The implementing entity is told of all of them, a reseller of those it holds.
 */
const getSharedContacts =
  (deps: Dependencies): HandlerOf<Routes['getSharedContacts']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const { deal } = found.value.kept.state
    const { sme } = await deps.contracts.document(contractId, deal.revision)
    const looked = await Promise.all(
      contactsOf(sme).map(async (contact) => {
        const key = await keyOf(deps, deal.entityId, contact)
        const { items, next } = await deps.listings.withContact(deal.entityId, key, contractsLookedAt)
        const others = items.filter((one) => one.smeId !== deal.smeId && mayKnow(who, one))
        return shown(contact, others, next !== null)
      }),
    )
    return ok({ items: looked.filter(({ contracts }) => contracts.length > 0) })
  }

const mayKnow = (who: Seller, { holder }: Findable): boolean => !('resellerId' in who) || holder === who.resellerId

/**
 * A page of the contacts that several SMEs of an implementing entity have. What was shared once and is no more is not shown:
 * a page may hold fewer lines.
 */
const listSharedContacts =
  (deps: Dependencies): HandlerOf<Routes['listSharedContacts']> =>
  async ({ query: { limit = usualLimit, cursor } }, { who: { entityId } }) => {
    const scope = `${entityId}/listSharedContacts`
    const after = cursor === undefined ? null : await deps.cursors.open(scope, cursor)
    if (after === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    const page = await deps.listings.sharedContacts(entityId, { limit, after })
    const lines = await Promise.all(page.items.map((key) => lineOf(deps, entityId, key)))
    return ok({
      items: lines.filter((line) => line !== null),
      nextCursor: page.next && (await deps.cursors.seal(scope, page.next)),
    })
  }

/** The contact a key stands for, as the text of a contract under it says; null where one SME or none has it by now. */
const lineOf = async (deps: Dependencies, entityId: EntityId, key: string) => {
  const { items, next } = await deps.listings.withContact(entityId, key, contractsLookedAt)
  const [first] = items
  if (!first || new Set(items.map(({ smeId }) => smeId)).size < 2) return null
  const contact = await contactUnder(deps, entityId, key, first.contractId)
  return contact ? shown(contact, items, next !== null) : null
}

/** The contact of a contract's text in force that has a key; undefined where the text says another by now. */
const contactUnder = async (deps: Dependencies, entityId: EntityId, key: string, contractId: ContractId) => {
  const read = await deps.contracts.find(contractId)
  if (!read) return undefined
  const { sme } = await deps.contracts.document(contractId, read.kept.state.deal.revision)
  for (const contact of contactsOf(sme)) if ((await keyOf(deps, entityId, contact)) === key) return contact
  return undefined
}

export const sharedContactHandlers = (deps: Dependencies) => ({
  getSharedContacts: getSharedContacts(deps),
  listSharedContacts: listSharedContacts(deps),
})

/** A contract with two mails and two telephones, a request each; a page with one shared contact, each more of which is three requests. */
export const costs: Costs = {
  getSharedContacts: { requests: 6, readUnits: 5, writeUnits: 0 },
  listSharedContacts: { requests: 4, readUnits: 4, writeUnits: 0 },
}
