import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { hasCorporateNumber, hasNumber, type ExistingSmeIdentity } from '../../../shared/domain/sme/identity.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { beginning, versionAfter } from '../../application/change.ts'
import { ownPortfolio } from '../../application/contracts/contract-access.ts'
import { likenessOf, lookAlikes } from '../../application/contracts/sme-identities.ts'
import { stillActs } from '../../application/tenants/still-acts.ts'
import { smeIdentityView } from '../../views/sme-identity-view.ts'
import type { Costs } from '../../application/cost.ts'
import { identityDetailsForm } from '../../papers/sme-identities.ts'

/**
 * Asks for an id of an SME without 法人番号. The implementing entity is refused at once where that SME has a number on
 * record; a reseller is not, since whose customer it is would be told by that: it learns it when the id is declined.
 */
export const askForSmeIdentity =
  (deps: Dependencies): HandlerOf<Routes['askForSmeIdentity']> =>
  async ({ body: { kind, name, reading = null, postalAddress } }, { who, at, metadata }) => {
    const acts = await stillActs(deps, who)
    if (!acts.ok) return acts
    const { entityId, sub } = who
    const smeId = deps.ids.fresh('sme')
    const details = { name, reading, postalAddress }
    const likeness = likenessOf(deps, details)
    const numbered =
      'resellerId' in who
        ? undefined
        : hasCorporateNumber(await lookAlikes(deps, { entityId, smeId, ...likeness }, details))
    if (numbered) return refuse(hasNumber(numbered))
    const paper = paperAt(deps.digest, 'details', 0, identityDetailsForm.write(details))
    const asked = {
      type: 'sme-identity-asked',
      smeId,
      entityId,
      seller: ownPortfolio(who),
      kind,
      ...likeness,
      detailsSha256: paper.sha256,
      askedBy: sub,
    } as const
    const changed = beginning('smeIdentity', smeId, [asked], at, { papers: [paper] })
    return deps.commits.commit({
      metadata,
      answer: smeIdentityView(changed.state as ExistingSmeIdentity, versionAfter(changed), details),
      changes: [changed],
      checks: acts.value,
    })
  }

/** Costs for a reseller: four write units go to its row. An implementing entity's look-alikes are two requests at least. */
export const costs: Costs = {
  askForSmeIdentity: { requests: 2, readUnits: 1, writeUnits: 18 },
}
