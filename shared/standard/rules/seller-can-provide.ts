import { rule, unless } from '../rule.ts'

/**
 * 第2章1.(10) From the instant a reseller can no longer provide, the implementing entity is responsible; no contract is
 * made through the reseller any more.
 */
export const sellerCanProvide = rule({
  name: 'seller-can-provide',
  on: 'contract',
  objections: (facts) =>
    unless(
      facts.sellerCanProvide,
      'resellerId',
      'この再販協力会社は提供を続けられなくなったため、新しい契約はできません。実施主体がその責任を負っています。',
      'This reseller can no longer provide. No new contract is made through it; the implementing entity is responsible.',
    ),
})
