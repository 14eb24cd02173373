import { onlyForTypes, rule, unless } from '../model/rule.ts'

/**
 * 第1章2.(2) What an endpoint-monitoring service watches is terminals, so a contract of the endpoint or the combined
 * type covers at least one. A network type has none to count.
 */
export const terminalsAreWatched = rule({
  name: 'terminals-are-watched',
  on: 'contract',
  asks: ['monitoringType', 'terminals'],
  suppliedBy: 'sme',
  says: () => ({
    ja: '端末監視型・併用型の契約は、端末を1台以上対象とする。',
    en: 'A contract of the endpoint or combined type covers at least one terminal.',
  }),
  notFor: onlyForTypes('endpoint', 'combined'),
  objections: ({ terminals }) =>
    unless(
      terminals > 0,
      'terms.terminals',
      '端末監視型・併用型の契約なのに、対象の端末が0台です。',
      'A contract of the endpoint or combined type covers no terminal.',
    ),
})
