import { rule, unless } from '../model/rule.ts'

/**
 * 第2章1.(5) The bundled cyber insurance says what it covers, how many times, up to which amount and with which
 * deductible. Where there is no limit of times, it says that.
 */
export const insuranceCoverIsStated = rule({
  name: 'insurance-cover-is-stated',
  on: 'service-version',
  asks: ['insurance'],
  suppliedBy: 'implementingEntity',
  statedAs: ['insurance'],
  says: () => ({
    ja: '付帯する保険の補償対象・回数・限度額・免責金額を記載する。',
    en: 'States what the bundled insurance covers, how often, up to what, and the deductible.',
  }),
  objections: ({ insurance }) => {
    const { insurer, coveredMatters, coverageCountPerYear, coverageLimitYen, deductibleYen } = insurance
    return [
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
      ...unless(
        coverageCountPerYear === 'unlimited' || (coverageCountPerYear !== null && coverageCountPerYear >= 1),
        'facts.insurance.coverageCountPerYear',
        '補償回数がありません。回数の限りがない場合は、その旨を記載してください。',
        'How many times it covers is not stated. Where there is no limit, say so.',
      ),
      ...unless(
        coverageLimitYen !== null && coverageLimitYen > 0,
        'facts.insurance.coverageLimitYen',
        '補償限度額がありません。',
        'The coverage limit is not stated.',
      ),
      ...unless(
        deductibleYen !== null,
        'facts.insurance.deductibleYen',
        '免責金額がありません。ない場合は0円と記載してください。',
        'The deductible is not stated. Where there is none, state 0 yen.',
      ),
    ]
  },
})
