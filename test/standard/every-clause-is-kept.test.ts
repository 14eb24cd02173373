import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { judgeableEditions, editionNamed, editions } from '../../shared/standard/index.ts'
import { tableOfChanges } from '../../shared/standard/editions/table-of-changes.ts'
import { inBothLanguages, rulesOf } from './given.ts'
import { ruleFiles, testFileOf, writtenRules } from './written-rules.ts'

const testFiles = new URL('.', import.meta.url)
const kept = editions.flatMap((edition) => rulesOf(edition).map((keeping) => ({ id: edition.id, ...keeping })))
const speaks = ({ ja, en }: { readonly ja: string; readonly en: string }) => ja.trim() !== '' && en.trim() !== ''

describe.each(editions)('edition $id', ({ title, source, clauses }) => {
  test('has a title, and says where we have it from, in both languages', () => {
    expect(title).toEqual(inBothLanguages)
    expect(source).toEqual(inBothLanguages)
  })

  test('lists no label twice', () => {
    const labels = clauses.map(({ label }) => label)
    expect(labels).toEqual([...new Set(labels)])
  })

  test.each(clauses)(
    '$label is kept by a rule, by people, or by nobody and then why',
    ({ gist, keptBy, ourReading }) => {
      expect(speaks(gist)).toBe(true)
      expect(ourReading ? speaks(ourReading) : true).toBe(true)
      expect(keptBy.length).toBeGreaterThan(0)
      expect(['rule', 'people', 'nobody']).toEqual(expect.arrayContaining(keptBy.map(({ by }) => by)))
      const silent = keptBy.filter((keeping) => {
        if (keeping.by === 'rule') return keeping.rule === ''
        return keeping.by === 'people' ? !speaks(keeping.how) || !speaks(keeping.evidence) : !speaks(keeping.why)
      })
      expect(silent).toEqual([])
    },
  )

  test('whoever reads a clause whose text is not in hand is told so', () => {
    const unread = clauses.filter(({ textNotInHand }) => textNotInHand)
    expect(unread.length).toBeGreaterThan(0)
    const undeclared = unread.filter(
      ({ gist, ourReading, keptBy }) =>
        !`${gist.ja}${ourReading?.ja ?? ''}`.includes('未入手') ||
        (keptBy.some(({ by }) => by === 'rule') && !ourReading),
    )
    expect(undeclared.map(({ label }) => label)).toEqual([])
  })

  test('nothing says that its text is missing without the flag', () => {
    const flagless = clauses.filter(
      ({ textNotInHand, gist, ourReading }) =>
        !textNotInHand && `${gist.ja}${ourReading?.ja ?? ''}`.includes('条文は未入手'),
    )
    expect(flagless.map(({ label }) => label)).toEqual([])
  })
})

describe.each(judgeableEditions())('what people owe under $id', ({ clauses }) => {
  test('has a topic of its own within its clause', () => {
    const topics = clauses.flatMap(({ label, keptBy }) =>
      keptBy.flatMap((keeping) => (keeping.by === 'people' ? `${label} ${keeping.topic}` : [])),
    )
    expect(topics).toEqual([...new Set(topics)])
  })
})

describe('the table of changes', () => {
  const named = (id: string) => new Set(editionNamed(id)?.clauses.flatMap(({ seedRows }) => seedRows ?? []))

  test.each([
    [1, '第2章1.(6)'],
    [2, '第2章1.(6)'],
    [3, '第2章1.(3)'],
    [4, '第2章1.(3)'],
    [5, '第2章1.(5)'],
    [6, '第1章2.(1)'],
    [7, '第1章2.(1) 附則1.(3)'],
    [8, '第1章2.(2) 附則1.(4)'],
    [9, '第2章1.(2)'],
    [10, '第2章1.(7)ウ 第2章1.(7)エ 第2章1.(7)オ'],
    [12, '第1章2.(3)'],
    [13, '第1章2.(4) 第2章1.(10)'],
    [14, '第2章3.(2)'],
    [15, '第2章1.(11) 第2章3.(3)'],
  ])('row %i speaks of %s of 1.2', (row, labels) => {
    const clauses = editionNamed('1.2')?.clauses.filter(({ seedRows }) => seedRows?.includes(row))
    expect(clauses?.map(({ label }) => label).join(' ')).toBe(labels)
  })
  test('every row stands in it, in order', () =>
    expect(tableOfChanges.map(({ row }) => row)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1)))
  test.each(tableOfChanges)('row $row is told in both languages, and so is what is to be noted of it', (row) => {
    expect(row.about).toEqual(inBothLanguages)
    expect(row.note ?? inBothLanguages).toEqual(inBothLanguages)
  })
  test('row 11 is missing and row 16 is wording: no clause names them, and the table says why', () => {
    expect(tableOfChanges.filter(({ without }) => without).map(({ row, without }) => [row, without])).toEqual([
      [11, 'missing'],
      [16, 'wording'],
    ])
    expect(named('1.2')).not.toContain(11)
    expect(named('1.2')).not.toContain(16)
  })
  test('where the direction column says twice a year, once is used', () =>
    expect(tableOfChanges.find(({ row }) => row === 4)?.note?.ja).toContain('条文の1回を用い、2回は用いない'))
  test('1.1 names only rows that quote it', () =>
    expect([...named('1.1')].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12]))
  test.each([
    ['第1章2.(4)', '1章 2.(3)'],
    ['第2章1.(2)', '第1章 1.(2)'],
    ['第2章3.(2)', '第2章 2.(3)'],
  ])('%s can be found as the table prints it: %s', (label, printed) =>
    expect(editionNamed('1.2')?.clauses.find(({ alsoCitedAs }) => alsoCitedAs === printed)?.label).toBe(label),
  )
})

describe('rules', () => {
  test('every file holds at least one', () =>
    expect([...new Set(writtenRules.map(({ file }) => file))]).toEqual(ruleFiles))
  test('no two have one name on one occasion', () => {
    const names = writtenRules.map(({ name, on }) => `${name} ${on}`)
    expect(names).toEqual([...new Set(names)])
  })
  test('none is listed by an edition that is known in part only', () =>
    expect(editions.filter(({ knownInPartOnly }) => knownInPartOnly).flatMap(rulesOf)).toEqual([]))

  test.each(writtenRules)('$name ($on) is listed by an edition', ({ name, on }) =>
    expect(kept.some((keeping) => keeping.rule === name && keeping.on === on)).toBe(true),
  )

  test.each(kept)('$rule ($on) quotes $label of edition $id above itself', ({ label, rule, on }) =>
    expect(writtenRules.find((one) => one.name === rule && one.on === on)?.comment).toContain(label),
  )

  test.each(kept)('$rule ($on) is shown refusing under $label of edition $id', ({ label, rule, on }) => {
    const written = writtenRules.find((one) => one.name === rule && one.on === on)
    const testFile = new URL(testFileOf({ file: written?.file ?? '' }), testFiles)
    expect(readFileSync(testFile, 'utf8')).toContain(`describe('${label} `)
  })
})
