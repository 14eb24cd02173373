import { describe, expect, test } from 'vitest'
import { editionNamed, editions } from '../../shared/standard/index.ts'
import { conformity, type ClauseVerdict, type Subject } from '../../shared/standard/reports/conformity.ts'
import { at, contract, editionOf, incidentNotice, service, support, type EditionId } from './given.ts'
import { everyOccasion, subjectOf, verdictOn, without } from './given-subject.ts'

const looked = (id: EditionId, facts: Subject['facts'] = {}, changed: Partial<Subject> = {}) =>
  conformity(editionOf(id), subjectOf(editionOf(id), facts, changed))
const on = (label: string, facts: Subject['facts'] = {}, changed: Partial<Subject> = {}) =>
  verdictOn(looked('1.2', facts, changed), label)
const labelsOf = (verdicts: readonly ClauseVerdict[], verdict: ClauseVerdict['verdict']) =>
  verdicts.filter((one) => one.verdict === verdict).map(({ label }) => label)

const notInHand = ['第1章1', '第2章1.(4)', '第2章1.(8)', '第2章1.(9)', '第2章2', '第2章3.(1)', '附則1.(1)', '附則1.(2)']

describe('a conformity report', () => {
  test.each(editions)('has every clause of $id in printed order, with everyone who keeps it', (edition) => {
    const verdicts = conformity(edition, subjectOf(edition))
    expect(verdicts.map(({ label }) => label)).toEqual(edition.clauses.map(({ label }) => label))
    expect(verdicts.map(({ parts }) => parts.map(({ by }) => by))).toEqual(
      edition.clauses.map(({ keptBy }) => keptBy.map(({ by }) => by)),
    )
  })
  test('keeps the notes of a clause: our reading, its rows, the number the table prints', () =>
    expect(on('第1章2.(4)')).toMatchObject({
      gist: { ja: expect.stringContaining('再販協力会社') },
      ourReading: { ja: expect.stringContaining('一段に限る') },
      seedRows: [13],
      alsoCitedAs: '1章 2.(3)',
    }))

  test('of a network service that conforms to 1.2', () => {
    const verdicts = looked('1.2')
    expect(labelsOf(verdicts, 'breached')).toEqual([])
    expect(labelsOf(verdicts, 'evidenceMissing')).toEqual([])
    expect(labelsOf(verdicts, 'byPeople')).toEqual(['第2章1.(11)', '第2章3.(3)'])
    expect(labelsOf(verdicts, 'notApplicable')).toEqual(['第1章2.(2)', '附則1.(4)'])
    expect(labelsOf(verdicts, 'notJudged')).toEqual(notInHand)
    // 9,800 yen are within the cap without tax, and above it with tax; the sample says of placement one thing.
    expect(labelsOf(verdicts, 'depends')).toEqual(['第2章1.(7)ア・イ'])
    expect(labelsOf(verdicts, 'notItemised')).toEqual(['附則1.(3)'])
    expect(labelsOf(verdicts, 'kept')).toHaveLength(editionOf('1.2').clauses.length - notInHand.length - 6)
  })
  test('of the same service under 1.1, which knows no resellers', () => {
    const verdicts = looked('1.1')
    expect(labelsOf(verdicts, 'breached')).toEqual(['第1章2.(3)'])
    expect(labelsOf(looked('1.1', { reseller: [], contract: [contract()] }), 'breached')).toEqual([])
    expect(labelsOf(verdicts, 'notJudged')).toEqual(
      notInHand.toSpliced(1, 0, '第1章2.(1)').toSpliced(3, 0, '第2章1.(7)ア・イ'),
    )
  })
  test('of anything under 2.0 claims nothing', () => {
    const edition = editionNamed('2.0') ?? editionOf('1.2')
    const verdicts = conformity(edition, subjectOf(edition))
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(edition.clauses.map(() => 'notJudged'))
  })
})

describe('kept', () => {
  test('shows the rule, how often it was asked, and the facts it was asked on', () =>
    expect(on('第1章2.(1)')).toMatchObject({
      verdict: 'kept',
      parts: [
        {
          rule: 'network-type-detects-and-defends',
          on: 'service-version',
          verdict: 'kept',
          judged: 1,
          breached: 0,
          objections: [],
          why: null,
          facts: [
            { name: 'monitoringType', value: 'ネットワーク監視型' },
            { name: 'capabilities', value: expect.stringContaining('外部からの脅威の検知：あり') },
          ],
        },
      ],
    }))

  test('of several occasions, shows the last', () => {
    const contracts = [8_000, 8_500, 9_000].map((monthlyFeeExTaxYen) => contract({ monthlyFeeExTaxYen }))
    expect(on('第2章1.(7)ア・イ', { contract: contracts }).parts).toMatchObject([
      { judged: 3, breached: 0, facts: [{}, { name: 'monthlyFeeExTaxYen', value: '9,000円（税抜）' }, {}] },
    ])
  })
})

