import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes.ts'
import type { ContractEvent, KeptContract } from '../../../shared/domain/contract/contract.ts'
import {
  freeSupportsWithin,
  isFreeSupport,
  recordEmergencySupport as decideSupport,
} from '../../../shared/domain/contract/emergency-support.ts'
import { recordIncidentNotice as decideNotice, targetOf } from '../../../shared/domain/contract/incident.ts'
import { dayInJapan, daysAfter, type PlainDate } from '../../../shared/domain/plain-date.ts'
import { judge } from '../../../shared/standard/index.ts'
import { paperAt } from '../../ports/papers.ts'
import type { Calendar, World } from '../../ports/world.ts'
import { change, versionAfter } from '../change.ts'
import { editionOf } from '../judging.ts'
import { actable, governingCheck } from './act-on-contract.ts'
import type { Costs } from '../cost.ts'

/** Records that an SME was told of a detection, judged by the edition its contract was signed under. */
export const recordIncidentNotice =
  (world: World): HandlerOf<Routes['recordIncidentNotice']> =>
  async ({ params: { contractId }, body }, { who, at, stamp }) => {
    const found = await actable(world.contracts, who, contractId)
    if (!found.ok) return found
    const { kept, name } = found.value
    const { severity, how, detectedAt, toldAt, deviation } = body
    const notice = { severity, how, detectedAt, toldAt }
    const { deal } = kept.state
    const breaches = judge(editionOf(deal.edition), 'incident-notice', notice)
    const paper = paperAt(world.digest, 'incident', kept.version, body)
    const decision = decideNotice(
      kept.state,
      { ...notice, noticeSha256: paper.sha256 },
      { breaches, deviation: deviation ?? null, now: at },
    )
    if (!decision.ok) return decision
    const { incidentNotice } = await world.facts(deal.serviceId, deal.serviceVersion)
    const changed = change('contract', contractId, kept, decision.value, at, { papers: [paper], name })
    return world.commits.commit({
      stamp,
      answer: {
        contractId,
        ...notice,
        version: versionAfter(changed),
        target: targetOf(notice, incidentNotice.seriousTargetMinutes),
        breaches: [...breaches],
        paperSha256: paper.sha256,
      },
      changes: [changed],
      checks: [governingCheck(found.value)],
    })
  }

const monthsOfYear = 12

/** The contract year a day falls in: years are counted from the first day of service (当社解釈). */
export const contractYear = (
  calendar: Calendar,
  startOn: PlainDate,
  day: PlainDate,
): { readonly from: PlainDate; readonly until: PlainDate } => {
  let from = startOn
  for (let year = 1; ; year += 1) {
    const until = calendar.lastDayOfTerm(startOn, monthsOfYear * year)
    if (day <= until) return { from, until }
    from = daysAfter(until, 1)
  }
}

/** The first day of service, which renewals do not move. */
export const servedFrom = (contract: KeptContract): PlainDate =>
  contract.stage === 'live' || contract.stage === 'ended' ? contract.servedFrom : contract.deal.startOn

/** Everything that happened to a contract so far. */
export const eventsOf = async ({ ledger }: Pick<World, 'ledger'>, { deal }: KeptContract): Promise<ContractEvent[]> =>
  (await ledger.eventsOf(deal.contractId)).map(({ event }) => event as ContractEvent)

/** Records a support, and counts those without cost in its contract year from the contract's own ledger. */
export const recordEmergencySupport =
  (world: World): HandlerOf<Routes['recordEmergencySupport']> =>
  async ({ params: { contractId }, body }, { who, at, stamp }) => {
    const found = await actable(world.contracts, who, contractId)
    if (!found.ok) return found
    const { kept, name } = found.value
    const { deal } = kept.state
    const { purpose, mode, startedAt, place, remoteConsentAt, chargedExTaxYen, incidentalExTaxYen, deviation } = body
    const support = { purpose, mode, startedAt, remoteConsentAt, chargedExTaxYen, incidentalExTaxYen }
    const year = contractYear(world.calendar, servedFrom(kept.state), dayInJapan(startedAt))
    const freeSupportsUsed = freeSupportsWithin(await eventsOf(world, kept.state), year)
    const breaches = judge(editionOf(deal.edition), 'emergency-support', { ...support, place, freeSupportsUsed })
    const paper = paperAt(world.digest, 'support', kept.version, body)
    const decision = decideSupport(
      kept.state,
      { ...support, supportSha256: paper.sha256 },
      { breaches, deviation: deviation ?? null, now: at },
    )
    if (!decision.ok) return decision
    const { emergencySupport } = await world.facts(deal.serviceId, deal.serviceVersion)
    const changed = change('contract', contractId, kept, decision.value, at, { papers: [paper], name })
    return world.commits.commit({
      stamp,
      answer: {
        contractId,
        purpose,
        mode,
        startedAt,
        chargedExTaxYen,
        incidentalExTaxYen,
        version: versionAfter(changed),
        contractYear: {
          ...year,
          freePromised: emergencySupport.freePerContractYear,
          freeUsed: freeSupportsUsed + (isFreeSupport(support) ? 1 : 0),
        },
        breaches: [...breaches],
        paperSha256: paper.sha256,
      },
      changes: [changed],
      checks: [governingCheck(found.value)],
    })
  }

export const costs: Costs = {
  recordIncidentNotice: { requests: 2, readUnits: 2, writeUnits: 10 },
  recordEmergencySupport: { requests: 3, readUnits: 4, writeUnits: 10 },
}
