import { yen } from '../../domain/yen.ts'
import { rule, unless } from '../rule.ts'

type Limits = { readonly networkExTaxYen: number; readonly perTerminalExTaxYen: number }

/**
 * 第2章1.(7)ア・イ The monthly fee stays within a cap, tax excluded: one for the network type, one for each terminal of
 * the endpoint type. For the combined type the cap is not known, and none is applied.
 */
export const monthlyFeeWithinCap = rule({
  name: 'monthly-fee-within-cap',
  on: 'contract',
  objections: ({ monitoringType, monthlyFeeExTaxYen, terminals }, limits: Limits) => {
    if (monitoringType === 'combined') return []
    const cap = monitoringType === 'network' ? limits.networkExTaxYen : limits.perTerminalExTaxYen * terminals
    return unless(
      monthlyFeeExTaxYen <= cap,
      'terms.monthlyFeeExTaxYen',
      `月額 ${yen(monthlyFeeExTaxYen)}（税抜）が、上限の ${yen(cap)}を超えています。`,
      `The monthly fee of ${monthlyFeeExTaxYen} yen without tax is above the cap of ${cap} yen.`,
    )
  },
})
