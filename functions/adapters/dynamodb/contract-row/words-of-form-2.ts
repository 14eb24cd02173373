import type { DisclosureItemCode } from '../../../../shared/domain/disclosure-items.ts'
import type { ServiceFunction } from '../../../../shared/domain/service/facts.ts'

/**
 * Functions meant by "all of them" in form 2, where the key is absent. The domain's own lists may grow, and these do
 * not: a row that said nothing in 2026 does not come to say what nobody had heard of then.
 */
export const allFunctions: readonly ServiceFunction[] = [
  'consultationDesk',
  'anomalyMonitoring',
  'emergencyResponse',
  'easeOfAdoption',
  'simpleCyberInsurance',
]
/** Likewise of the items of a disclosure. */
export const allItems: readonly DisclosureItemCode[] = [
  'devices',
  'provisionCountries',
  'dataStorage',
  'insurance',
  'selfPay',
  'initialFee',
  'monthlyFee',
  'term',
  'penalty',
  'rightToCancel',
  'support',
  'noticeContact',
  'helpDesk',
]
