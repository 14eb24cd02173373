import { rule, unless } from '../model/rule.ts'
import type { ContractFacts } from '../model/occasion.ts'

/**
 * 第1章2.(3) Who may contract with the SME: under 1.1 the implementing entity alone, from 1.2 on also a reseller for it.
 */
export const soldByThoseTheStandardNames = rule({
  name: 'sold-by-those-the-standard-names',
  on: 'contract',
  asks: ['channel'],
  suppliedBy: 'implementingEntity',
  says: ({ channels }: { readonly channels: readonly ContractFacts['channel'][] }) =>
    channels.includes('reseller')
      ? {
          ja: '中小企業と契約するのは、実施主体又は再販協力会社である。',
          en: 'The implementing entity or a reseller contracts with the SME.',
        }
      : {
          ja: '中小企業と契約するのは、実施主体だけである。',
          en: 'The implementing entity alone contracts with the SME.',
        },
  objections: ({ channel }, { channels }: { readonly channels: readonly ContractFacts['channel'][] }) =>
    unless(
      channels.includes(channel),
      'resellerId',
      'この版の基準では、中小企業と契約するのは実施主体だけです。再販協力会社を通じた契約はできません。',
      'Under this edition only the implementing entity contracts with the SME, not a reseller.',
    ),
})

/** 第1章2.(3) And so nobody is authorized to resell where the edition knows no resellers. */
export const resoldByThoseTheStandardNames = rule({
  name: 'sold-by-those-the-standard-names',
  on: 'reseller',
  asks: ['channel'],
  suppliedBy: 'implementingEntity',
  says: ({ channels }: { readonly channels: readonly ContractFacts['channel'][] }) =>
    channels.includes('reseller')
      ? {
          ja: '再販を許諾できるのは、再販協力会社を定める版のサービスである。',
          en: 'Resale is authorized for services under an edition that knows resellers.',
        }
      : { ja: '再販を許諾しない。', en: 'No resale is authorized.' },
  objections: ({ channel }, { channels }: { readonly channels: readonly ContractFacts['channel'][] }) =>
    unless(
      channels.includes(channel),
      'serviceId',
      'このサービスの版が名指す基準には再販協力会社がないため、再販を許諾できません。',
      'The edition this service names knows no resellers, so its resale cannot be authorized.',
    ),
})
