import { rule, unless } from '../model/rule.ts'

/**
 * 第2章1.(10) From the instant a reseller can no longer provide, the implementing entity is responsible; no contract is
 * made through the reseller any more.
 */
export const sellerCanProvide = rule({
  name: 'seller-can-provide',
  on: 'contract',
  asks: ['sellerCanProvide'],
  suppliedBy: 'implementingEntity',
  says: () => ({
    ja: '提供を続けられなくなった再販協力会社を通じて、新しい契約をしない。',
    en: 'No new contract is made through a reseller that can no longer provide.',
  }),
  objections: (facts) =>
    unless(
      facts.sellerCanProvide,
      'resellerId',
      'この再販協力会社は提供を続けられなくなったため、新しい契約はできません。実施主体がその責任を負っています。',
      'This reseller can no longer provide. No new contract is made through it; the implementing entity is responsible.',
    ),
})
