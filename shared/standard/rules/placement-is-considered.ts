import { notForType, rule, unless } from '../rule.ts'

/** 附則1.(3) Where a network type stands is chosen so that it sees all traffic, so the version says where that is. */
export const placementIsConsidered = rule({
  name: 'placement-is-considered',
  on: 'service-version',
  asks: ['monitoringType', 'placement'],
  suppliedBy: 'implementingEntity',
  says: () => ({
    ja: '通信全体を監視できる設置場所を考慮して記載する。',
    en: 'Says where the device stands so that it sees all traffic.',
  }),
  notFor: notForType('endpoint'),
  objections: ({ placement }) =>
    unless(
      Boolean(placement?.trim()),
      'facts.placement',
      'ネットワーク全体を監視できる設置場所の考慮がありません。',
      'It is not said where the device stands so that it sees all traffic.',
    ),
})
