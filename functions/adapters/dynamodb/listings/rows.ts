import type { Findable } from '../../../../shared/domain/contract/findable.ts'
import type { ContractId, EntityId, Holder, PortfolioOwner } from '../../../../shared/domain/ids.ts'
import type { PlainDate } from '../../../../shared/domain/plain-date.ts'
import { searchKeyOf } from '../../../../shared/domain/search-name.ts'
import type { Scope } from '../../../ports/listings.ts'
import { amountsPartition, daysPartition, namesPartition, sixteen, smePartition, type Key } from '../keys.ts'
import type { Row } from '../read.ts'

export const yearOf = (day: PlainDate): string => day.slice(0, 4)
export const monthOf = (day: PlainDate): string => day.slice(0, 7)

type Packed = readonly [
  entityId: EntityId,
  smeId: string,
  name: string,
  signedOn: PlainDate,
  amount: number,
  initial: number,
  monthly: number,
  months: number,
  ended: 0 | 1,
  seller: PortfolioOwner,
  holder: Holder,
  serviceId: string,
  startOn: PlainDate,
  endOn: PlainDate,
  endedOn: PlainDate | null,
  /** Left out where there is none. */
  formerNames?: readonly string[],
]

/** All that is shown of a contract that was found, in one text: a page needs no second read. */
export const packFindable = (one: Findable): string => {
  const packed: Packed = [
    one.entityId,
    one.smeId,
    one.name,
    one.signedOn,
    one.contractAmountExTaxYen,
    one.initialFeeExTaxYen,
    one.monthlyFeeExTaxYen,
    one.termMonths,
    one.stage === 'ended' ? 1 : 0,
    one.seller,
    one.holder,
    one.serviceId.slice(4),
    one.startOn,
    one.endOn,
    one.endedOn,
    ...(one.formerNames.length > 0 ? ([one.formerNames] as const) : ([] as const)),
  ]
  return JSON.stringify(packed)
}

export const unpackFindable = (contractId: ContractId, text: string): Findable => {
  const [
    entityId,
    smeId,
    name,
    signedOn,
    contractAmountExTaxYen,
    initialFeeExTaxYen,
    monthlyFeeExTaxYen,
    termMonths,
    ended,
    seller,
    holder,
    serviceId,
    startOn,
    endOn,
    endedOn,
    formerNames = [],
  ] = JSON.parse(text) as Packed
  return {
    contractId,
    entityId,
    smeId,
    name,
    signedOn,
    contractAmountExTaxYen,
    initialFeeExTaxYen,
    monthlyFeeExTaxYen,
    termMonths,
    seller,
    holder,
    startOn,
    endOn,
    endedOn,
    formerNames,
    stage: ended === 1 ? 'ended' : 'live',
    serviceId: `svc_${serviceId}`,
  }
}

/** Who finds a contract: its implementing entity, and the reseller that holds it. */
export const scopesOf = ({ entityId, holder }: Findable): readonly Scope[] =>
  holder === entityId ? [entityId] : [entityId, holder]

const contractIdLength = 42

/** The contract a listing is of: every sort key ends in its id. */
export const contractOfListing = ({ sk }: Key): ContractId => sk.slice(-contractIdLength) as ContractId

export const amountPlace = ({ contractAmountExTaxYen, contractId }: Findable): string =>
  `${sixteen(contractAmountExTaxYen)}#${contractId}`
export const namePlace = (name: string, { contractId }: Pick<Findable, 'contractId'>): string =>
  `${searchKeyOf(name)}#${contractId}`

/**
 * Seven rows for each who finds it: by day, by amount in two spans, by name in three, and by SME. Three more for each
 * name it went by before.
 */
const keysIn = (scope: Scope, one: Findable): readonly Key[] => {
  const { signedOn, smeId } = one
  const [year, month] = [yearOf(signedOn), monthOf(signedOn)]
  const byDay = `${signedOn}#${amountPlace(one)}`
  const names = [...new Set([one.name, ...one.formerNames].map((name) => namePlace(name, one)))]
  return [
    { pk: daysPartition(scope, year), sk: byDay },
    { pk: smePartition(scope, smeId), sk: byDay },
    ...[year, month].map((span) => ({ pk: amountsPartition(scope, span), sk: amountPlace(one) })),
    ...[year, month, signedOn].flatMap((span) => names.map((sk) => ({ pk: namesPartition(scope, span), sk }))),
  ]
}

/** The rows by which a contract is found. */
export const listingRows = (one: Findable): readonly Row[] => {
  const f = packFindable(one)
  return scopesOf(one).flatMap((scope) => keysIn(scope, one).map((key) => ({ ...key, t: 'listing', f })))
}
