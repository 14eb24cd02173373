import { shortNumberOf } from '../../../shared/domain/short-number.ts'
import type { HandlerOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import { explanationOnRecord } from '../../../shared/domain/contract/explanation.ts'
import { textOnPaper } from '../../../shared/domain/contract/form-reading.ts'
import { tellingVerdictsIn } from '../../../shared/domain/contract/incident.ts'
import type { PlainDate } from '../../../shared/domain/plain-date.ts'
import { ok } from '../../../shared/domain/result.ts'
import type { Words } from '../../../shared/domain/words.ts'
import type { ServiceFacts } from '../../../shared/domain/service/facts.ts'
import type {
  ContractFacts,
  EmergencySupportFacts,
  IncidentNoticeFacts,
  SignatureFacts,
} from '../../../shared/standard/model/occasion.ts'
import { conformitySheet } from '../../../shared/standard/reports/conformity-sheet.ts'
import { conformity, type Subject } from '../../../shared/standard/reports/conformity.ts'
import { fact } from '../../../shared/standard/reports/sheets.ts'
import type { ContractAsRead, EligibilityAsRead } from '../../ports/contracts.ts'
import type { LedgerEvent } from '../../ports/ledger.ts'
import { numbered, type PaperContent } from '../../ports/papers.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { findVisibleContract } from '../../application/contracts/contract-access.ts'
import { factsOfCase } from '../../application/cases/progress.ts'
import { contractFacts, couldProvideOn, editionOf, factsOfReseller } from '../../../shared/policy/judging.ts'
import { conformityView } from '../../views/standard-views.ts'
import type { Costs } from '../../application/cost.ts'
import type { Contract, ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'
import { supportFacts } from '../../../shared/policy/support-facts.ts'
import { changeTo } from '../../application/tenants/service-change.ts'
import type { ConcludedStage } from '../../../shared/domain/contract/contract-words.ts'
import { confirmationForm, signatureForm } from '../../papers/words-of-smes.ts'
import { supportForm } from '../../papers/service-records.ts'

const notYet = (ja: string, en: string): Words => ({ ja, en })

/** Reasons for which a contract has nothing to be asked on an occasion. */
const without = (contract: ExistingContract): Subject['without'] => ({
  'service-version': notYet('サービスの版がない', 'there is no version'),
  'service-change': notYet('サービスの最初の版による契約である', "it stands under the service's first version"),
  reseller: notYet('再販協力会社を通さない契約である', 'no reseller is part of the contract'),
  contract: notYet('契約の内容がない', 'it says nothing'),
  conclusion: notYet('契約の内容がない', 'it says nothing'),
  signature:
    contract.stage === 'live' || contract.stage === 'ended'
      ? notYet('ユーザーの確認を待っている', 'the confirmation of the user is awaited')
      : notYet('まだ署名されていない', 'it is not signed'),
  'incident-notice': notYet('知らせたインシデントの記録がない', 'no telling of an incident is on record'),
  'emergency-support': notYet('支援の記録がない', 'no support is on record'),
  discontinuance: notYet('販売者が提供を続けられなくなったことはない', 'its seller has not stopped'),
})

type Made = Extract<ExistingContract, { stage: ConcludedStage }>
const isMade = (contract: Contract): contract is Made => contract.stage === 'live' || contract.stage === 'ended'

/** The evidence document beside an event, by the name it was filed under. */
const paperOf = ({ ledger }: Dependencies, name: string, { stream, seq }: LedgerEvent): Promise<PaperContent> =>
  ledger.paper(stream, numbered(name, seq))

const acknowledgedIn = ({ acknowledged }: SignatureFacts): SignatureFacts => ({ acknowledged })

/** Acknowledgements of the signer, once it has given them: when it signed, or when it confirmed what was attested. */
const signatures = async (deps: Dependencies, events: readonly LedgerEvent[]): Promise<readonly SignatureFacts[]> => {
  const given = events.flatMap((event): readonly Promise<SignatureFacts>[] => {
    switch (event.event.type) {
      case 'contract-signed':
        return [paperOf(deps, 'signature', event).then(signatureForm.read).then(acknowledgedIn)]
      case 'attestation-confirmed':
        return [paperOf(deps, 'confirmation', event).then(confirmationForm.read).then(acknowledgedIn)]
      default:
        return []
    }
  })
  return Promise.all(given)
}

/** Every support, each as it stood when it was given: after what had come before it. */
const supports = async (
  deps: Dependencies,
  contract: ExistingContract,
  terms: ServiceFacts,
  events: readonly LedgerEvent[],
): Promise<readonly EmergencySupportFacts[]> => {
  const before: ContractEvent[] = []
  const facts: EmergencySupportFacts[] = []
  for (const kept of events) {
    const event = kept.event as ContractEvent
    if (event.type === 'emergency-supported') {
      // The evidence document of a record from before the named place was asked has none.
      const { placeNamed, place, setUpReason } = supportForm.read(await paperOf(deps, 'support', kept))
      const given = { place, ...(placeNamed === undefined ? {} : { placeNamed }) }
      facts.push(
        supportFacts(deps, contract, terms, before, { ...event, ...given, setUpReasoned: setUpReason !== undefined }),
      )
    }
    before.push(event)
  }
  return facts
}

/** Every telling of an incident, with what was said last of one that came late. */
const tellings = (events: readonly LedgerEvent[]): readonly IncidentNoticeFacts[] => {
  const all = events.map(({ event }) => event as ContractEvent)
  const verdicts = tellingVerdictsIn(all)
  return all.flatMap((event) =>
    event.type === 'incident-told' ? { ...event, verdict: verdicts.get(event.noticeSha256) ?? null } : [],
  )
}

/** A contract that was made is judged by the day it was made on; what is still prepared, by today. */
const asMade = (
  state: ExistingContract,
  { gate, slotHeldBy, exception }: EligibilityAsRead,
  today: PlainDate,
): ContractFacts => {
  if (!isMade(state)) {
    return contractFacts(
      state.deal,
      { gate, slotHeldBy, exception },
      { day: today, sellerCanProvide: gate.discontinued === null },
    )
  }
  const { deal, signedOn, stage } = state
  // An ended contract has given its place up, to whomever.
  const place = stage === 'ended' ? null : slotHeldBy
  const sellerCanProvide = gate.discontinued === null || couldProvideOn(gate, signedOn)
  return contractFacts(deal, { gate, exception, slotHeldBy: place }, { day: signedOn, sellerCanProvide, made: true })
}

/** Facts on record about a contract, as its edition's rules ask for it. */
const subjectOf = async (deps: Dependencies, { kept }: ContractAsRead, today: PlainDate): Promise<Subject> => {
  const { state } = kept
  const { deal } = state
  const made = isMade(state) ? state : null
  const [service, reseller, events, ground, facts] = await Promise.all([
    deps.directory.service(deal.entityId, deal.serviceId),
    deal.seller === deal.entityId ? undefined : deps.directory.reseller(deal.entityId, deal.seller as never),
    deps.ledger.eventsOf(deal.contractId),
    deps.contracts.ground(deal.contractId, deal),
    deps.facts(deal.serviceId, deal.serviceVersion),
  ])
  if (!service || !ground) throw new Error(`${deal.contractId} lost its ground`)
  const version = service.state.versions.find(({ number }) => number === deal.serviceVersion)
  const takeovers = made ? [...made.earlierTakeovers, ...(made.takeover ? [made.takeover] : [])] : []
  const cases = await Promise.all(
    takeovers.map(async ({ discontinuanceId }) => {
      const found = await deps.directory.discontinuance(deal.entityId, discontinuanceId)
      return found && factsOfCase(deps, found.state)
    }),
  )
  const change = await changeTo(deps, service.state, deal.serviceVersion, version?.change ?? null)
  return {
    today,
    paper: textOnPaper(state),
    without: without(state),
    evidence: service.state.evidence,
    version: { number: deal.serviceVersion, of: service.state.versions.length },
    facts: {
      'service-version': [facts],
      'service-change': change ? [change] : [],
      reseller: reseller ? [factsOfReseller(reseller.state)] : [],
      contract: [asMade(state, ground, today)],
      conclusion: [{ explanation: explanationOnRecord(state), signedOn: made?.signedOn ?? today }],
      signature: await signatures(deps, events),
      'incident-notice': tellings(events),
      'emergency-support': await supports(deps, state, facts, events),
      discontinuance: cases.filter((one) => one !== undefined),
    },
  }
}

const judged = async (deps: Dependencies, read: ContractAsRead, today: PlainDate) => {
  const edition = editionOf(read.kept.state.deal.edition)
  return { edition, verdicts: conformity(edition, await subjectOf(deps, read, today)) }
}

export const getContractConformity =
  (deps: Dependencies): HandlerOf<Routes['getContractConformity']> =>
  async ({ params: { contractId } }, { who, today }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const { edition, verdicts } = await judged(deps, found.value, today)
    const { serviceId, serviceVersion } = found.value.kept.state.deal
    return ok(conformityView(edition, verdicts, { serviceId, serviceVersion, contractId, today }))
  }

export const getContractConformityPage =
  (deps: Dependencies): HandlerOf<Routes['getContractConformityPage']> =>
  async ({ params: { contractId } }, { who, today }) => {
    const found = await findVisibleContract(deps.contracts, who, contractId)
    if (!found.ok) return found
    const { edition, verdicts } = await judged(deps, found.value, today)
    const about = {
      title: `${found.value.name} 様の契約`,
      facts: [fact('契約番号', shortNumberOf(contractId)), fact('判定した基準', edition.title.ja)],
      today,
    }
    return ok(deps.documents.sheetPage(conformitySheet(edition, verdicts, about)))
  }

/** Costs: each support is an evidence document more to read, each takeover a case with its two reports. */
export const costs: Costs = {
  getContractConformity: { requests: 7, readUnits: 12, writeUnits: 0 },
  getContractConformityPage: { requests: 7, readUnits: 12, writeUnits: 0 },
}
