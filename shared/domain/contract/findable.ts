import type { ContractId, EntityId, Holder, PortfolioOwner, ServiceId, SmeId } from '../ids.ts'
import type { Instant, PlainDate } from '../plain-date.ts'
import { searchKeyOf } from '../search-name.ts'
import { pickTerms, searchTerms, type SearchTerm, type TermsOf } from './contract-terms.ts'
import { disputedAt } from './dispute.ts'
import type { Contract, EndedContract, LiveContract } from './states.ts'
import type { ConcludedStage } from './contract-words.ts'

/**
 * Search projection of a concluded contract, by which it is found and shown: the day of the transaction, its amount and
 * the other party (電子帳簿保存法施行規則4条1項, 2条6項5号). Money is whole yen without tax.
 */
export type Findable = TermsOf<SearchTerm> & {
  readonly contractId: ContractId
  readonly entityId: EntityId
  readonly smeId: SmeId
  /** Numbers of the SMEs it was before; it is found by them as well. */
  readonly formerSmeIds?: readonly SmeId[]
  readonly name: string
  /** Names it went by before, as its earlier texts in force say; it is found by them as well. */
  readonly formerNames: readonly string[]
  /** Keys of its SME's contacts, while it is live; absent where it was listed before they were. */
  readonly contacts?: readonly string[]
  /** 取引年月日: the day it was signed. */
  readonly signedOn: PlainDate
  /** 取引金額: what it comes to over its term. */
  readonly contractAmountExTaxYen: number
  readonly initialFeeExTaxYen: number
  readonly stage: ConcludedStage
  readonly seller: PortfolioOwner
  readonly holder: Holder
  readonly serviceId: ServiceId
  readonly endOn: PlainDate
  readonly endedOn: PlainDate | null
  /** Instant at which its SME said that its record is wrong, while nobody has answered; null otherwise. */
  readonly disputedAt: Instant | null
}

const partsOf = (day: PlainDate): readonly [months: number, day: number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year * 12 + month, date]
}

/** The months of a term by its first and last day (民法143条); a month begun counts whole. */
export const monthsOfTerm = (startOn: PlainDate, endOn: PlainDate): number => {
  const [first, startDay] = partsOf(startOn)
  const [last, endDay] = partsOf(endOn)
  return Math.max(0, last - first + (endDay >= startDay ? 1 : 0))
}

/** Numbers it is found by beside its present one, each once: a contract may pass on, and back. */
const formerOf = ({ formerSmeIds = [], deal }: LiveContract | EndedContract): Pick<Findable, 'formerSmeIds'> => {
  const former = [...new Set(formerSmeIds)].filter((one) => one !== deal.smeId)
  return former.length > 0 ? { formerSmeIds: former } : {}
}

/**
 * Search projection of a contract, if it was concluded: live or ended. Drafts, offers and what came to nothing have
 * none.
 */
export const findableOf = (contract: Contract, name: string, formerNames: readonly string[] = []): Findable | null => {
  if (contract.stage !== 'live' && contract.stage !== 'ended') return null
  const { deal, signedOn, holder, stage } = contract
  const termMonths = monthsOfTerm(deal.startOn, deal.endOn)
  return {
    contractId: deal.contractId,
    entityId: deal.entityId,
    smeId: deal.smeId,
    ...formerOf(contract),
    name,
    formerNames,
    signedOn,
    contractAmountExTaxYen: deal.initialFeeExTaxYen + deal.monthlyFeeExTaxYen * termMonths,
    initialFeeExTaxYen: deal.initialFeeExTaxYen,
    ...pickTerms(searchTerms, { ...deal, termMonths }),
    stage,
    seller: deal.seller,
    holder,
    serviceId: deal.serviceId,
    endOn: deal.endOn,
    endedOn: contract.stage === 'ended' ? contract.endedOn : null,
    disputedAt: disputedAt(contract),
  }
}

/** Criteria of a search for contracts. Every bound is within; what is left out asks for nothing. */
export type Criteria = {
  readonly contractId?: ContractId | undefined
  readonly signedFrom?: PlainDate | undefined
  readonly signedUntil?: PlainDate | undefined
  readonly amountFrom?: number | undefined
  readonly amountUntil?: number | undefined
  readonly smeId?: SmeId | undefined
  /** Beginning of a name's key, as `askedKeyOf` makes it. */
  readonly nameKey?: string | undefined
}

/** True for a contract that is one of those looked for. */
export const fits = (one: Findable, asked: Criteria): boolean =>
  (asked.contractId === undefined || one.contractId === asked.contractId) &&
  (asked.signedFrom === undefined || one.signedOn >= asked.signedFrom) &&
  (asked.signedUntil === undefined || one.signedOn <= asked.signedUntil) &&
  (asked.amountFrom === undefined || one.contractAmountExTaxYen >= asked.amountFrom) &&
  (asked.amountUntil === undefined || one.contractAmountExTaxYen <= asked.amountUntil) &&
  (asked.smeId === undefined || one.smeId === asked.smeId || one.formerSmeIds?.includes(asked.smeId) === true) &&
  (asked.nameKey === undefined || nameFoundBy(one, asked.nameKey) !== undefined)

/** The name a contract is found by where names are looked for by the beginning of their key: its own before former ones. */
export const nameFoundBy = ({ name, formerNames }: Findable, nameKey: string): string | undefined =>
  [name, ...formerNames].find((one) => searchKeyOf(one).startsWith(nameKey))
