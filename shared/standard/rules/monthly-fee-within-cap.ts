import { yen } from '../../domain/yen.ts'
import { rule, unless } from '../rule.ts'

const capNotKnown = { ja: '併用型の月額の上限は分からない', en: 'the cap of the combined type is not known' }

type Limits = { readonly networkExTaxYen: number; readonly perTerminalExTaxYen: number }

/**
 * 第2章1.(7)ア・イ The monthly fee stays within a cap, tax excluded: one for the network type, one for each terminal of
 * the endpoint type. For the combined type the cap is not known, and none is applied.
 */
export const monthlyFeeWithinCap = rule({
  name: 'monthly-fee-within-cap',
  on: 'contract',
  asks: ['monitoringType', 'monthlyFeeExTaxYen', 'terminals'],
  suppliedBy: 'reseller',
  says: ({ networkExTaxYen, perTerminalExTaxYen }: Limits) => ({
    ja: `月額（税抜）は、ネットワーク監視型で${yen(networkExTaxYen)}、端末監視型で1台あたり${yen(perTerminalExTaxYen)}を超えない。`,
    en: `The monthly fee without tax is at most ${networkExTaxYen} yen (network), ${perTerminalExTaxYen} yen a terminal (endpoint).`,
  }),
  notFor: ({ monitoringType }) => (monitoringType === 'combined' ? capNotKnown : undefined),
  objections: ({ monitoringType, monthlyFeeExTaxYen, terminals }, limits: Limits) => {
    const cap = monitoringType === 'network' ? limits.networkExTaxYen : limits.perTerminalExTaxYen * terminals
    return unless(
      monthlyFeeExTaxYen <= cap,
      'terms.monthlyFeeExTaxYen',
      `月額 ${yen(monthlyFeeExTaxYen)}（税抜）が、上限の ${yen(cap)}を超えています。`,
      `The monthly fee of ${monthlyFeeExTaxYen} yen without tax is above the cap of ${cap} yen.`,
    )
  },
})
