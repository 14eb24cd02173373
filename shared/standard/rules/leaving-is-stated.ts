import { rule, unless } from '../model/rule.ts'

/** 第2章1.(7)オ (under 1.1 第2章1.(7)エ) The terms state the penalty for leaving early so that it can be computed. */
export const leavingIsStated = rule({
  name: 'leaving-is-stated',
  on: 'service-version',
  asks: ['termination'],
  suppliedBy: 'implementingEntity',
  statedAs: ['penalty', 'rightToCancel'],
  says: () => ({
    ja: '途中解約の違約金を、計算できる形で記載する。',
    en: 'States the penalty for leaving early so that it can be computed.',
  }),
  objections: ({ termination }) =>
    unless(
      termination.penalty !== null,
      'facts.termination.penalty',
      '途中解約の違約金を計算できる定めがありません。ない場合は「なし」と記載してください。',
      'The penalty for leaving early cannot be computed. Where there is none, say so.',
    ),
})
