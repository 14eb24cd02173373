import type { DisclosureItemCode } from '../domain/disclosure-items.ts'
import type { ContractRevision } from '../domain/contract/states.ts'
import type { PortfolioOwner } from '../domain/ids.ts'
import type { PlainDate } from '../domain/plain-date.ts'
import type { Breach, Refusal } from '../domain/refusal.ts'
import type { Result } from '../domain/result.ts'
import type { OfferedVersion } from '../domain/service/guard.ts'
import { judge, type ConclusionFacts } from '../standard/index.ts'
import type { Eligibility } from './eligibility.ts'
import { editionOf, judgeConclusion, judgeContract, versionOnOffer } from './judging.ts'
import { cannotName, type Naming } from './named-exception.ts'
import { noSuchSme } from './own-number.ts'

/**
 * Every occasion on which a contract's text is written or agreed to. A text is written by a draft, its revision, an
 * amendment's proposal and a renewal; it is agreed to by a signature, by that of an amendment, or on paper, whose record may be
 * corrected.
 */
export type Occasion =
  | 'draft'
  | 'revise'
  | 'offer'
  | 'sign'
  | 'attest'
  | 'correct'
  | 'propose'
  | 'renew'
  | 'offerAmendment'
  | 'signAmendment'

type Asks = {
  /** True where gaps nobody has filled yet are objected to: somebody writes the text now and can say it. */
  readonly anew?: true
  /** True where the explanation of the conditions is judged with it. */
  readonly explained?: true
  /** True where the items the SME acknowledged are judged with it. */
  readonly acknowledged?: true
  /** The contract stands in its SME's place already: nobody else can hold it. */
  readonly inItsPlace?: true
}

/** Demands of each occasion on the rules, once for all of them. */
const asked: Readonly<Record<Occasion, Asks>> = {
  draft: { anew: true },
  revise: { anew: true },
  offer: { explained: true },
  sign: { explained: true, acknowledged: true },
  attest: { explained: true },
  correct: { explained: true, inItsPlace: true },
  propose: { anew: true, inItsPlace: true },
  renew: { inItsPlace: true },
  offerAmendment: { explained: true, inItsPlace: true },
  signAmendment: { explained: true, acknowledged: true, inItsPlace: true },
}

/** Facts known on an occasion beside the text and what it is judged on. */
type Circumstances = {
  /** The day the rules are asked for: today or, of what was signed on paper, the day it was signed. */
  readonly day: PlainDate
  readonly explanation?: ConclusionFacts['explanation']
  readonly acknowledged?: readonly DisclosureItemCode[]
  /** True where the implementing entity puts a paper contract on record, even one of a reseller that has stopped. */
  readonly attestedByEntity?: boolean
}

/** Everything the edition of a text objects to on an occasion. Nothing is decided by it: a decision is given it whole. */
export const breachesOn = (
  occasion: Occasion,
  deal: ContractRevision,
  eligibility: Pick<Eligibility, 'gate' | 'slotHeldBy' | 'exception'>,
  { day, explanation = null, acknowledged = [], attestedByEntity = false }: Circumstances,
): readonly Breach[] => {
  const asks = asked[occasion]
  const ground = asks.inItsPlace ? { ...eligibility, slotHeldBy: deal.contractId } : eligibility
  return [
    ...judgeContract(deal, ground, { day, attestedByEntity, anew: asks.anew ?? false }),
    ...(asks.explained ? judgeConclusion(deal.edition, { explanation, signedOn: day }) : []),
    ...(asks.acknowledged ? judge(editionOf(deal.edition), 'signature', { acknowledged }) : []),
  ]
}

type Given = Naming & { readonly sme: { readonly corporateNumber: string } }

/**
 * The version a text that is given is written under, where a text can be written at all: nobody contracts with itself,
 * an exception named is the seller's own, and the service is registered and on offer that day.
 */
export const versionToWrite = (
  given: Given,
  eligibility: Pick<Eligibility, 'gate' | 'serviceGuard' | 'exception' | 'identity'>,
  { seller, day }: { readonly seller: PortfolioOwner; readonly day: PlainDate },
): Result<OfferedVersion, Refusal<'does-not-fit' | 'not-found'>> =>
  noSuchSme(given.sme.corporateNumber, eligibility) ??
  cannotName(given, eligibility, seller) ??
  versionOnOffer(eligibility.serviceGuard, day)
