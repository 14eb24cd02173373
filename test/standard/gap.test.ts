import { describe, expect, test } from 'vitest'
import { plainDate } from '../../shared/domain/plain-date.ts'
import { conformity } from '../../shared/standard/reports/conformity.ts'
import { gapBetween, type Own } from '../../shared/standard/reports/gap.ts'
import { contract, editionOf, inBothLanguages, judged, rulesOf, service } from './given.ts'
import { before, codesOf, gapOf, item, made, under1_1, under1_2 } from './given-gap.ts'
import { evidenceFor, subjectOf } from './given-subject.ts'

const ofService = [
  '第2章1.(2)/incidents-are-told-in-time/service-version',
  '第2章1.(3)/remote-support-needs-consent/service-version',
  '第2章1.(3)/free-emergency-support-each-year/service-version',
  '第2章1.(5)/insurance-cover-is-stated/service-version',
  '第2章1.(5)/insurance-is-explained-apart/service-version',
  '第2章1.(6)/device-and-countries-are-disclosed/service-version',
  '附則1.(3)/placement-is-considered/service-version',
]
const ofPeople = [
  '第2章1.(10)/staffing',
  '第2章1.(10)/quality',
  '第2章1.(10)/finances',
  '第2章1.(10)/accounting',
  '第2章1.(11)/entityPledge',
  '第2章1.(11)/lawAndStandard',
  '第2章3.(2)/changeNotified',
  '第2章3.(3)/corrections',
]

describe('what stands between 1.1 and 1.2', () => {
  test('the service conforms under 1.1', () => {
    expect(judged('1.1', 'service-version', under1_1)).toEqual([])
    const direct = { 'service-version': [under1_1], reseller: [], contract: [contract()] }
    const verdicts = conformity(editionOf('1.1'), subjectOf(editionOf('1.1'), direct))
    expect(verdicts.filter(({ verdict }) => verdict === 'breached')).toEqual([])
  })

  test('every duty 1.2 adds is listed, in its order, beside what 1.1 said under the same rows', () =>
    expect(gapOf().map(({ code, seedRows, older }) => [code, seedRows, older.map(({ clause }) => clause)])).toEqual([
      ['第1章2.(1)/network-type-detects-and-defends/service-version', [6, 7], ['第1章2.(1)']],
      ['第1章2.(2)/endpoint-type-detects-and-defends/service-version', [8], ['第1章2.(2)']],
      ['第1章2.(3)/sold-by-those-the-standard-names/contract', [12], ['第1章2.(3)']],
      ['第1章2.(3)/sold-by-those-the-standard-names/reseller', [12], ['第1章2.(3)']],
      ['第1章2.(4)/reseller-is-authorized/contract', [13], []],
      ['第1章2.(4)/reseller-keeps-the-standard/reseller', [13], []],
      ['第2章1.(2)/incidents-are-told-in-time/service-version', [9], ['第2章1.(2)']],
      ['第2章1.(2)/incidents-are-told-in-time/incident-notice', [9], ['第2章1.(2)']],
      ['第2章1.(3)/remote-support-needs-consent/service-version', [3, 4], ['第2章1.(3)']],
      ['第2章1.(3)/remote-support-needs-consent/emergency-support', [3, 4], ['第2章1.(3)']],
      ['第2章1.(3)/free-emergency-support-each-year/service-version', [3, 4], ['第2章1.(3)']],
      ['第2章1.(3)/free-emergency-support-each-year/emergency-support', [3, 4], ['第2章1.(3)']],
      ['第2章1.(3)/incidentals-are-of-a-dispatch/emergency-support', [3, 4], ['第2章1.(3)']],
      ['第2章1.(3)/set-up-is-the-first-dispatch/emergency-support', [3, 4], ['第2章1.(3)']],
      ['第2章1.(5)/insurance-cover-is-stated/service-version', [5], ['第2章1.(5)']],
      ['第2章1.(5)/insurance-is-explained-apart/service-version', [5], ['第2章1.(5)']],
      ['第2章1.(6)/device-and-countries-are-disclosed/service-version', [1, 2], ['第2章1.(6)']],
      ['第2章1.(7)ア・イ/monthly-fee-within-cap/contract', [], []],
      ['第2章1.(7)ウ/reseller-can-explain/reseller', [10], ['第2章1.(7)ウ', '第2章1.(7)エ']],
      ['第2章1.(7)エ/initial-fee-within-cap/contract', [10], ['第2章1.(7)ウ', '第2章1.(7)エ']],
      ['第2章1.(10)/staffing', [13], []],
      ['第2章1.(10)/quality', [13], []],
      ['第2章1.(10)/finances', [13], []],
      ['第2章1.(10)/accounting', [13], []],
      ['第2章1.(10)/difficulty-is-reported/discontinuance', [13], []],
      ['第2章1.(10)/entity-answers-for-every-contract/discontinuance', [13], []],
      ['第2章1.(10)/seller-can-provide/contract', [13], []],
      ['第2章1.(11)/entityPledge', [15], []],
      ['第2章1.(11)/lawAndStandard', [15], []],
      ['第2章3.(2)/changes-are-looked-at/service-change', [14], []],
      ['第2章3.(2)/changeNotified', [14], []],
      ['第2章3.(3)/corrections', [15], []],
      ['附則1.(3)/placement-is-considered/service-version', [7], ['第1章2.(1)']],
      ['附則1.(4)/important-terminals-are-covered/service-version', [8], ['第1章2.(2)']],
      ['附則1.(4)/important-terminals-are-covered/contract', [8], ['第1章2.(2)']],
    ]))
  test('every row of the table that 1.2 answers to has an item', () => {
    const rows = new Set(gapOf().flatMap(({ seedRows }) => seedRows))
    expect([...rows].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15])
  })
  test('both sides are said in both languages, each in its own words', () => {
    const { newer, older, says, ourReading } = item(
      gapOf(),
      '第2章1.(3)/free-emergency-support-each-year/service-version',
    )
    expect(says.ja).toContain('1回以上')
    expect(newer.gist).toEqual(editionOf('1.2').clauses.find(({ label }) => label === '第2章1.(3)')?.gist)
    expect(older[0]?.gist).toEqual(editionOf('1.1').clauses.find(({ label }) => label === '第2章1.(3)')?.gist)
    expect(older[0]?.gist).not.toEqual(newer.gist)
    expect([says, newer.gist, older[0]?.gist, ourReading]).toEqual(Array.from({ length: 4 }, () => inBothLanguages))
  })

  test('duties that did not change never appear, whatever number they have now', () => {
    const codes = gapOf().map(({ code }) => code.split('/').slice(1).join('/'))
    const kept = rulesOf(editionOf('1.1'))
      .map(({ rule, on }) => `${rule}/${on}`)
      .filter((duty) => !duty.startsWith('sold-by-those-the-standard-names'))
    expect(codes.filter((duty) => kept.includes(duty))).toEqual([])
    expect(kept).toEqual(
      expect.arrayContaining(['leaving-is-stated/service-version', 'leaving-is-explained/conclusion']),
    )
    expect(gapOf().filter(({ newer }) => newer.clause === '第2章1.(7)オ')).toEqual([])
  })
  test('nor do clauses nobody can judge', () =>
    expect(gapOf().filter(({ newer }) => newer.gist.ja === '条文は未入手。')).toEqual([]))
  test('from an edition to itself there is nothing', () =>
    expect(gapBetween(editionOf('1.2'), editionOf('1.2'), before)).toEqual([]))
})

