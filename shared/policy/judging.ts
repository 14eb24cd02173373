import { textOnPaper } from '../domain/contract/form-reading.ts'
import { explanationOnRecord } from '../domain/contract/explanation.ts'
import { covers, dayInJapan, type PlainDate } from '../domain/plain-date.ts'
import type { Breach, Doubt, Refusal } from '../domain/refusal.ts'
import { ok, refuse, type Result } from '../domain/result.ts'
import { mayResell, servesOn, type PortfolioGuard } from '../domain/reseller/guard.ts'
import type { RequirementCode } from '../domain/reseller/requirement.ts'
import { serviceFunctions, type ServiceFacts } from '../domain/service/facts.ts'
import { versionOfferedOn, type OfferedVersion, type ServiceGuard } from '../domain/service/guard.ts'
import {
  doubts,
  judge,
  judgeableEdition,
  judgeAnew,
  type ConclusionFacts,
  type ContractFacts,
  type Edition,
} from '../standard/index.ts'
import type { ResellerFacts } from '../standard/model/occasion.ts'
import { clausesNotSeenOnPaper } from '../standard/on-paper.ts'
import type { ContractRevision, ExistingContract } from '../domain/contract/states.ts'
import type { ExistingReseller } from '../domain/reseller/states.ts'
import { exceptionFacts } from './named-exception.ts'
import type { Eligibility } from './eligibility.ts'

/** The edition a row or a version names. One that is not known here is a defect: nothing was kept under it. */
export const editionOf = (id: string): Edition => {
  const edition = judgeableEdition(id)
  if (!edition) throw new Error(`no edition ${id}`)
  return edition
}

/** The version new contracts of that day are made under, if the service is registered that day. */
export const versionOnOffer = (gate: ServiceGuard, day: PlainDate): Result<OfferedVersion, Refusal<'does-not-fit'>> => {
  const version = versionOfferedOn(gate, day)
  if (!version)
    return refuse({ kind: 'does-not-fit', what: 'terms.serviceId', given: day, needs: 'a version offered on that day' })
  if (!gate.registration || !covers(gate.registration, day)) {
    return refuse({
      kind: 'does-not-fit',
      what: 'terms.serviceId',
      given: day,
      needs: 'a registration valid on that day',
    })
  }
  return ok(version)
}

type Day = {
  /** The day of the contract: its authorization is asked for that day. */
  readonly day: PlainDate
  /** True where the implementing entity puts a paper contract on record, even one of a reseller that has stopped. */
  readonly attestedByEntity?: boolean
  /** True where the text is written now: what nobody has said yet is then objected to. */
  readonly anew?: boolean
}

/** Facts that the rules on contracts ask of one, on the day it is made; `made` for one that was made before. */
export const contractFacts = (
  deal: ContractRevision,
  { gate, slotHeldBy, exception }: Pick<Eligibility, 'gate' | 'slotHeldBy' | 'exception'>,
  {
    day,
    sellerCanProvide,
    made = false,
  }: { readonly day: PlainDate; readonly sellerCanProvide: boolean; readonly made?: boolean },
): ContractFacts => ({
  ...deal,
  channel: deal.seller === deal.entityId ? 'direct' : 'reseller',
  exception: exception && exceptionFacts(exception.state, deal, made),
  madeOn: day,
  sellerMayResell: mayResell(gate, deal.serviceId, day),
  sellerCanProvide,
  anotherLiveContract: slotHeldBy !== null && slotHeldBy !== deal.contractId,
})

/** Breaches the edition finds in what a contract says, given what it is made on. */
export const judgeContract = (
  deal: ContractRevision,
  ground: Pick<Eligibility, 'gate' | 'slotHeldBy' | 'exception'>,
  { day, attestedByEntity = false, anew = false }: Day,
): readonly Breach[] => {
  const sellerCanProvide = servesOn(ground.gate) || (attestedByEntity && couldProvideOn(ground.gate, day))
  const facts = contractFacts(deal, ground, { day, sellerCanProvide })
  return (anew ? judgeAnew : judge)(editionOf(deal.edition), 'contract', facts)
}

type Said = Pick<
  ContractRevision,
  'edition' | 'monitoringType' | 'terminals' | 'importantTerminals' | 'monthlyFeeExTaxYen' | 'startOn'
>

/** Doubts of its edition, neither kept nor breached, in what a contract says, whoever sells it to whom. */
export const doubtsOfDeal = ({ edition, startOn, ...said }: Said): readonly Doubt[] =>
  doubts(editionOf(edition), 'contract', {
    monitoringType: said.monitoringType,
    terminals: said.terminals,
    importantTerminals: said.importantTerminals,
    monthlyFeeExTaxYen: said.monthlyFeeExTaxYen,
    madeOn: startOn,
    channel: 'direct',
    functions: serviceFunctions,
    exception: null,
    initialFeeExTaxYen: 0,
    noticeBy: 'both',
    sellerMayResell: true,
    sellerCanProvide: true,
    anotherLiveContract: false,
  })

/** The same of a contract that was made, or is being made, with what is on record of its explanation. */
export const doubtsOfConclusion = (edition: string, facts: ConclusionFacts): readonly Doubt[] =>
  doubts(editionOf(edition), 'conclusion', facts)

/** The clauses that leave it open whether a text on paper states what they ask: nobody has seen it there yet. */
const doubtsOfText = (contract: ExistingContract) =>
  clausesNotSeenOnPaper(editionOf(contract.deal.edition), textOnPaper(contract)).map((clause) => ({
    kind: 'awaited' as const,
    clause,
  }))
/** Doubts as lists show them: of which kind, under which clause. */
export const doubtsInShort = (all: readonly Doubt[]) => all.map(({ kind, clause }) => ({ kind, clause }))

/**
 * Doubts of its edition on a contract, neither kept nor breached, as lists show it: in what it says, in how it was
 * explained, and in what nobody has seen on its paper yet.
 */
export const doubtsOfContract = (contract: ExistingContract, today: PlainDate) => {
  const { deal } = contract
  const signedOn = 'signedOn' in contract ? contract.signedOn : today
  const conclusion = { explanation: explanationOnRecord(contract), signedOn }
  const said = [...doubtsOfDeal(deal), ...doubtsOfConclusion(deal.edition, conclusion)]
  return [...doubtsInShort(said), ...doubtsOfText(contract)]
}

/** Breaches and doubts of an edition on a version. One that is still to be published can say it all. */
export const judgeVersion = (edition: Edition, facts: ServiceFacts, isPublished: boolean) => ({
  breaches: [...(isPublished ? judge : judgeAnew)(edition, 'service-version', facts)],
  doubts: doubts(edition, 'service-version', facts).filter(({ kind }) => isPublished || kind !== 'notKnown'),
})

/** Breaches the edition finds in how a contract was explained. */
export const judgeConclusion = (edition: string, facts: ConclusionFacts): readonly Breach[] =>
  judge(editionOf(edition), 'conclusion', facts)

/** Facts that the rules on resellers ask of one. */
export const factsOfReseller = ({ requirements }: Pick<ExistingReseller, 'requirements'>): ResellerFacts => {
  const metOn = (code: RequirementCode) => requirements.find((one) => one.code === code)?.met?.on ?? null
  return { channel: 'reseller', pledgedOn: metOn('pledge'), trainedOn: metOn('training') }
}

/** True if a reseller could still provide on a day: on that of its discontinuance itself it could. */
export const couldProvideOn = ({ discontinued }: PortfolioGuard, day: PlainDate): boolean =>
  discontinued !== null && day <= dayInJapan(discontinued.since)
