import { rule, unless } from '../rule.ts'

/**
 * 第2章1.(11) The implementing entity keeps the law and the standard, and answers for its resellers' departures too: it
 * lets only those sell who pledged to keep it.
 */
export const resellerKeepsTheStandard = rule({
  name: 'reseller-keeps-the-standard',
  on: 'reseller',
  asks: ['pledgedOn'],
  suppliedBy: 'reseller',
  says: () => ({
    ja: '再販協力会社は、基準を守る旨を誓約している。',
    en: 'The reseller has pledged to keep the standard.',
  }),
  objections: ({ pledgedOn }) =>
    unless(
      pledgedOn !== null,
      'resellerId',
      '再販協力会社から、サービス基準を守る旨の誓約を得ていません。',
      'The reseller has not pledged to keep the standard.',
    ),
})
