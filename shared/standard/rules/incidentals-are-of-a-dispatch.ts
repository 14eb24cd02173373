import { yen } from '../../domain/yen.ts'
import { rule, unless } from '../model/rule.ts'

/**
 * 第2章1.(3) What may be charged beside a support without cost is the travel of a dispatch and the like. Nobody travels
 * for a remote session; and where the terms say that travel is included, it is not charged at all.
 */
export const incidentalsAreOfADispatch = rule({
  name: 'incidentals-are-of-a-dispatch',
  on: 'emergency-support',
  asks: ['mode', 'incidentalExTaxYen', 'travelExpenses'],
  suppliedBy: 'implementingEntity',
  says: () => ({
    ja: '交通費などの諸経費を請求するのは、技術者を派遣した支援に限り、規約等が諸経費を含めていないときに限る。',
    en: 'Travel and incidental expenses are charged of a dispatch alone, and only where the terms do not include them.',
  }),
  objections: ({ mode, incidentalExTaxYen, travelExpenses }) => [
    ...unless(
      incidentalExTaxYen === 0 || mode === 'onSite',
      'incidentalExTaxYen',
      `リモートによる支援に、交通費などの諸経費${yen(incidentalExTaxYen)}（税抜）を請求しています。諸経費を請求できるのは、技術者を派遣した支援だけです。`,
      `${incidentalExTaxYen} yen of incidental expenses are charged for remote support. They are of a dispatch alone.`,
    ),
    ...unless(
      incidentalExTaxYen === 0 || travelExpenses === 'chargeable',
      'incidentalExTaxYen',
      `規約等では諸経費も当方が負担するのに、${yen(incidentalExTaxYen)}（税抜）を請求しています。`,
      `By the terms incidental expenses are included, and ${incidentalExTaxYen} yen are charged.`,
    ),
  ],
})
