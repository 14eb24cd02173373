import { describe, expect, test } from 'vitest'
import { changedFacts, changeKinds } from '../../../shared/domain/service/change.ts'
import type { ServiceFacts } from '../../../shared/domain/service/facts.ts'
import { factsOf, sampleServices } from '../../support/sample-books.ts'

const facts = factsOf(sampleServices.conforming[0])

describe('what changed from one version to the next', () => {
  test('is nothing where they say the same', () => expect(changedFacts(facts, structuredClone(facts))).toEqual([]))

  test('is nothing where only the order of keys differs', () => {
    const reversed = (value: object): object =>
      Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [
            key,
            inner && typeof inner === 'object' && !Array.isArray(inner)
              ? reversed(inner as object)
              : (inner as unknown),
          ]),
      )
    expect(changedFacts(facts, reversed(facts) as ServiceFacts)).toEqual([])
  })

  test('names each fact that differs, in the order of the facts', () => {
    const { capabilities } = facts
    const after = {
      ...facts,
      name: `${facts.name}改`,
      capabilities: { ...capabilities, endpointDefend: !capabilities.endpointDefend },
      devices: [...facts.devices, { manufacturer: '架空', model: 'B' }],
    }
    expect(changedFacts(facts, after)).toEqual(
      Object.keys(facts).filter((key) => ['name', 'capabilities', 'devices'].includes(key)),
    )
  })

  test('minds the order of a list: the first device is the first', () => {
    const two = [
      { manufacturer: '甲', model: '1' },
      { manufacturer: '乙', model: '2' },
    ]
    expect(changedFacts({ ...facts, devices: two }, { ...facts, devices: two.toReversed() })).toEqual(['devices'])
  })
})

describe('what people make of a change', () => {
  test('is one of two', () => expect(changeKinds).toEqual(['general', 'requirement']))
})
