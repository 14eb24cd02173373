import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { readsTheSame } from '../../../shared/domain/contract/differences.ts'
import {
  draftContract as decideDraft,
  reviseContract as decideRevision,
} from '../../../shared/domain/contract/prepare.ts'
import { cannotBePrinted } from '../../../shared/domain/documents/undrawable-text.ts'
import { unfitToSign } from '../../../shared/domain/contract/term-bounds.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { numberTakenBy } from '../../ports/unique-keys.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { beginning, change, versionAfter } from '../../application/change.ts'
import { breachesOn, versionToWrite } from '../../../shared/policy/conclude.ts'
import { contractView } from '../../views/contract-view.ts'
import {
  findActionableContract,
  governingGuardCheck,
  ownPortfolio,
} from '../../application/contracts/contract-access.ts'
import { sellersOwnContact } from '../../application/contracts/sellers-own-contact.ts'
import { compile, keepingOptional } from '../../application/contracts/compile.ts'
import { faceOn } from '../../application/contracts/face.ts'
import { refusedFor } from '../../application/contracts/standing-contract.ts'
import type { Costs } from '../../application/cost.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import { guardChecks, aboutGiven } from '../../application/contracts/guard-checks.ts'

/** A draft in the seller's own portfolio, with the disclosure compiled from the version on offer today. */
export const draftContract =
  (deps: Dependencies): HandlerOf<Routes['draftContract']> =>
  async ({ body }, { who, at, today, metadata }) => {
    const own = await sellersOwnContact(deps, body.sme, who, ownPortfolio(who))
    if (own) return own
    const contractId = deps.ids.contractIn(ownPortfolio(who))
    const ground = await deps.contracts.ground(contractId, aboutGiven(body, who.entityId))
    if (ground?.serviceGuard.entityId !== who.entityId) return refuse({ kind: 'not-found', what: 'service' })
    const version = versionToWrite(body, ground, { seller: ownPortfolio(who), day: today })
    if (!version.ok) return version

    const face = await faceOn(deps, { ...ground.gate, serviceId: body.terms.serviceId }, today)
    const { deal, document, text, name } = await compile(deps, contractId, 1, body, ground, version.value, face)
    const unfit = unfitToSign(deal, today) ?? cannotBePrinted(text)
    if (unfit) return refuse(unfit)
    const decision = decideDraft(deal, { breaches: breachesOn('draft', deal, ground, { day: today }) })
    if (!decision.ok) return refusedFor(deps, who, decision.refusal, ground, { deal, text })
    const changed = beginning('contract', contractId, decision.value, at, { papers: [document], name })
    return deps.commits.commit({
      metadata,
      answer: contractView(changed.state as ExistingContract, versionAfter(changed), name, ground.gate),
      changes: [changed],
      claims: [numberTakenBy(contractId)],
      checks: guardChecks(contractId, ground),
    })
  }

/** The next revision of a draft, compiled anew under the version on offer today. */
export const reviseContract =
  (deps: Dependencies): HandlerOf<Routes['reviseContract']> =>
  async ({ params: { contractId }, body }, { who, at, today, metadata }) => {
    const found = await findActionableContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const own = await sellersOwnContact(deps, body.sme, who, ownPortfolio(who))
    if (own) return own
    const { kept } = found.value
    const ground = await deps.contracts.ground(contractId, aboutGiven(body, who.entityId))
    if (ground?.serviceGuard.entityId !== who.entityId) return refuse({ kind: 'not-found', what: 'service' })
    const version = versionToWrite(body, ground, { seller: ownPortfolio(who), day: today })
    if (!version.ok) return version

    const revision = kept.state.deal.revision + 1
    const before = await deps.contracts.document(contractId, kept.state.deal.revision)
    const given = { ...body, sme: keepingOptional(body.sme, before.sme) }
    const face = await faceOn(deps, { ...ground.gate, serviceId: body.terms.serviceId }, today)
    const { deal, document, text, name } = await compile(deps, contractId, revision, given, ground, version.value, face)
    const unfit = unfitToSign(deal, today) ?? cannotBePrinted(text)
    if (unfit) return refuse(unfit)
    const decision = decideRevision(kept.state, deal, {
      readsTheSame: readsTheSame(before, text),
      breaches: breachesOn('revise', deal, ground, { day: today }),
    })
    if (!decision.ok && decision.refusal.kind === 'breaches-standard')
      return refusedFor(deps, who, decision.refusal, ground, { deal, text })
    if (!decision.ok) return decision
    const changed = change('contract', contractId, kept, decision.value, at, { papers: [document], name })
    return deps.commits.commit({
      metadata,
      answer: contractView(changed.state as ExistingContract, versionAfter(changed), name, ground.gate),
      changes: [changed],
      checks: [governingGuardCheck(found.value), ...guardChecks(contractId, ground).slice(1)],
    })
  }

/**
 * A text that is written reads what its face bears: both companies' rows, a letterhead of one of them, and the files of the
 * service, of which here there are none.
 */
export const costs: Costs = {
  draftContract: { requests: 7, readUnits: 7.5, writeUnits: 27 },
  reviseContract: { requests: 9, readUnits: 10.5, writeUnits: 26 },
}