describe('the work list', () => {
  const newVersion: Partial<Own> = { newest: under1_2, versions: new Map([[1, under1_1]]) }
  const evidence = evidenceFor(editionOf('1.2'))
  const moved = {
    versions: new Map([
      [1, under1_1],
      [2, under1_2],
    ]),
    contracts: before.contracts.map((one) => ({ ...one, serviceVersion: 2 })),
  }

  test('at first holds what the service lacks and what nobody put on record', () =>
    expect(codesOf(gapOf(), 'open').toSorted()).toEqual([...ofService, ...ofPeople].toSorted()))
  test('shrinks by what is put on record', () => expect(codesOf(gapOf({ evidence }), 'open')).toEqual(ofService))
  test('is not shortened by a new version alone: the contracts still stand on the old one', () => {
    const items = gapOf({ ...newVersion, evidence })
    expect(codesOf(items, 'open')).toEqual(ofService)
    expect(
      items.filter(({ state }) => state === 'open').map(({ missing, contractsTouched }) => [missing, contractsTouched]),
    ).toEqual(ofService.map(() => [[], 7]))
  })
  test('shrinks with each contract that is moved', () => {
    const half = moved.contracts.map((one, n) => (n < 3 ? one : { ...one, serviceVersion: 1 }))
    const items = gapOf({ ...newVersion, ...moved, contracts: half, evidence })
    expect(items.filter(({ state }) => state === 'open').map(({ contractsTouched }) => contractsTouched)).toEqual(
      ofService.map(() => 4),
    )
  })
  test('is empty once the service is corrected, the contracts are moved and all is on record', () => {
    const items = gapOf({ ...newVersion, ...moved, evidence })
    expect(codesOf(items, 'open')).toEqual([])
    expect(codesOf(items, 'done')).toEqual(expect.arrayContaining([...ofService, ...ofPeople]))
  })
  test('corrected in one fact, it is shorter by that one', () => {
    const placed = { ...under1_1, placement: under1_2.placement }
    const items = gapOf({ newest: placed, versions: new Map([[1, placed]]), evidence })
    expect(codesOf(items, 'open')).toEqual(ofService.slice(0, -1))
  })
  test('grows again on the day after a record lapsed', () => {
    const own = { ...newVersion, ...moved, evidence }
    expect(codesOf(gapOf({ ...own, today: plainDate('2026-12-31') }), 'open')).toEqual([])
    expect(codesOf(gapOf({ ...own, today: plainDate('2027-01-01') }), 'open')).toEqual(ofPeople)
  })
  test('is not shortened by a record of another clause, or of another duty', () => {
    const elsewhere = evidence.map((one) => ({ ...one, clause: '第2章1.(9)' }))
    const another = evidence.map((one) => ({ ...one, topic: 'another' }))
    expect(codesOf(gapOf({ ...newVersion, ...moved, evidence: elsewhere }), 'open')).toEqual(ofPeople)
    expect(codesOf(gapOf({ ...newVersion, ...moved, evidence: another }), 'open')).toEqual(ofPeople)
  })
})

