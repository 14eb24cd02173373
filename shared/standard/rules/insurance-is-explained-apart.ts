import { rule, unless } from '../model/rule.ts'

/** 第2章1.(5) Beside the terms there is a separate explanation of the insurance that the user can easily understand. */
export const insuranceIsExplainedApart = rule({
  name: 'insurance-is-explained-apart',
  on: 'service-version',
  asks: ['insurance'],
  suppliedBy: 'implementingEntity',
  says: () => ({
    ja: '保険についての分かりやすい説明資料を別に用意する。',
    en: 'Has a separate plain explanation of the insurance.',
  }),
  objections: ({ insurance }) =>
    unless(
      Boolean(insurance.explanatoryMaterial?.trim()),
      'facts.insurance.explanatoryMaterial',
      '保険についての分かりやすい説明資料がありません。',
      'There is no separate plain explanation of the insurance.',
    ),
})
