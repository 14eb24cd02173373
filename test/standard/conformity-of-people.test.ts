import { describe, expect, test } from 'vitest'
import { plainDate } from '../../shared/domain/plain-date.ts'
import { conformity, type Subject } from '../../shared/standard/reports/conformity.ts'
import { editionOf } from './given.ts'
import { evidenceFor, subjectOf, today, verdictOn } from './given-subject.ts'

const on = (label: string, facts: Subject['facts'] = {}, changed: Partial<Subject> = {}) =>
  verdictOn(conformity(editionOf('1.2'), subjectOf(editionOf('1.2'), facts, changed)), label)

describe('what people keep', () => {
  const evidence = evidenceFor(editionOf('1.2'))
  const day = plainDate

  test('is theirs alone where no rule shares the clause', () => {
    const { verdict, parts } = on('第2章3.(3)')
    const record = evidence.find(({ clause }) => clause === '第2章3.(3)')
    expect(verdict).toBe('byPeople')
    expect(parts).toMatchObject([{ by: 'people', topic: 'corrections', verdict: 'onRecord', records: [record] }])
  })
  test.each(['第2章1.(10)', '第2章1.(11)', '第2章3.(2)', '第2章3.(3)'])(
    'without a record %s lacks evidence',
    (label) => {
      const { verdict, parts } = on(label, {}, { evidence: [] })
      expect(verdict).toBe('evidenceMissing')
      expect(parts).toContainEqual(expect.objectContaining({ by: 'people', verdict: 'missing', records: [] }))
    },
  )
  test('a record counts on its last day, and has lapsed on the next', () => {
    const lastDay = on('第2章3.(3)', {}, { today: day('2026-12-31') })
    const dayAfter = on('第2章3.(3)', {}, { today: day('2027-01-01') })
    expect(lastDay).toMatchObject({ verdict: 'byPeople', parts: [{ verdict: 'onRecord' }] })
    expect(dayAfter).toMatchObject({ verdict: 'evidenceMissing', parts: [{ verdict: 'lapsed' }] })
    expect(dayAfter.parts).toMatchObject([{ records: [{ validUntil: '2026-12-31' }] }])
  })
  test('a record without a last day does not lapse', () => {
    const lasting = evidence.map((one) => ({ ...one, validUntil: null }))
    expect(on('第2章3.(3)', {}, { evidence: lasting, today: day('2099-12-31') }).verdict).toBe('byPeople')
  })
  test('one valid record is enough among lapsed ones', () => {
    const both = evidence.flatMap((one) => [{ ...one, validUntil: day('2026-04-30') }, one])
    expect(on('第2章3.(3)', {}, { evidence: both, today })).toMatchObject({
      verdict: 'byPeople',
      parts: [{ verdict: 'onRecord', records: [{ validUntil: '2026-04-30' }, { validUntil: '2026-12-31' }] }],
    })
  })
  test('a record of another clause, or of another duty, does not count', () => {
    const elsewhere = evidence.map((one) => ({ ...one, clause: '第2章1.(9)' }))
    const another = evidence.map((one) => ({ ...one, topic: 'another' }))
    expect(on('第2章3.(3)', {}, { evidence: elsewhere }).verdict).toBe('evidenceMissing')
    expect(on('第2章3.(3)', {}, { evidence: another }).verdict).toBe('evidenceMissing')
  })
  test('that only the stop of a reseller is judged of a difficulty so far is said as our reading, not as the clause (E5)', () => {
    const clause = editionOf('1.2').clauses.find(({ label }) => label === '第2章1.(10)')
    expect(clause?.gist.ja).toContain('提供が困難になれば IPA と審査登録機関の両方へ')
    for (const words of ['その他必要な場合', '今のところ再販協力会社が', '条文がそれに限ると読むものではない'])
      expect(clause?.ourReading?.ja).toContain(words)
  })
  test('each of the four capabilities wants a record of its own (E15)', () => {
    const topics = ['staffing', 'quality', 'finances', 'accounting']
    for (const lacking of topics) {
      const { verdict, parts } = on('第2章1.(10)', {}, { evidence: evidence.filter(({ topic }) => topic !== lacking) })
      expect(verdict).toBe('evidenceMissing')
      expect(parts.flatMap((part) => (part.by === 'people' && part.verdict === 'missing' ? part.topic : []))).toEqual([
        lacking,
      ])
    }
  })
  test('one record of all that a version before knew as continuity counts for none of them (E15)', () => {
    const old = evidence.map((one) => ({ ...one, topic: 'continuity' }))
    expect(on('第2章1.(10)', {}, { evidence: old }).verdict).toBe('evidenceMissing')
  })
  test('a notice of one change does not count for the next, nor one that names none among several (E15)', () => {
    const noticed = (serviceVersion: number | undefined, number: number, of = number) =>
      on(
        '第2章3.(2)',
        {},
        {
          version: { number, of },
          evidence: evidence.map(({ serviceVersion: _, ...one }) => ({
            ...one,
            ...(serviceVersion === undefined ? {} : { serviceVersion }),
          })),
        },
      ).verdict
    expect(noticed(2, 2)).toBe('kept')
    expect(noticed(2, 3)).toBe('evidenceMissing')
    expect(noticed(3, 3)).toBe('kept')
    expect(noticed(3, 2, 3)).toBe('evidenceMissing')
    expect(noticed(undefined, 2)).toBe('kept')
    expect(noticed(undefined, 3)).toBe('evidenceMissing')
    expect(noticed(undefined, 2, 3)).toBe('evidenceMissing')
  })
  test('of a first version no notice of change is asked (E15)', () => {
    const first = { version: { number: 1, of: 1 }, evidence: [] }
    const { verdict, parts } = on('第2章3.(2)', { 'service-change': [] }, first)
    expect([verdict, parts[1]?.by === 'people' && parts[1].verdict]).toEqual(['notAsked', 'notAsked'])
  })
  test('the entity’s own pledge stands beside its check, and no reseller’s pledge counts for it (E8)', () => {
    const unpledged = evidence.filter(({ topic }) => topic !== 'entityPledge')
    expect(on('第2章1.(11)', {}, { evidence: unpledged }).verdict).toBe('evidenceMissing')
    expect(on('第2章1.(11)').parts.map((part) => part.by)).toEqual(['people', 'people'])
  })
  test('beside rules that are kept, the clause is kept once it is on record', () => {
    expect(on('第2章1.(10)').verdict).toBe('kept')
    expect(on('第2章1.(10)', {}, { today: day('2027-01-01') }).verdict).toBe('evidenceMissing')
  })
  test('beside rules that were never asked, it stands for the clause', () =>
    expect(on('第2章1.(10)', { contract: [], discontinuance: [] }).verdict).toBe('byPeople'))
})
