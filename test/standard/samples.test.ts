import { describe, expect, test } from 'vitest'
import { factsOf, sampleServices } from '../support/sample-books.ts'
import { judged } from './given.ts'

const { conforming, nonConforming } = sampleServices

describe('the sample services', () => {
  test.each(conforming)('$code conforms', ({ edition, ...sample }) =>
    expect(judged(edition, 'service-version', factsOf(sample))).toEqual([]),
  )
  test.each(conforming)('$code conforms under 1.1 as well', (sample) =>
    expect(judged('1.1', 'service-version', factsOf(sample))).toEqual([]),
  )

  test('ten do not conform', () => expect(nonConforming).toHaveLength(10))

  test.each(nonConforming)('$service.code is refused for $refusedFor and nothing else', ({ service, refusedFor }) => {
    const breaches = judged(service.edition, 'service-version', factsOf(service))
    expect(breaches.length).toBeGreaterThan(0)
    expect(breaches.filter(({ clause }) => !clause.startsWith(refusedFor))).toEqual([])
  })
})
