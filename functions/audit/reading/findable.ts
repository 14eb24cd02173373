import type { Contract } from '../shapes/contract.ts'
import type { Findable } from '../shapes/disclosure.ts'
import type { PlainDate } from '../shapes/ids.ts'
import { searchKeys, termsFrom, type SearchTerm } from '../shapes/terms.ts'

/** Months of a term by its first and last day; one that has begun counts whole. */
const monthsBetween = (startOn: PlainDate, endOn: PlainDate): number => {
  const [first, last] = [new Date(startOn), new Date(endOn)]
  const whole = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth()
  return Math.max(0, last.getUTCDate() < first.getUTCDate() ? whole : whole + 1)
}

/** Facts by which a contract that was concluded is found and shown; null for any other. */
export const findableOf = (contract: Contract, name: string, formerNames: readonly string[]): Findable | null => {
  if (contract.stage !== 'live' && contract.stage !== 'ended') return null
  const { contractId, entityId, smeId, seller, serviceId, endOn, initialFeeExTaxYen, ...deal } = contract.deal
  const termMonths = monthsBetween(deal.startOn, endOn)
  const former = [...new Set(contract.formerSmeIds ?? [])].filter((one) => one !== smeId)
  return {
    contractId,
    entityId,
    smeId,
    seller,
    serviceId,
    endOn,
    name,
    formerNames,
    ...(former.length > 0 ? { formerSmeIds: former } : {}),
    ...termsFrom(Object.keys(searchKeys) as SearchTerm[], { ...deal, termMonths }),
    initialFeeExTaxYen,
    contractAmountExTaxYen: deal.monthlyFeeExTaxYen * termMonths + initialFeeExTaxYen,
    signedOn: contract.signedOn,
    stage: contract.stage,
    holder: contract.holder,
    endedOn: contract.stage === 'ended' ? contract.endedOn : null,
    disputedAt:
      contract.stage === 'live' && contract.confirmation.stage === 'disputed' ? contract.confirmation.at : null,
  }
}
