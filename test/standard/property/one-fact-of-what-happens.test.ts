import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { later } from '../../../shared/domain/plain-date.ts'
import type { Occasion, Occasions } from '../../../shared/standard/model/occasion.ts'
import {
  bothEditions,
  conclusion,
  discontinuance,
  editionOf,
  incidentNotice,
  judged,
  reseller,
  rulesOf,
  serviceChange,
  signature,
  support,
  type EditionId,
} from '../given.ts'
import { conclusionFaults, signatureFaults } from './conclusion-faults.ts'
import { oneDefect, severalDefects, sorted, type Defect, type Fault } from './defects.ts'
import { changeFaults, discontinuanceFaults, noticeFaults, resellerFaults, supportFaults } from './provision-faults.ts'

/** Something that conforms, and every way it can be spoilt. */
const a = <On extends Occasion>(
  name: string,
  on: On,
  conforming: Occasions[On],
  faults: readonly Fault<Occasions[On]>[],
  under: readonly EditionId[] = bothEditions,
) => {
  /** What an edition finds in it with some of its facts wrong, what it should find, and by which rules. */
  const spoilt = (defects: readonly Defect<Occasions[On]>[]) => ({
    found: (id: EditionId) =>
      sorted(
        judged(
          id,
          on,
          defects.reduce((facts, { spoil }) => spoil(facts), conforming),
        ),
      ),
    expected: (id: EditionId) => sorted(defects.flatMap(({ breaks }) => breaks[id])),
    rules: (id: EditionId) => defects.flatMap(({ breaks }) => breaks[id].map(({ rule }) => rule)),
  })
  const one = oneDefect(faults, conforming).map((defect) => spoilt([defect]))
  const fitting = faults.filter(({ fits }) => fits(conforming)).length
  return {
    name,
    on,
    under,
    asItIs: (id: EditionId) => judged(id, on, conforming),
    one,
    several: fitting > 1 ? severalDefects(faults, conforming).map(spoilt) : one,
  }
}

const told = (severity: 'defended' | 'noResponseNeeded') => {
  const { detectedAt } = incidentNotice()
  return incidentNotice({ severity, how: 'inReport', toldAt: later(detectedAt, 7 * 86_400_000) })
}
const remote = support({ mode: 'remote', placeNamed: null, place: null, remoteConsentAt: support().startedAt })
const setUp = support({ purpose: 'setUp', chargedExTaxYen: 30_000 })
const secondOfTheYear = support({ freeSupportsUsed: 1, chargedExTaxYen: 30_000 })

const cases = [
  a('an explanation', 'conclusion', conclusion(), conclusionFaults),
  a('a signature', 'signature', signature(), signatureFaults),
  a('a change of a service', 'service-change', serviceChange(), changeFaults),
  a('a reseller', 'reseller', reseller(), resellerFaults, ['1.2']),
  a('a serious incident', 'incident-notice', incidentNotice(), noticeFaults(incidentNotice())),
  a('a defended incident', 'incident-notice', told('defended'), noticeFaults(incidentNotice())),
  a('an alert', 'incident-notice', told('noResponseNeeded'), noticeFaults(incidentNotice())),
  a('a dispatch', 'emergency-support', support(), supportFaults(support())),
  a('a remote support', 'emergency-support', remote, supportFaults(remote)),
  a('a set-up', 'emergency-support', setUp, supportFaults(setUp)),
  a('a second support of the year', 'emergency-support', secondOfTheYear, supportFaults(secondOfTheYear)),
  a('a discontinuance', 'discontinuance', discontinuance(), discontinuanceFaults(discontinuance())),
]

describe.each(cases)('$name', ({ under, asItIs, one, several }) => {
  test.each(under)('that conforms has no breach under %s', (id) => expect(asItIs(id)).toEqual([]))

  test.each(under)('with one fact wrong is refused for that under %s, and for nothing else', (id) => {
    fc.assert(
      fc.property(one, ({ found, expected }) => {
        expect(found(id)).toEqual(expected(id))
      }),
    )
  })

  test.each(under)('with several facts wrong is refused for each of them under %s, and no more', (id) => {
    fc.assert(
      fc.property(several, ({ found, expected }) => {
        expect(found(id)).toEqual(expected(id))
      }),
    )
  })
})

describe('the lists of faults', () => {
  const rulesBroken = (id: EditionId, on: Occasion) =>
    cases
      .filter((one) => one.on === on)
      .flatMap(({ one }) => fc.sample(one, { numRuns: 500, seed: 42 }).flatMap(({ rules }) => rules(id)))
  const listed = (id: EditionId, on: Occasion) =>
    rulesOf(editionOf(id)).flatMap((one) => (one.on === on ? one.rule : []))
  const distinct = (rules: readonly string[]) => [...new Set(rules)].toSorted()
  const occasions = [...new Set(cases.map(({ on }) => on))]

  test.each(occasions.flatMap((on) => bothEditions.map((id) => [on, id] as const)))(
    'reach every rule on a %s of %s, but that on who may sell',
    (on, id) => {
      const others = listed(id, on).filter((rule) => rule === 'sold-by-those-the-standard-names')
      const rules = id === '1.1' && on === 'reseller' ? [] : rulesBroken(id, on)
      expect(distinct([...rules, ...others])).toEqual(distinct(listed(id, on)))
    },
  )
})

describe('what no clause asks may be anything', () => {
  test('a serious incident told at once may be told whenever within a day; past the hour a person says (E1)', () => {
    const after = fc.nat(86_400_000).map((ms) => later(incidentNotice().detectedAt, ms))
    fc.assert(
      fc.property(after, (toldAt) => {
        expect(judged('1.2', 'incident-notice', incidentNotice({ toldAt }))).toEqual([])
      }),
    )
  })
  test('a reseller may be pledged and trained on any day', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (days) => {
        const day = later(incidentNotice().detectedAt, days * 86_400_000).slice(0, 10) as never
        expect(judged('1.2', 'reseller', reseller({ pledgedOn: day, trainedOn: day }))).toEqual([])
      }),
    )
  })
  test('a reseller may have had any number of contracts', () => {
    fc.assert(
      fc.property(fc.nat(), (contracts) => {
        const facts = discontinuance({ contractsListed: contracts, contractsTakenOver: contracts })
        expect(judged('1.2', 'discontinuance', facts)).toEqual([])
      }),
    )
  })
})
