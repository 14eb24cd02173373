import type { Contract } from '../shapes/contract.ts'
import type { Findable } from '../shapes/disclosure.ts'
import type { PlainDate } from '../shapes/ids.ts'

/** Months of a term by its first and last day; one that has begun counts whole. */
const monthsBetween = (startOn: PlainDate, endOn: PlainDate): number => {
  const [first, last] = [new Date(startOn), new Date(endOn)]
  const whole = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth()
  return Math.max(0, last.getUTCDate() < first.getUTCDate() ? whole : whole + 1)
}

/** Facts by which a contract that was concluded is found and shown; null for any other. */
export const findableOf = (contract: Contract, name: string, formerNames: readonly string[]): Findable | null => {
  if (contract.stage !== 'live' && contract.stage !== 'ended') return null
  const { contractId, entityId, smeId, seller, serviceId, startOn, endOn, ...deal } = contract.deal
  const { initialFeeExTaxYen, monthlyFeeExTaxYen } = deal
  const termMonths = monthsBetween(startOn, endOn)
  return {
    contractId,
    entityId,
    smeId,
    seller,
    serviceId,
    startOn,
    endOn,
    name,
    formerNames,
    ...(contract.formerSmeIds ? { formerSmeIds: contract.formerSmeIds } : {}),
    termMonths,
    initialFeeExTaxYen,
    monthlyFeeExTaxYen,
    contractAmountExTaxYen: monthlyFeeExTaxYen * termMonths + initialFeeExTaxYen,
    signedOn: contract.signedOn,
    stage: contract.stage,
    holder: contract.holder,
    endedOn: contract.stage === 'ended' ? contract.endedOn : null,
    disputedAt:
      contract.stage === 'live' && contract.confirmation.stage === 'disputed' ? contract.confirmation.at : null,
  }
}