describe('an item', () => {
  test('says what the service lacks, each once, and who supplies it', () =>
    expect(item(gapOf(), '第2章1.(6)/device-and-countries-are-disclosed/service-version')).toMatchObject({
      state: 'open',
      suppliedBy: 'implementingEntity',
      missing: [{ where: 'facts.devices' }, { where: 'facts.dataStorage' }],
      contractsTouched: 7,
    }))
  test('names the first five of the contracts it touches', () =>
    expect(item(gapOf(), '附則1.(3)/placement-is-considered/service-version').examples).toEqual(
      before.contracts.slice(0, 5).map(({ contractId }) => contractId),
    ))
  test('of a contract says each lack once, however many contracts have it', () => {
    const dear = [1, 2, 3].map((n) => made(n, 1, { contract: contract({ initialFeeExTaxYen: 600_000 }) }))
    expect(
      item(gapOf({ contracts: [...dear, made(4, 1)] }), '第2章1.(7)エ/initial-fee-within-cap/contract'),
    ).toMatchObject({
      state: 'open',
      suppliedBy: 'reseller',
      missing: [{ where: 'terms.initialFeeParts' }],
      contractsTouched: 3,
      examples: dear.map(({ contractId }) => contractId),
    })
  })
  test('of what people owe says which record is missing', () =>
    expect(item(gapOf(), '第2章3.(3)/corrections')).toMatchObject({
      says: { ja: '是正の指示があれば、定められた期間のうちに是正し、報告する。' },
      state: 'open',
      suppliedBy: 'implementingEntity',
      missing: [{ where: 'evidence.corrections', why: inBothLanguages }],
      contractsTouched: 0,
      examples: [],
    }))
  test('of which nobody counted the terminals is open: that is not known, and never done (E7)', () => {
    const endpoint = service('endpoint')
    const of = (importantTerminals: number | null) =>
      gapOf({
        newest: endpoint,
        versions: new Map([[1, endpoint]]),
        contracts: [made(1, 1, { contract: contract({ monitoringType: 'endpoint', importantTerminals }) })],
      }).find(({ code }) => code === '附則1.(4)/important-terminals-are-covered/contract')
    expect(of(null)).toMatchObject({ state: 'open', contractsTouched: 1 })
    expect(of(5)).toMatchObject({ state: 'done', contractsTouched: 0 })
  })
  test('whose occasion is still to come is kept from now on', () => {
    const later = gapOf().filter(({ code }) =>
      /(service-change|reseller|incident-notice|emergency-support|discontinuance)$/.test(code),
    )
    const nothingYet = { state: 'fromNowOn', missing: [], contractsTouched: 0, examples: [] }
    expect(later).toMatchObject(Array.from({ length: 11 }, () => nothingYet))
    expect(codesOf(gapOf(), 'fromNowOn')).toEqual(later.map(({ code }) => code))
  })
  test('of another type of monitoring does not apply', () => {
    const network = codesOf(gapOf(), 'notApplicable')
    expect(network).toEqual([
      '第1章2.(2)/endpoint-type-detects-and-defends/service-version',
      '第1章2.(4)/reseller-is-authorized/contract',
      '附則1.(4)/important-terminals-are-covered/service-version',
      '附則1.(4)/important-terminals-are-covered/contract',
    ])
    const endpoint = service('endpoint')
    const contracts = [made(1, 1, { contract: contract({ monitoringType: 'endpoint' }) })]
    expect(
      codesOf(gapOf({ newest: endpoint, versions: new Map([[1, endpoint]]), contracts }), 'notApplicable'),
    ).toEqual([
      '第1章2.(1)/network-type-detects-and-defends/service-version',
      '第1章2.(4)/reseller-is-authorized/contract',
      '附則1.(3)/placement-is-considered/service-version',
    ])
  })
  test('applies where it does to one contract among others', () => {
    const contracts = [made(1, 1), made(2, 1, { contract: contract({ channel: 'reseller' }) })]
    expect(item(gapOf({ contracts }), '第1章2.(4)/reseller-is-authorized/contract').state).toBe('done')
  })
  test('of contracts, of a service without any, has nothing left to move', () => {
    const items = gapOf({ contracts: [] })
    expect(items.filter(({ contractsTouched }) => contractsTouched > 0)).toEqual([])
    expect(item(items, '第2章1.(7)エ/initial-fee-within-cap/contract').state).toBe('done')
    expect(codesOf(items, 'open').toSorted()).toEqual([...ofService, ...ofPeople].toSorted())
  })
})
