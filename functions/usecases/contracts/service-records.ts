import { numbersOf } from '../../../shared/domain/short-number.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import {
  isFreeSupport,
  recordEmergencySupport as decideSupport,
} from '../../../shared/domain/contract/emergency-support.ts'
import {
  recordIncidentNotice as decideNotice,
  judgeTelling,
  targetOf,
} from '../../../shared/domain/contract/incident.ts'
import { dayInJapan } from '../../../shared/domain/plain-date.ts'
import type { Refusal } from '../../../shared/domain/refusal.ts'
import { refuse } from '../../../shared/domain/result.ts'
import { doubts, judge } from '../../../shared/standard/index.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { change, versionAfter } from '../../application/change.ts'
import { editionOf } from '../../../shared/policy/judging.ts'
import { findActionableContract, governingGuardCheck } from '../../application/contracts/contract-access.ts'
import type { Costs } from '../../application/cost.ts'
import { contractYear, servedFrom, supportFacts } from '../../../shared/policy/support-facts.ts'
import { eventsOf } from '../../application/contracts/events-of.ts'
import { incidentForm, supportForm, verdictForm } from '../../papers/service-records.ts'

/** Records that an SME was told of a detection, judged by the edition its contract was signed under. */
export const recordIncidentNotice =
  (deps: Dependencies): HandlerOf<Routes['recordIncidentNotice']> =>
  async ({ params: { contractId }, body }, { who, at, metadata }) => {
    const found = await findActionableContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const { kept, name } = found.value
    const { severity, how, detectedAt, judgedSeriousAt, toldAt, lateReason, deviation } = body
    const notice = { severity, how, detectedAt, ...(judgedSeriousAt && { judgedSeriousAt }), toldAt }
    const { deal } = kept.state
    const facts = { ...notice, verdict: null }
    const breaches = judge(editionOf(deal.edition), 'incident-notice', facts)
    const open = doubts(editionOf(deal.edition), 'incident-notice', facts)
    const paper = paperAt(deps.digest, 'incident', kept.version, incidentForm.write(body))
    const decision = decideNotice(
      kept.state,
      { ...notice, noticeSha256: paper.sha256 },
      { breaches, doubts: open, lateReason: lateReason ?? null, deviation: deviation ?? null, now: at },
    )
    if (!decision.ok) return decision
    const { incidentNotice } = await deps.facts(deal.serviceId, deal.serviceVersion)
    const changed = change('contract', contractId, kept, decision.value, at, { papers: [paper], name })
    return deps.commits.commit({
      metadata,
      answer: {
        ...numbersOf(contractId),
        ...notice,
        judgedSeriousAt: judgedSeriousAt ?? null,
        version: versionAfter(changed),
        target: targetOf(notice, incidentNotice.seriousTargetMinutes),
        verdict: null,
        breaches: [...breaches],
        doubts: [...open],
        paperSha256: paper.sha256,
      },
      changes: [changed],
      checks: [governingGuardCheck(found.value)],
    })
  }

