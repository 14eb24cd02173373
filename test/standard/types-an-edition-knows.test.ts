import { describe, expect, test } from 'vitest'
import { doubts, judge } from '../../shared/standard/model/edition.ts'
import { onlyForTypes } from '../../shared/standard/model/rule.ts'
import { editions } from '../../shared/standard/index.ts'
import { contract, editionOf } from './given.ts'

const before = {
  ...editionOf('1.2'),
  id: '1.2 before the combined type',
  monitoringTypes: ['network', 'endpoint'] as const,
}
const facts = { ...contract(), monitoringType: 'combined', monthlyFeeExTaxYen: 1_000_000 } as const

describe('a type of monitoring that an edition does not know', () => {
  test('is refused by it once, and is judged as no other type', () => {
    expect(judge(before, 'contract', facts).map(({ rule, where }) => [rule, where])).toEqual([
      ['type-is-known', 'facts.monitoringType'],
    ])
    expect(doubts(before, 'contract', facts)).toEqual([])
  })

  test('is refused by no edition that knows it', () => {
    for (const edition of editions)
      for (const monitoringType of edition.monitoringTypes)
        expect(judge(edition, 'contract', { ...facts, monitoringType }).map(({ rule }) => rule)).not.toContain(
          'type-is-known',
        )
  })

  test('is none that a duty of other types speaks of', () => {
    const notFor = onlyForTypes('network', 'combined')
    expect(notFor({ monitoringType: 'network' })).toBeUndefined()
    expect(notFor({ monitoringType: 'endpoint' })?.ja).toBe('端末監視型には求められていない')
  })
})
