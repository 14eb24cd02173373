import { rule, unless } from '../model/rule.ts'

const isAmount = (yen: number): boolean => Number.isSafeInteger(yen) && yen >= 0

/**
 * 第2章1.(7)ウ Initial fee, monthly fee and term are stated in the contract's own text, the fees in whole yen. The platform's
 * text always states them; whether a paper does, the form that was signed has to show.
 */
export const conditionsAreStated = rule({
  name: 'conditions-are-stated',
  on: 'contract',
  asks: ['initialFeeExTaxYen', 'monthlyFeeExTaxYen'],
  suppliedBy: 'implementingEntity',
  statedAs: ['initialFee', 'monthlyFee', 'term'],
  says: () => ({
    ja: '初期費用・月額（円単位の額）・契約期間を、契約の書面に記載する。',
    en: "States initial fee and monthly fee in whole yen, and the term, in the contract's text.",
  }),
  objections: ({ initialFeeExTaxYen, monthlyFeeExTaxYen }) => [
    ...unless(
      isAmount(initialFeeExTaxYen),
      'terms.initialFeeParts',
      '初期費用が、円単位の額で記載されていません。ない場合は0円と記載してください。',
      'The initial fee is not stated in whole yen. Where there is none, state 0 yen.',
    ),
    ...unless(
      isAmount(monthlyFeeExTaxYen),
      'terms.monthlyFeeExTaxYen',
      '月額が、円単位の額で記載されていません。',
      'The monthly fee is not stated in whole yen.',
    ),
  ],
})
