import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { freeSupportsWithin } from '../../../shared/domain/contract/emergency-support.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'
import { ok } from '../../../shared/domain/result.ts'
import { contractYear, servedFrom } from '../../../shared/policy/support-facts.ts'
import type { LedgerEvent, NamedPaper } from '../../ports/ledger.ts'
import { numbered } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import type { NamesBySub } from '../../ports/people.ts'
import { peopleAmong } from '../../views/person-shown.ts'
import { writerShown } from '../../views/written.ts'
import { findVisibleContract } from '../../application/contracts/contract-access.ts'
import type { Costs } from '../../application/cost.ts'
import { type PaperForm } from '../../papers/paper-form.ts'
import { incidentForm, supportForm, verdictForm } from '../../papers/service-records.ts'

type Of<Type extends ContractEvent['type']> = LedgerEvent & { readonly event: Extract<ContractEvent, { type: Type }> }

const ofType = <Type extends ContractEvent['type']>(events: readonly LedgerEvent[], type: Type): readonly Of<Type>[] =>
  events.filter((one): one is Of<Type> => one.event.type === type)

const recorded = ({ seq, at, actor }: LedgerEvent, names: NamesBySub) => ({
  seq,
  recordedAt: at,
  recordedBy: writerShown(actor, names),
})

/** What evidence documents of a form say, by name. Throws where one is missing. */
const wordsBy = <Says>(papers: readonly NamedPaper[], form: PaperForm<Says>): ((name: string) => Says) => {
  const said = new Map(papers.map(({ name, content }) => [name, form.read(content)]))
  return (name) => {
    const words = said.get(name)
    if (!words) throw new Error(`the paper ${name} is lost`)
    return words
  }
}

/** Incident notices of a contract, the newest first, with what was told and what was judged of it. */
export const listIncidentNotices =
  ({ contracts, ledger, people }: Dependencies): HandlerOf<Routes['listIncidentNotices']> =>
  async ({ params: { contractId } }, { who }) => {
    const found = await findVisibleContract(contracts, who, contractId)
    if (!found.ok) return found
    const [events, papers, verdicts] = await Promise.all([
      ledger.eventsOf(contractId),
      ledger.papersBetween(contractId, 'incident-', 'incident-~'),
      ledger.papersBetween(contractId, 'verdict-', 'verdict-~'),
    ])
    const names = await people.namesOf(peopleAmong(events.map(({ actor }) => actor)), who)
    const told = wordsBy(papers, incidentForm)
    const judgements = wordsBy(verdicts, verdictForm)
    const judged = new Map(
      ofType(events, 'incident-telling-judged').map(({ seq, at, event }) => {
        const { verdict, judgedBy, reason } = judgements(numbered('verdict', seq))
        return [event.noticeSha256, { verdict, judgedBy, reason, at }]
      }),
    )
    const items = ofType(events, 'incident-told').map((one) => {
      const { severity, how, detectedAt, judgedSeriousAt = null, toldAt, noticeSha256 } = one.event
      const { toldTo, toldBy, summary, lateReason = null, deviation = null } = told(numbered('incident', one.seq))
      return {
        ...recorded(one, names),
        severity,
        how,
        detectedAt,
        judgedSeriousAt,
        toldAt,
        toldTo,
        toldBy,
        summary,
        lateReason,
        deviation,
        verdict: judged.get(noticeSha256) ?? null,
        paperSha256: noticeSha256,
      }
    })
    return ok({ items: items.toReversed(), nextCursor: null })
  }

/** Emergency supports of a contract, the newest first, and how many without cost are left in the year of today. */
export const listEmergencySupports =
  ({ contracts, ledger, people, facts, calendar }: Dependencies): HandlerOf<Routes['listEmergencySupports']> =>
  async ({ params: { contractId } }, { who, today }) => {
    const found = await findVisibleContract(contracts, who, contractId)
    if (!found.ok) return found
    const { state } = found.value.kept
    const [events, papers, { emergencySupport }] = await Promise.all([
      ledger.eventsOf(contractId),
      ledger.papersBetween(contractId, 'support-', 'support-~'),
      facts(state.deal.serviceId, state.deal.serviceVersion),
    ])
    const names = await people.namesOf(peopleAmong(events.map(({ actor }) => actor)), who)
    const done = wordsBy(papers, supportForm)
    const items = ofType(events, 'emergency-supported').map((one) => {
      const { purpose, mode, startedAt, chargedExTaxYen, incidentalExTaxYen, supportSha256 } = one.event
      const {
        by,
        summary,
        place,
        placeNamed = null,
        setUpReason = null,
        deviation = null,
      } = done(numbered('support', one.seq))
      return {
        ...recorded(one, names),
        purpose,
        mode,
        startedAt,
        placeNamed,
        place,
        by,
        summary,
        setUpReason,
        deviation,
        chargedExTaxYen,
        incidentalExTaxYen,
        paperSha256: supportSha256,
      }
    })
    const year = contractYear(calendar, servedFrom(state), today)
    const freePromised = emergencySupport.freePerContractYear
    const freeUsed = freeSupportsWithin(
      events.map(({ event }) => event as ContractEvent),
      year,
    )
    const freeLeft = Math.max(0, freePromised - freeUsed)
    return ok({
      items: items.toReversed(),
      nextCursor: null,
      contractYear: { ...year, freePromised, freeUsed, freeLeft },
    })
  }

/** The contract, its ledger, the evidence documents of what was recorded, and the names of who recorded it. */
export const costs: Costs = {
  listIncidentNotices: { requests: 6, readUnits: 8, writeUnits: 0 },
  listEmergencySupports: { requests: 5, readUnits: 7, writeUnits: 0 },
}
