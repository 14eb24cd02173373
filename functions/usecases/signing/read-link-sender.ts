import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { openLink, openLinkOf } from '../../../shared/domain/contract/link.ts'
import { ok } from '../../../shared/domain/result.ts'
import { dead, named, unknown } from '../../application/contracts/through-link.ts'
import { dealMeant } from '../../application/contracts/waiting-text.ts'
import type { Costs } from '../../application/cost.ts'
import type { Dependencies } from '../../ports/dependencies.ts'

/**
 * Names by which whoever holds a link can tell whether to go on, before it asks for a code: who sent it, the service and
 * the seller. Nothing of the SME, and no condition: the mail alone opens nothing. Of a link that is used up only why.
 */
export const readLinkSender =
  (deps: Dependencies): HandlerOf<Routes['readLinkSender']> =>
  async ({ body: { link } }, { at }) => {
    const found = await named(deps, link)
    if (!found) return unknown
    const { state } = found.read.kept
    const purpose = openLinkOf(state)?.purpose
    if (!purpose || !openLink(state, found.nonce, at).ok) return dead(deps, found, at)
    const { contractId, revision } = dealMeant(state, purpose === 'amend')
    const { implementingEntity, reseller, service } = await deps.contracts.document(contractId, revision)
    return ok({
      purpose,
      sender: implementingEntity.name,
      service: service.name,
      seller: (reseller ?? implementingEntity).name,
    })
  }

/** A link that is used up is looked for in the ledger. */
export const costs: Costs = {
  readLinkSender: { requests: 2, readUnits: 3, writeUnits: 0 },
}
