import { rule, unless } from '../model/rule.ts'

/**
 * 第1章2.(4) A reseller sells the implementing entity's service, and its departures reach the registration too: only one
 * that pledged to keep the standard is let sell.
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
