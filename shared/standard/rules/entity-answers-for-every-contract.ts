import { rule, unless } from '../model/rule.ts'

/** 第2章1.(10) The implementing entity answers for what a reseller can no longer provide: for every contract, not for most. */
export const entityAnswersForEveryContract = rule({
  name: 'entity-answers-for-every-contract',
  on: 'discontinuance',
  asks: ['contractsListed', 'contractsTakenOver'],
  suppliedBy: 'implementingEntity',
  says: () => ({
    ja: '再販協力会社が提供できなくなった契約のすべてについて、実施主体が責任を負う。',
    en: 'The implementing entity answers for every contract the reseller can no longer provide.',
  }),
  objections: ({ contractsListed, contractsTakenOver }) =>
    unless(
      contractsTakenOver >= contractsListed,
      'list',
      `対象の契約${contractsListed}件のうち、引継ぎが起きているのは${contractsTakenOver}件です。`,
      `Of ${contractsListed} contracts, ${contractsTakenOver} have a takeover.`,
    ),
})
