import { rule, unless } from '../rule.ts'

/**
 * 第2章1.(5) A cyber insurance for sudden costs comes with the service, it covers the cost of first response, and the
 * terms state when and how far the user pays itself.
 */
export const insuranceIsBundled = rule({
  name: 'insurance-is-bundled',
  on: 'service-version',
  asks: ['insurance'],
  suppliedBy: 'implementingEntity',
  says: () => ({
    ja: '初動対応の費用を補償する保険を付け、自己負担が生じる場合とその範囲を記載する。',
    en: 'Bundles an insurance that covers first response, and states the cases of self-payment.',
  }),
  objections: ({ insurance: { insurer, coveredMatters, selfPayCases } }) => [
    ...unless(
      insurer.trim() !== '',
      'facts.insurance.insurer',
      '引受保険会社がありません。',
      'The insurer is not named.',
    ),
    ...unless(
      coveredMatters.some((matter) => matter.includes('初動対応')),
      'facts.insurance.coveredMatters',
      '初動対応の費用が補償対象に入っていません。',
      'The cost of first response is not covered.',
    ),
    ...unless(
      selfPayCases.length > 0,
      'facts.insurance.selfPayCases',
      '自己負担が生じる場合とその範囲がありません。',
      'When and how far the user pays itself is not stated.',
    ),
  ],
})
