import type { PlainDate } from '../plain-date.ts'
import type { Penalty } from '../service/facts.ts'

/**
 * The penalty for leaving on a day, from the formula the SME was shown; whole yen, rounded down, tax excluded. Months
 * that have begun are not counted again (当社解釈). On the term's last day there is none.
 */
export const penaltyFor = (
  penalty: Penalty | null,
  {
    on,
    endOn,
    monthlyFeeExTaxYen,
    wholeMonthsLeft,
  }: {
    readonly on: PlainDate
    readonly endOn: PlainDate
    readonly monthlyFeeExTaxYen: number
    readonly wholeMonthsLeft: number
  },
): number => {
  if (on >= endOn) return 0
  switch (penalty?.kind) {
    case 'fixed':
      return penalty.exTaxYen
    case 'remainingMonths':
      return Math.floor((wholeMonthsLeft * monthlyFeeExTaxYen * penalty.monthlyRatePercent) / 100)
    default:
      return 0
  }
}
