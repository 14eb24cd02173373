import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { askForException as decideAsking, type ExistingException } from '../../../shared/domain/exception/exception.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { paperAt, type PaperContent } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { beginning, versionAfter } from '../../application/change.ts'
import { ownPortfolio } from '../../application/contracts/contract-access.ts'
import { entityOf } from '../../application/tenants/entity.ts'
import { noSuchSme } from '../../../shared/policy/own-number.ts'
import { isOwnSmeId } from '../../../shared/domain/sme-id.ts'
import { stopped } from '../../application/tenants/still-acts.ts'
import { exceptionView } from '../../views/exception-view.ts'
import type { Costs } from '../../application/cost.ts'
import { exceptionBurdenForm, exceptionEvidenceForm, exceptionGroundForm } from '../../papers/statements.ts'

const said = (text: string | null | undefined): text is string => typeof text === 'string' && text.trim() !== ''

/** Asks for an exception: a reseller for its own contracts, the implementing entity for any reseller's or its own. */
export const askForException =
  (deps: Dependencies): HandlerOf<Routes['askForException']> =>
  async ({ body }, { who, at, today, metadata }) => {
    const { entityId, sub } = who
    const { serviceId, ground = null, groundInWords, evidence, burden, expiresOn = null } = body
    const own = ownPortfolio(who)
    const seller = body.resellerId ?? own
    if ('resellerId' in who && seller !== own) return refuse({ kind: 'not-found', what: 'reseller' })
    const smeIds = body.corporateNumbers ?? []
    const [entity, service, reseller, identities] = await Promise.all([
      entityOf(deps, entityId),
      deps.directory.service(entityId, serviceId),
      seller === entityId ? undefined : deps.directory.reseller(entityId, seller as `rsl_${string}`),
      Promise.all(smeIds.map(async (id) => (isOwnSmeId(id) ? deps.directory.smeIdentity(entityId, id) : null))),
    ])
    if (!service || (seller !== entityId && !reseller))
      return refuse({ kind: 'not-found', what: 'resellerId or serviceId' })
    // No contract is made through a reseller that was stopped, so there is nothing to make an exception for.
    const over = reseller && stopped(reseller.state)
    if (over) return refuse(over)

    const { corporateNumber } = entity
    const gate = { corporateNumber: reseller?.state.corporateNumber ?? corporateNumber, entity }
    const noSme = smeIds.flatMap(
      (id, index) => noSuchSme(id, { gate, identity: identities[index] ?? null }, 'corporateNumbers') ?? [],
    )
    if (noSme[0]) return noSme[0]
    const paper = (name: string, content: PaperContent) => paperAt(deps.digest, name, 0, content)
    const { description, documentSha256 } = evidence ?? {}
    const papers = {
      ground: said(groundInWords) ? paper('ground', exceptionGroundForm.write({ ground, groundInWords })) : null,
      evidence:
        said(description) && documentSha256
          ? paper('evidence', exceptionEvidenceForm.write({ description, documentSha256 }))
          : null,
      burden: said(burden) ? paper('burden', exceptionBurdenForm.write({ burden })) : null,
    }
    const exceptionId = deps.ids.fresh('exc')
    const decision = decideAsking(
      {
        exceptionId,
        entityId,
        seller,
        serviceId,
        ground,
        expiresOn,
        smeIds,
        leavesOut: body.leavesOut ?? [],
        groundSha256: papers.ground?.sha256 ?? null,
        evidenceSha256: papers.evidence?.sha256 ?? null,
        burdenSha256: papers.burden?.sha256 ?? null,
        askedBy: sub,
      },
      { today },
    )
    if (!decision.ok) return decision
    const changed = beginning('separateContractException', exceptionId, decision.value, at, {
      papers: Object.values(papers).filter((one) => one !== null),
    })
    return deps.commits.commit({
      metadata,
      answer: exceptionView(changed.state as ExistingException, versionAfter(changed), today),
      changes: [changed],
      checks: reseller
        ? [{ state: 'reseller', id: reseller.state.resellerId, entityId, version: reseller.version }]
        : [],
    })
  }

/** Costs for a reseller: an SME may be neither it nor the implementing entity, which is read for its number; four write units go to its row, for it must still stand when the exception is asked for. */
export const costs: Costs = {
  askForException: { requests: 4, readUnits: 3, writeUnits: 23 },
}
