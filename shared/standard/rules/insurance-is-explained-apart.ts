import { rule, unless } from '../rule.ts'

/** 第2章1.(5) Beside the terms there is a separate explanation of the insurance that the user can easily understand. */
export const insuranceIsExplainedApart = rule({
  name: 'insurance-is-explained-apart',
  on: 'service-version',
  objections: ({ insurance }) =>
    unless(
      Boolean(insurance.explanatoryMaterial),
      'facts.insurance.explanatoryMaterial',
      '保険についての分かりやすい説明資料がありません。',
      'There is no separate plain explanation of the insurance.',
    ),
})
