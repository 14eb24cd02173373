import { rule, unless } from '../model/rule.ts'

/**
 * 第2章1.(6) One contract, not several: an SME with a live contract for a service gets no second one for it, through
 * whichever reseller. Nothing is said of the other contract but that it exists.
 */
export const oneLiveContractEach = rule({
  name: 'one-live-contract-each',
  on: 'contract',
  asks: ['anotherLiveContract'],
  suppliedBy: 'reseller',
  says: () => ({
    ja: '同じサービスの有効な契約は、中小企業ごとに一つである。',
    en: 'One live contract for each SME and service.',
  }),
  objections: ({ anotherLiveContract }) =>
    unless(
      !anotherLiveContract,
      'sme.smeId',
      'この中小企業には、同じサービスの有効な契約が既にあります。',
      'This SME already has a live contract for the same service.',
    ),
})
