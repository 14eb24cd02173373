import { rule, unless } from '../rule.ts'
import type { ContractFacts } from '../occasion.ts'

/**
 * 第1章2.(3) Who may contract with the SME: under 1.1 the implementing entity alone, from 1.2 on also a reseller for it.
 */
export const soldByThoseTheStandardNames = rule({
  name: 'sold-by-those-the-standard-names',
  on: 'contract',
  objections: ({ channel }, { channels }: { readonly channels: readonly ContractFacts['channel'][] }) =>
    unless(
      channels.includes(channel),
      'resellerId',
      'この版の基準では、中小企業と契約するのは実施主体だけです。再販協力会社を通じた契約はできません。',
      'Under this edition only the implementing entity contracts with the SME, not a reseller.',
    ),
})