/** Records what the implementing entity says of a telling that came later than the target. */
export const judgeIncidentTelling =
  (deps: Dependencies): HandlerOf<Routes['judgeIncidentTelling']> =>
  async ({ params: { contractId, noticeSha256 }, body }, { who, at, metadata }) => {
    const found = await findActionableContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const { kept, name } = found.value
    const { deal } = kept.state
    const told = (await eventsOf(deps, kept.state)).find(
      (event) => event.type === 'incident-told' && event.noticeSha256 === noticeSha256,
    )
    if (told?.type !== 'incident-told') return refuse({ kind: 'not-found', what: 'incidentNotice' })
    const { severity, how, detectedAt, judgedSeriousAt, toldAt } = told
    const notice = { severity, how, detectedAt, ...(judgedSeriousAt && { judgedSeriousAt }), toldAt }
    const edition = editionOf(deal.edition)
    const paper = paperAt(deps.digest, 'verdict', kept.version, verdictForm.write({ ...body, recordedBy: who.sub }))
    const decision = judgeTelling(
      kept.state,
      { noticeSha256, verdict: body.verdict, verdictSha256: paper.sha256 },
      { doubts: doubts(edition, 'incident-notice', { ...notice, verdict: null }) },
    )
    if (!decision.ok) return decision
    const facts = { ...notice, verdict: body.verdict }
    const { incidentNotice } = await deps.facts(deal.serviceId, deal.serviceVersion)
    const changed = change('contract', contractId, kept, decision.value, at, { papers: [paper], name })
    return deps.commits.commit({
      metadata,
      answer: {
        ...numbersOf(contractId),
        ...notice,
        judgedSeriousAt: judgedSeriousAt ?? null,
        version: versionAfter(changed),
        target: targetOf(notice, incidentNotice.seriousTargetMinutes),
        verdict: body.verdict,
        breaches: [...judge(edition, 'incident-notice', facts)],
        doubts: [...doubts(edition, 'incident-notice', facts)],
        paperSha256: noticeSha256,
      },
      changes: [changed],
      checks: [governingGuardCheck(found.value)],
    })
  }

const setUpIsItsWord = refuse<Refusal<'does-not-fit'>>({
  kind: 'does-not-fit',
  what: 'setUpReason',
  given: 'reseller',
  needs: 'the word of the implementing entity',
})

/** Records a support, and counts those without cost in its contract year from the contract's own ledger. */
export const recordEmergencySupport =
  (deps: Dependencies): HandlerOf<Routes['recordEmergencySupport']> =>
  async ({ params: { contractId }, body }, { who, at, metadata }) => {
    const found = await findActionableContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const { kept, name } = found.value
    const { state } = kept
    const { deal } = state
    const { purpose, mode, startedAt, installedOn, remoteConsentAt, chargedExTaxYen, incidentalExTaxYen } = body
    const { placeNamed = null, place, setUpReason, deviation } = body
    if (setUpReason !== undefined && 'resellerId' in who) return setUpIsItsWord
    const charged = { chargedExTaxYen, incidentalExTaxYen }
    const support = { purpose, mode, startedAt, ...(installedOn && { installedOn }), remoteConsentAt, ...charged }
    const events = await eventsOf(deps, state)
    const terms = await deps.facts(deal.serviceId, deal.serviceVersion)
    const facts = supportFacts(deps, state, terms, events, {
      ...support,
      placeNamed,
      place,
      setUpReasoned: setUpReason !== undefined,
    })
    const breaches = judge(editionOf(deal.edition), 'emergency-support', facts)
    const paper = paperAt(deps.digest, 'support', kept.version, supportForm.write({ ...body, placeNamed }))
    const decision = decideSupport(
      state,
      { ...support, supportSha256: paper.sha256 },
      { breaches, deviation: deviation ?? null, now: at },
    )
    if (!decision.ok) return decision
    const changed = change('contract', contractId, kept, decision.value, at, { papers: [paper], name })
    return deps.commits.commit({
      metadata,
      answer: {
        ...numbersOf(contractId),
        purpose,
        mode,
        startedAt,
        placeNamed,
        place,
        ...charged,
        version: versionAfter(changed),
        contractYear: {
          ...contractYear(deps.calendar, servedFrom(state), dayInJapan(startedAt)),
          freePromised: facts.freePromised,
          freeUsed: facts.freeSupportsUsed + (isFreeSupport(support) ? 1 : 0),
        },
        breaches: [...breaches],
        paperSha256: paper.sha256,
      },
      changes: [changed],
      checks: [governingGuardCheck(found.value)],
    })
  }

export const costs: Costs = {
  recordIncidentNotice: { requests: 2, readUnits: 2, writeUnits: 14 },
  judgeIncidentTelling: { requests: 3, readUnits: 3, writeUnits: 13 },
  recordEmergencySupport: { requests: 3, readUnits: 5, writeUnits: 14 },
}
