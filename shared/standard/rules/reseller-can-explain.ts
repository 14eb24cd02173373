import { rule, unless } from '../model/rule.ts'

/** 第2章1.(7)ウ Whoever explains the conditions to SMEs has learnt them: a reseller was trained before it may sell. */
export const resellerCanExplain = rule({
  name: 'reseller-can-explain',
  on: 'reseller',
  asks: ['trainedOn'],
  suppliedBy: 'reseller',
  says: () => ({
    ja: '再販協力会社は、説明資料についての教育を終えている。',
    en: 'The reseller is trained on the explanatory material.',
  }),
  objections: ({ trainedOn }) =>
    unless(
      trainedOn !== null,
      'resellerId',
      '再販協力会社が、説明資料についての教育を終えていません。',
      'The reseller has not been trained on the explanatory material.',
    ),
})