describe('breached', () => {
  const contracts = [500_000, 500_001, 700_000, 0].map((initialFeeExTaxYen) => contract({ initialFeeExTaxYen }))

  test('counts every occasion, names every objection, and shows the first that is wrong', () =>
    expect(on('第2章1.(7)エ', { contract: contracts })).toMatchObject({
      verdict: 'breached',
      parts: [
        {
          verdict: 'breached',
          suppliedBy: 'reseller',
          judged: 4,
          breached: 2,
          facts: [
            { name: 'monitoringType', value: 'ネットワーク監視型' },
            { name: 'initialFeeExTaxYen', value: '500,001円（税抜）' },
          ],
          objections: [
            { where: 'terms.initialFeeParts', why: { ja: expect.stringContaining('500,001円') } },
            { where: 'terms.initialFeeParts', why: { ja: expect.stringContaining('700,000円') } },
          ],
        },
      ],
    }))

  test('of very many, counts all and shows twenty', () => {
    const many = Array.from({ length: 500 }, (_, n) => contract({ initialFeeExTaxYen: 500_001 + n }))
    const [part] = on('第2章1.(7)エ', { contract: many }).parts
    expect(part).toMatchObject({ judged: 500, breached: 500 })
    expect(part?.by === 'rule' ? part.objections : []).toHaveLength(20)
  })

  test('by one of its rules, whatever the others say and whatever is on record', () => {
    const { verdict, parts } = on('第2章1.(10)', { contract: [contract({ sellerCanProvide: false })] })
    expect(verdict).toBe('breached')
    expect(parts.map((part) => part.by === 'nobody' || part.verdict)).toEqual([
      'onRecord',
      'onRecord',
      'onRecord',
      'onRecord',
      'kept',
      'kept',
      'breached',
    ])
  })
  test('comes before a record that is missing', () =>
    expect(on('第2章1.(10)', { contract: [contract({ sellerCanProvide: false })] }, { evidence: [] }).verdict).toBe(
      'breached',
    ))
  test('is not what a missed target is: that waits for a person (E1)', () => {
    const missed = incidentNotice({ detectedAt: at('10:00:00'), toldAt: at('11:00:01') })
    const { verdict, parts } = on('第2章1.(2)', { 'incident-notice': [incidentNotice(), missed] })
    expect(verdict).toBe('awaited')
    expect(parts[1]).toMatchObject({ verdict: 'awaited', judged: 2, breached: 0, doubtful: 1, objections: [] })
    const said = { 'incident-notice': [incidentNotice(), { ...missed, verdict: 'kept' as const }] }
    expect(on('第2章1.(2)', said).verdict).toBe('kept')
  })
  test('a service with gaps breaks only what it breaks', () => {
    const gaps = service('network', { devices: [], dataStorage: null })
    expect(labelsOf(looked('1.2', { 'service-version': [gaps] }), 'breached')).toEqual(['第2章1.(6)'])
  })
})

describe('not applicable', () => {
  test('where the rule itself says why, that is shown', () =>
    expect(on('附則1.(4)').parts).toMatchObject([
      { verdict: 'notApplicable', judged: 0, facts: [], why: { ja: 'ネットワーク監視型には求められていない' } },
      { verdict: 'notApplicable', judged: 0, facts: [], why: { ja: 'ネットワーク監視型には求められていない' } },
    ]))
  test('where nothing came up, why nothing did', () => {
    const { verdict, parts } = on('第2章3.(3)')
    expect(verdict).toBe('byPeople')
    expect(parts).toHaveLength(1)
    expect(on('第2章1.(7)エ', { contract: [] })).toMatchObject({
      verdict: 'notAsked',
      parts: [{ verdict: 'notAsked', judged: 0, facts: [], objections: [], why: without.contract }],
    })
  })
  test('an occasion left out altogether is as one that never came up', () => {
    const { contract: _, ...facts } = everyOccasion
    const verdicts = conformity(editionOf('1.2'), { ...subjectOf(editionOf('1.2')), facts })
    expect(verdictOn(verdicts, '第2章1.(7)エ').verdict).toBe('notAsked')
  })
  test('occasions a rule does not speak of are not counted', () => {
    const contracts = [contract({ channel: 'direct' }), contract({ channel: 'reseller' }), contract()]
    expect(on('第1章2.(4)', { contract: contracts }).parts).toMatchObject([{ verdict: 'kept', judged: 1 }, {}])
    expect(on('第1章2.(4)', { contract: [contract(), contract()] }).parts).toMatchObject([
      { verdict: 'notApplicable', judged: 0, why: { ja: '再販協力会社を通さない契約である' } },
      {},
    ])
  })
  test('of two rules one is enough for kept', () => {
    const remote = support({ mode: 'remote', placeNamed: null, place: null, remoteConsentAt: support().startedAt })
    const { verdict, parts } = on('第2章1.(3)', { 'emergency-support': [remote] })
    expect(verdict).toBe('kept')
    expect(parts).toMatchObject([
      {},
      { verdict: 'notApplicable', why: { ja: 'リモートによる支援である' } },
      {},
      {},
      {},
      {},
      {},
      { verdict: 'notApplicable', why: { ja: '緊急時の対応である' } },
    ])
  })
})

describe('not judged', () => {
  test('says why', () =>
    expect(on('第1章1')).toMatchObject({
      verdict: 'notJudged',
      textNotInHand: true,
      parts: [{ by: 'nobody', why: { ja: '条文が手元にないため、判定しない。' } }],
    }))
  test('a definition of 1.1 is not judged though its text is in hand', () =>
    expect(verdictOn(looked('1.1'), '第1章2.(1)')).toMatchObject({
      verdict: 'notJudged',
      parts: [{ by: 'nobody', why: { ja: expect.stringContaining('定義だけ') } }],
    }))
})
