import { kindOfMatter } from '../../domain/service/facts.ts'
import { asking, rule, unless } from '../model/rule.ts'

/**
 * 第2章1.(5) The bundled insurance covers the cost of first response. What a matter is called is left to the terms: its
 * kind decides. Where no matter is first response and the kind of one is not stated, it cannot be told.
 */
export const firstResponseIsCovered = rule({
  name: 'first-response-is-covered',
  on: 'service-version',
  asks: ['insurance'],
  suppliedBy: 'implementingEntity',
  says: () => ({
    ja: '付帯する保険は、初動対応（駆付け支援等）の費用を補償する。',
    en: 'The bundled insurance covers the cost of first response.',
  }),
  objections: ({ insurance: { coveredMatters } }) => {
    const kinds = new Set(coveredMatters.map(kindOfMatter))
    return unless(
      kinds.size === 0 || kinds.has('firstResponse') || kinds.has(null),
      'facts.insurance.coveredMatters',
      '初動対応（駆付け支援等）の費用が補償対象に入っていません。',
      'The cost of first response is not covered.',
    )
  },
  questions: ({ insurance: { coveredMatters } }) => {
    const kinds = new Set(coveredMatters.map(kindOfMatter))
    return asking(
      kinds.has(null) && !kinds.has('firstResponse'),
      'notKnown',
      'facts.insurance.coveredMatters',
      '補償対象となる事項の区分が述べられておらず、初動対応の費用を補償するか分かりません。',
      'The kind of a covered matter is not stated, so whether first response is covered cannot be told.',
    )
  },
})
