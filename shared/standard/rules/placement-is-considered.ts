import { placementConsiderations } from '../../domain/service/facts.ts'
import { nameOfConsideration } from '../model/names.ts'
import { asking, onlyForTypes, rule, unless } from '../model/rule.ts'

type Limits = { readonly lettersAtLeast: number }

const lettersIn = (said: string): number => Array.from(said.trim()).length

/**
 * 附則1.(3) Where a network type stands is chosen so that it sees all traffic, so the version says what was considered:
 * best each consideration by itself. One text says that placement was considered, not what; too short a one says nothing.
 */
export const placementIsConsidered = rule({
  name: 'placement-is-considered',
  on: 'service-version',
  asks: ['monitoringType', 'placement'],
  suppliedBy: 'implementingEntity',
  says: ({ lettersAtLeast }: Limits) => ({
    ja: `通信全体を監視できる設置場所等の考慮を記載する（事項ごとに、又は${lettersAtLeast}字以上の一つの文で）。`,
    en: `Says what was considered so that the device sees all traffic: each consideration, or one text of ${lettersAtLeast} letters or more.`,
  }),
  notFor: onlyForTypes('network', 'combined'),
  objections: ({ placement }, { lettersAtLeast }: Limits) => {
    if (placement !== null && typeof placement !== 'string')
      return placementConsiderations.flatMap((one) =>
        unless(
          placement[one].trim() !== '',
          `facts.placement.${one}`,
          `設置場所の考慮のうち、「${nameOfConsideration[one].ja}」がありません。`,
          `Of placement, ${nameOfConsideration[one].en} is not said.`,
        ),
      )
    const letters = lettersIn(placement ?? '')
    return letters === 0
      ? unless(
          false,
          'facts.placement',
          'ネットワーク全体を監視できる設置場所の考慮がありません。',
          'It is not said where the device stands so that it sees all traffic.',
        )
      : unless(
          letters >= lettersAtLeast,
          'facts.placement',
          `設置場所の考慮が短すぎます。事項ごとに、又は${lettersAtLeast}字以上で書いてください。`,
          `What is said of placement is too short: each consideration, or ${lettersAtLeast} letters or more.`,
        )
  },
  questions: ({ placement }, { lettersAtLeast }: Limits) =>
    asking(
      typeof placement === 'string' && lettersIn(placement) >= lettersAtLeast,
      'notItemised',
      'facts.placement',
      '設置場所を考慮したとの記載はありますが、事項ごとには分かれていません。',
      'Placement is said to be considered, though not consideration by consideration.',
    ),
})
