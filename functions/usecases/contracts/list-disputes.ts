import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { disputedAt } from '../../../shared/domain/contract/dispute.ts'
import type { Findable } from '../../../shared/domain/contract/findable.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import { ok, refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { ownPortfolio } from '../../application/contracts/contract-access.ts'
import { unreadableFor } from '../../application/unreadable-for.ts'
import type { Costs } from '../../application/cost.ts'
import { disputesIn } from '../../views/dispute-view.ts'

const usualLimit = 50

/**
 * A page of undecided disputes, the oldest first: an implementing entity's, or those a reseller holds. The listing
 * follows the contracts with a delay, so they are asked as well: what was answered meanwhile, or came to another, is not
 * shown, and a page may hold fewer lines.
 */
export const listDisputes =
  (deps: Dependencies): HandlerOf<Routes['listDisputes']> =>
  async ({ query: { limit = usualLimit, cursor, resellerId } }, { who }) => {
    const own = ownPortfolio(who)
    if ('resellerId' in who && resellerId && resellerId !== who.resellerId)
      return refuse({ kind: 'not-found', what: 'reseller' })
    const ofReseller = resellerId && (await deps.directory.reseller(who.entityId, resellerId))
    if (resellerId && !ofReseller) return refuse({ kind: 'not-found', what: 'reseller' })
    const scope = resellerId ?? own
    const cursorScope = `${own}/listDisputes/${scope}`
    const after = cursor === undefined ? null : await deps.cursors.open(cursorScope, cursor)
    if (after === undefined) return refuse({ kind: 'not-found', what: 'cursor' })
    const page = await deps.listings.disputes(scope, { limit, after })
    const { items: states, unreadable } = await deps.contracts.states(page.items.map(({ contractId }) => contractId))
    const standing = new Map(states.map((state) => [state.deal.contractId, state]))
    const open = page.items.flatMap((one) => {
      const state = standing.get(one.contractId)
      const at = state && disputedAt(state)
      return at && (scope === who.entityId || holderOf(state) === scope) ? [{ one, at }] : []
    })
    const items = await Promise.all(open.map(({ one, at }) => lineOf(deps, one, at)))
    return ok({
      items,
      unreadable: unreadableFor(who, [...page.unreadable, ...unreadable]),
      nextCursor: page.next && (await deps.cursors.seal(cursorScope, page.next)),
    })
  }

const holderOf = (state: ExistingContract) => ('holder' in state ? state.holder : state.deal.seller)

const lineOf = async (
  { ledger }: Dependencies,
  { contractId, holder, serviceId, smeId, name }: Findable,
  at: Instant,
) => {
  const dispute = disputesIn(await ledger.papersBetween(contractId, 'dispute-', 'dispute-~')).at(-1)
  if (!dispute) throw new Error(`${contractId} is disputed by no paper`)
  const { what, signer } = dispute
  return { contractId, holder, serviceId, sme: { smeId, name }, disputedAt: at, what, signer }
}

/** The listing, the contracts of the page in one request, and what was said about each: here of two disputes. */
export const costs: Costs = {
  listDisputes: { requests: 4, readUnits: 4.5, writeUnits: 0 },
}
