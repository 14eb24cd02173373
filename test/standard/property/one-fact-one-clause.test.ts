import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ServiceFacts } from '../../../shared/domain/service/facts.ts'
import type { Occasion } from '../../../shared/standard/model/occasion.ts'
import { bothEditions, contract, editionOf, judged, service, type EditionId } from '../given.ts'
import { contractFaults } from './contract-faults.ts'
import { oneDefect, severalDefects, sorted, type Defect } from './defects.ts'
import { serviceFaults } from './service-faults.ts'

const types = ['network', 'endpoint', 'combined'] as const

describe.each(types)('a service of the %s type', (type) => {
  const conforming = service(type)

  test.each(bothEditions)('that conforms has no breach under %s', (id) =>
    expect(judged(id, 'service-version', conforming)).toEqual([]),
  )

  test.each(bothEditions)('with one fact wrong is refused for that under %s, and for nothing else', (id) => {
    fc.assert(
      fc.property(oneDefect(serviceFaults, conforming), ({ spoil, breaks }) => {
        expect(sorted(judged(id, 'service-version', spoil(conforming)))).toEqual(sorted(breaks[id]))
      }),
      { numRuns: 300 },
    )
  })

  test.each(bothEditions)('with several facts wrong is refused for each of them under %s, and no more', (id) => {
    fc.assert(
      fc.property(severalDefects(serviceFaults, conforming), (defects) => {
        const spoilt = defects.reduce((facts, { spoil }) => spoil(facts), conforming)
        const union = defects.flatMap(({ breaks }) => breaks[id])
        expect(sorted(judged(id, 'service-version', spoilt))).toEqual(sorted(union))
      }),
      { numRuns: 200 },
    )
  })

  test.each(bothEditions)('may say what it likes where no clause of %s asks', (id) => {
    const free = fc.record<Partial<ServiceFacts>>({
      name: fc.string(),
      insurance: fc
        .constantFrom('implementingEntity' as const, 'reseller' as const, 'sme' as const)
        .map((policyholder) => ({ ...conforming.insurance, policyholder })),
      termination: fc.boolean().map((userMayCancelAnyTime) => ({ ...conforming.termination, userMayCancelAnyTime })),
      monthlyFeeExTaxYen: fc.option(fc.nat()),
      monthlyFeePerTerminalExTaxYen: fc.option(fc.nat()),
    })
    fc.assert(
      fc.property(free, (changed) => {
        expect(judged(id, 'service-version', { ...conforming, ...changed })).toEqual([])
      }),
    )
  })
})

describe.each(
  types.flatMap((monitoringType) => [
    { monitoringType, channel: 'direct', id: '1.1' } as const,
    { monitoringType, channel: 'direct', id: '1.2' } as const,
    { monitoringType, channel: 'reseller', id: '1.2' } as const,
  ]),
)('a $channel contract of the $monitoringType type, under $id', ({ monitoringType, channel, id }) => {
  const conforming = contract({ monitoringType, channel })

  test('has no breach where it conforms', () => expect(judged(id, 'contract', conforming)).toEqual([]))

  test('is refused for the one fact that is wrong, and for nothing else', () => {
    fc.assert(
      fc.property(oneDefect(contractFaults, conforming), ({ spoil, breaks }) => {
        expect(sorted(judged(id, 'contract', spoil(conforming)))).toEqual(sorted(breaks[id]))
      }),
    )
  })

  test('is refused for each fact that is wrong, and no more', () => {
    fc.assert(
      fc.property(severalDefects(contractFaults, conforming), (defects) => {
        const spoilt = defects.reduce((facts, { spoil }) => spoil(facts), conforming)
        const union = defects.flatMap(({ breaks }) => breaks[id])
        expect(sorted(judged(id, 'contract', spoilt))).toEqual(sorted(union))
      }),
    )
  })
})

describe('the lists of faults', () => {
  const listed = (id: EditionId, on: Occasion) =>
    editionOf(id)
      .clauses.flatMap(({ keptBy }) => keptBy)
      .flatMap((keeping) => (keeping.by === 'rule' && keeping.on === on ? keeping.rule : []))
  const rulesOf = (id: EditionId, defects: readonly Pick<Defect<unknown>, 'breaks'>[]) =>
    defects.flatMap(({ breaks }) => breaks[id].map(({ rule }) => rule))
  const distinct = (rules: readonly string[]) => [...new Set(rules)].toSorted()
  const drawn = { numRuns: 1_000, seed: 42 }

  test.each(bothEditions)('reach every rule on a service version of %s', (id) => {
    const broken = types.flatMap((type) => rulesOf(id, fc.sample(oneDefect(serviceFaults, service(type)), drawn)))
    expect(distinct(broken)).toEqual(distinct(listed(id, 'service-version')))
  })

  test('reach every rule on a contract of 1.2 but three', () => {
    const broken = types.flatMap((monitoringType) =>
      rulesOf('1.2', fc.sample(oneDefect(contractFaults, contract({ monitoringType, channel: 'reseller' })), drawn)),
    )
    // No channel is closed under 1.2, fewer terminals change what the monthly fee may be, and no fee but one in yen is given.
    const others = ['conditions-are-stated', 'sold-by-those-the-standard-names', 'terminals-are-watched']
    expect(distinct([...broken, ...others])).toEqual(distinct(listed('1.2', 'contract')))
  })
})
