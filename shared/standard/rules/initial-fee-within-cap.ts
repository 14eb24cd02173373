import type { MonitoringType } from '../../domain/service/facts.ts'
import { yen } from '../../domain/yen.ts'
import { rule, unless } from '../model/rule.ts'

type Limits = { readonly capExTaxYen: Record<MonitoringType, number> }

/**
 * 第2章1.(7)エ What the SME pays at the start stays within a cap, tax excluded, all parts together. The cap depends on
 * the type of monitoring, not on how many terminals there are.
 */
export const initialFeeWithinCap = rule({
  name: 'initial-fee-within-cap',
  on: 'contract',
  asks: ['monitoringType', 'initialFeeExTaxYen'],
  suppliedBy: 'reseller',
  says: ({ capExTaxYen: { network, endpoint, combined } }: Limits) => ({
    ja: `初期費用の合計（税抜）は、ネットワーク監視型${yen(network)}、端末監視型${yen(endpoint)}、併用型${yen(combined)}を超えない。`,
    en: `The initial fee without tax is at most ${network} (network), ${endpoint} (endpoint), ${combined} yen (combined).`,
  }),
  objections: ({ monitoringType, initialFeeExTaxYen }, { capExTaxYen }: Limits) => {
    const cap = capExTaxYen[monitoringType]
    return unless(
      initialFeeExTaxYen <= cap,
      'terms.initialFeeParts',
      `初期費用の合計 ${yen(initialFeeExTaxYen)}（税抜）が、上限の ${yen(cap)}を超えています。`,
      `The initial fee of ${initialFeeExTaxYen} yen without tax is above the cap of ${cap} yen.`,
    )
  },
})
