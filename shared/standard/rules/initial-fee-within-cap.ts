import { labelOfType, type MonitoringType } from '../../domain/service/facts.ts'
import { yen } from '../../domain/yen.ts'
import { rule, unless } from '../model/rule.ts'

/** A cap for each type the edition knows; of any other it says nothing. */
type Limits = { readonly capExTaxYen: Readonly<Partial<Record<MonitoringType, number>>> }

const capsIn = ({ capExTaxYen }: Limits) =>
  Object.entries(capExTaxYen) as readonly (readonly [MonitoringType, number])[]

/**
 * 第2章1.(7)エ What the SME pays at the start stays within a cap, tax excluded, all parts together. The cap depends on
 * the type of monitoring, not on how many terminals there are.
 */
export const initialFeeWithinCap = rule({
  name: 'initial-fee-within-cap',
  on: 'contract',
  asks: ['monitoringType', 'initialFeeExTaxYen'],
  suppliedBy: 'reseller',
  says: (limits: Limits) => ({
    ja: `初期費用の合計（税抜）は、${capsIn(limits)
      .map(([type, cap]) => `${labelOfType[type].ja}${yen(cap)}`)
      .join('、')}を超えない。`,
    en: `The initial fee without tax is at most ${capsIn(limits)
      .map(([type, cap], at, all) => `${cap}${at === all.length - 1 ? ' yen' : ''} (${type})`)
      .join(', ')}.`,
  }),
  objections: ({ monitoringType, initialFeeExTaxYen }, { capExTaxYen }: Limits) => {
    const cap = capExTaxYen[monitoringType]
    if (cap === undefined) return []
    return unless(
      initialFeeExTaxYen <= cap,
      'terms.initialFeeParts',
      `初期費用の合計 ${yen(initialFeeExTaxYen)}（税抜）が、上限の ${yen(cap)}を超えています。`,
      `The initial fee of ${initialFeeExTaxYen} yen without tax is above the cap of ${cap} yen.`,
    )
  },
})
