import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { refuse } from '../../../shared/domain/result.ts'
import {
  declineIdentity as decideDecline,
  giveIdentity as decideGiving,
  type ExistingSmeIdentity,
} from '../../../shared/domain/sme/identity.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import { detailsOf, identitySeen, lookAlikes } from '../../application/contracts/sme-identities.ts'
import { smeIdentityView } from '../../views/sme-identity-view.ts'
import type { Costs } from '../../application/cost.ts'
import { verificationForm } from '../../papers/sme-identities.ts'
import { reasonForm } from '../../papers/statements.ts'

/** A named person saw the papers; from now on the id stands wherever a 法人番号 does. */
export const giveSmeIdentity =
  (deps: Dependencies): HandlerOf<Routes['giveSmeIdentity']> =>
  async ({ params: { smeId }, body }, { who, at, today, metadata }) => {
    const { papers, verifiedOn, searchedOn, acknowledged = [], description = null, documentSha256 = null } = body
    const found = await identitySeen(deps, who, smeId)
    if (!found) return refuse({ kind: 'not-found', what: 'smeIdentity' })
    if (papers.includes('other') && description === null)
      return refuse({ kind: 'does-not-fit', what: 'description', given: '', needs: 'words on the other paper' })
    const details = await detailsOf(deps, found.state)
    const alike = await lookAlikes(deps, found.state, details)
    const paper = paperAt(
      deps.digest,
      'verification',
      found.version,
      verificationForm.write({ verifiedBy: body.verifiedBy, description, documentSha256, searchedOn, acknowledged }),
    )
    const decision = decideGiving(
      found.state,
      { papers, verifiedOn, searchedOn, acknowledged, givenBy: who.sub, verificationSha256: paper.sha256 },
      { today, alike },
    )
    if (!decision.ok) return decision
    const changed = change('smeIdentity', smeId, found, decision.value, at, { papers: [paper] })
    return deps.commits.commit({
      metadata,
      answer: smeIdentityView(changed.state as ExistingSmeIdentity, versionAfter(changed), details),
      changes: [changed],
    })
  }

export const declineSmeIdentity =
  (deps: Dependencies): HandlerOf<Routes['declineSmeIdentity']> =>
  async ({ params: { smeId }, body: { reason } }, { who, at, metadata }) => {
    const found = await identitySeen(deps, who, smeId)
    if (!found) return refuse({ kind: 'not-found', what: 'smeIdentity' })
    const paper = paperAt(deps.digest, 'decline', found.version, reasonForm.write({ reason, by: who.sub }))
    const decision = decideDecline(found.state, paper.sha256)
    if (!decision.ok) return decision
    const changed = change('smeIdentity', smeId, found, decision.value, at, { papers: [paper] })
    return deps.commits.commit({
      metadata,
      answer: smeIdentityView(
        changed.state as ExistingSmeIdentity,
        versionAfter(changed),
        await detailsOf(deps, found.state),
      ),
      changes: [changed],
    })
  }

/** Giving an id that nobody looks like. Each look-alike by name is two requests more, each by address alone one. */
export const costs: Costs = {
  giveSmeIdentity: { requests: 6, readUnits: 4, writeUnits: 12 },
  declineSmeIdentity: { requests: 3, readUnits: 2, writeUnits: 12 },
}
