import { taxedOnce } from '../../domain/consumption-tax.ts'
import type { MonitoringType } from '../../domain/service/facts.ts'
import { yen } from '../../domain/yen.ts'
import type { ContractFacts } from '../model/occasion.ts'
import { asking, rule, unless } from '../model/rule.ts'

type Limits = { readonly networkExTaxYen: number; readonly perTerminalExTaxYen: number }

/** Parts of which the cap of a type is made up. Of a type that does not stand here, the duty says nothing. */
const madeUpOf: Readonly<Partial<Record<MonitoringType, readonly ('network' | 'terminals')[]>>> = {
  network: ['network'],
  endpoint: ['terminals'],
  combined: ['network', 'terminals'],
}

const capOf = (
  { monitoringType, terminals }: Pick<ContractFacts, 'monitoringType' | 'terminals'>,
  { networkExTaxYen, perTerminalExTaxYen }: Limits,
): number => {
  const of = { network: networkExTaxYen, terminals: perTerminalExTaxYen * terminals }
  return madeUpOf[monitoringType]?.reduce((sum, part) => sum + of[part], 0) ?? Number.POSITIVE_INFINITY
}

/**
 * 第2章1.(7)ア・イ The monthly fee stays within a cap: one for the network type, one for each terminal of the endpoint type,
 * and, as we read it, their sum for the combined type. The text that would say whether the cap is without tax or with it,
 * and what it is for the combined type, is not in hand: only what is over it however it is read is objected to.
 */
export const monthlyFeeWithinCap = rule({
  name: 'monthly-fee-within-cap',
  on: 'contract',
  asks: ['monitoringType', 'monthlyFeeExTaxYen', 'terminals'],
  suppliedBy: 'reseller',
  says: ({ networkExTaxYen, perTerminalExTaxYen }: Limits) => ({
    ja: `月額（税抜）は、ネットワーク監視型で${yen(networkExTaxYen)}、端末監視型で1台あたり${yen(perTerminalExTaxYen)}を超えない。税込で読むと超える額と、併用型でこれらの和を超える額は、手元にない条文による。`,
    en: `The monthly fee without tax is at most ${networkExTaxYen} yen (network), ${perTerminalExTaxYen} yen a terminal (endpoint). What is above it only with tax, and what is above their sum for the combined type, depends on a text not in hand.`,
  }),
  objections: ({ monitoringType, monthlyFeeExTaxYen, terminals }, limits: Limits) => {
    const cap = capOf({ monitoringType, terminals }, limits)
    return unless(
      monitoringType === 'combined' || monthlyFeeExTaxYen <= cap,
      'terms.monthlyFeeExTaxYen',
      `月額 ${yen(monthlyFeeExTaxYen)}（税抜）が、上限の ${yen(cap)}を超えています。`,
      `The monthly fee of ${monthlyFeeExTaxYen} yen without tax is above the cap of ${cap} yen.`,
    )
  },
  questions: ({ monitoringType, monthlyFeeExTaxYen, terminals }, limits: Limits) => {
    const cap = capOf({ monitoringType, terminals }, limits)
    const { inTaxYen } = taxedOnce([monthlyFeeExTaxYen])
    if (monthlyFeeExTaxYen > cap)
      return asking(
        monitoringType === 'combined',
        'depends',
        'terms.monthlyFeeExTaxYen',
        `月額 ${yen(monthlyFeeExTaxYen)}（税抜）が、ネットワーク監視型と端末監視型の上限の和 ${yen(cap)}を超えています。併用型の上限は、手元にない条文によります。`,
        `The monthly fee of ${monthlyFeeExTaxYen} yen is above the sum of both caps, ${cap} yen. The cap of the combined type depends on a text not in hand.`,
      )
    return asking(
      inTaxYen > cap,
      'depends',
      'terms.monthlyFeeExTaxYen',
      `月額 ${yen(monthlyFeeExTaxYen)}は、税抜では上限の ${yen(cap)}以内ですが、税込（${yen(inTaxYen)}）では超えます。上限が税抜か税込かは、手元にない条文によります。`,
      `The monthly fee of ${monthlyFeeExTaxYen} yen is within the cap of ${cap} yen without tax and above it with tax (${inTaxYen}). Which of them the cap is depends on a text not in hand.`,
    )
  },
})
