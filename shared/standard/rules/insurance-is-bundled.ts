import { rule, unless } from '../model/rule.ts'

/** 第2章1.(5) A cyber insurance for sudden costs comes with the service, and it is said what it covers. */
export const insuranceIsBundled = rule({
  name: 'insurance-is-bundled',
  on: 'service-version',
  asks: ['insurance'],
  suppliedBy: 'implementingEntity',
  says: () => ({
    ja: '突発的な費用を補償する保険を付ける。',
    en: 'Bundles an insurance for sudden costs.',
  }),
  objections: ({ insurance: { insurer, coveredMatters } }) => [
    ...unless(
      insurer.trim() !== '',
      'facts.insurance.insurer',
      '引受保険会社がありません。',
      'The insurer is not named.',
    ),
    ...unless(
      coveredMatters.length > 0,
      'facts.insurance.coveredMatters',
      '補償対象となる事項がありません。',
      'The covered matters are not stated.',
    ),
  ],
})
