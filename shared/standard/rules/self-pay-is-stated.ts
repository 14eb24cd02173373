import { rule, unless } from '../model/rule.ts'

/**
 * 第2章1.(5) Where the user may have to pay itself, the terms say when. Where it never has to, they say that; and nothing
 * else they say contradicts it.
 */
export const selfPayIsStated = rule({
  name: 'self-pay-is-stated',
  on: 'service-version',
  asks: ['insurance', 'emergencySupport'],
  suppliedBy: 'implementingEntity',
  statedAs: ['selfPay'],
  says: () => ({
    ja: '自己負担が生じる場合を記載する。生じる場合がなければ、その旨を記載し、免責金額・補償回数の限り・別に請求する交通費と食い違わない。',
    en: 'States when the user pays itself; or that it never does, and then no deductible, limit of times or chargeable travel says otherwise.',
  }),
  objections: ({ insurance, emergencySupport }) => {
    const { selfPayCases, deductibleYen, coverageCountPerYear } = insurance
    const where = 'facts.insurance.selfPayCases'
    if (selfPayCases !== 'none')
      return unless(
        selfPayCases.length > 0,
        where,
        '自己負担が生じる場合がありません。生じる場合がないときは、その旨を記載してください。',
        'The cases the user pays itself are not stated. Where there is none, say so.',
      )
    return [
      ...unless(
        deductibleYen === null || deductibleYen === 0,
        where,
        '自己負担が生じる場合はないとしながら、免責金額があります。',
        'It is said that the user never pays itself, and there is a deductible.',
      ),
      ...unless(
        typeof coverageCountPerYear !== 'number',
        where,
        '自己負担が生じる場合はないとしながら、補償回数に限りがあります。',
        'It is said that the user never pays itself, and the insurance covers a limited number of times.',
      ),
      ...unless(
        emergencySupport.travelExpenses === 'included',
        where,
        '自己負担が生じる場合はないとしながら、交通費などの諸経費を別に請求することがあります。',
        'It is said that the user never pays itself, and travel may be charged.',
      ),
    ]
  },
})
