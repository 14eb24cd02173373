import { type DisclosureItemCode, labelOfItem } from '../../domain/disclosure-items.ts'
import type { ConclusionFacts } from '../model/occasion.ts'
import { asking, rule, unless, type Objection, type Question } from '../model/rule.ts'

type Limits = { readonly items: readonly DisclosureItemCode[] }

const explained = (
  { explanation, signedOn }: ConclusionFacts,
  { items }: Limits,
  what: string,
): readonly Objection[] => {
  if (!explanation) {
    return unless(
      false,
      'explanation',
      `${what}を口頭又は書面で説明した記録がありません。`,
      'There is no explanation on record.',
    )
  }
  return [
    ...items.flatMap((item) =>
      unless(
        explanation.listed === false || explanation.items.includes(item),
        'explanation.items',
        `「${labelOfItem[item].ja}」を説明した記録がありません。`,
        `"${labelOfItem[item].en}" was not explained.`,
      ),
    ),
    ...unless(
      explanation.on <= signedOn,
      'explanation.on',
      '説明した日が契約日より後です。',
      'It was explained after the day of the contract.',
    ),
  ]
}

/** Question where an explanation is on record only as a whole: whether these items were among it, nothing says. */
const notListed = ({ explanation }: ConclusionFacts, what: string): readonly Question[] =>
  asking(
    explanation?.listed === false,
    'notItemised',
    'explanation.items',
    `説明した方法と日の記録はありますが、説明した事項の記載がありません。${what}を説明したかどうかは、記録からは分かりません。`,
    'How and when it was explained is on record, and the items are not listed.',
  )

/** 第2章1.(7)ウ Initial fee, term and the other conditions are explained, orally or in writing, before signing. */
export const conditionsAreExplained = rule({
  name: 'conditions-are-explained',
  on: 'conclusion',
  asks: ['explanation', 'signedOn'],
  suppliedBy: 'reseller',
  says: () => ({
    ja: '初期費用・月額・契約期間を、契約の前に口頭又は書面で説明する。',
    en: 'Initial fee, monthly fee and term are explained before the contract.',
  }),
  objections: (facts, limits: Limits) => explained(facts, limits, '初期費用・契約年数などの条件'),
  questions: (facts) => notListed(facts, '初期費用・契約年数などの条件'),
})

/** 第2章1.(7)オ (under 1.1 第2章1.(7)エ) So are the penalty for leaving early and the user's right to cancel. */
export const leavingIsExplained = rule({
  name: 'leaving-is-explained',
  on: 'conclusion',
  asks: ['explanation', 'signedOn'],
  suppliedBy: 'reseller',
  says: () => ({
    ja: '途中解約の違約金と解除の権利を、契約の前に口頭又は書面で説明する。',
    en: 'The penalty and the right to cancel are explained before the contract.',
  }),
  objections: (facts, limits: Limits) => explained(facts, limits, '途中解約の違約金と解除の権利'),
  questions: (facts) => notListed(facts, '途中解約の違約金と解除の権利'),
})

/** 第2章1.(5) Under 1.1, so is when and how far the user pays itself. */
export const selfPayIsExplained = rule({
  name: 'self-pay-is-explained',
  on: 'conclusion',
  asks: ['explanation', 'signedOn'],
  suppliedBy: 'reseller',
  says: () => ({
    ja: '保険と自己負担が生じる場合を、契約の前に口頭又は書面で説明する。',
    en: 'Insurance and self-payment are explained before the contract.',
  }),
  objections: (facts, limits: Limits) => explained(facts, limits, '自己負担が生じる場合とその範囲'),
  questions: (facts) => notListed(facts, '自己負担が生じる場合とその範囲'),
})
