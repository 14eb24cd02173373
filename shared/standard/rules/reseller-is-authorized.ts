import { notForDirect, rule, unless } from '../model/rule.ts'

/** 第1章2.(4) A reseller sells the implementing entity's service: only one it is authorized for, on a day it is. */
export const resellerIsAuthorized = rule({
  name: 'reseller-is-authorized',
  on: 'contract',
  asks: ['channel', 'sellerMayResell'],
  suppliedBy: 'implementingEntity',
  says: () => ({
    ja: '再販協力会社は、契約の日に、そのサービスの再販を許諾されている。',
    en: 'The reseller is authorized for the service on the day of the contract.',
  }),
  notFor: notForDirect,
  objections: ({ sellerMayResell }) =>
    unless(
      sellerMayResell,
      'resellerId',
      '再販協力会社に、この契約日におけるこのサービスの再販許諾がありません。',
      'The reseller is not authorized to sell this service on the day of the contract.',
    ),
})
