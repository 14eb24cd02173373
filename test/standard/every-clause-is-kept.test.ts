import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Clause, Keeping } from '../../shared/standard/edition.ts'
import { defaultEdition, editionNamed, editions } from '../../shared/standard/index.ts'

const rulesFolder = new URL('../../shared/standard/rules/', import.meta.url)
const testsFolder = new URL('.', import.meta.url)
const read = (folder: URL) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(new URL(file, folder), 'utf8') }))

/** A rule as its file writes it: the doc comment right above it, its name and its occasion. */
const written = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export const \w+ = rule\(\{\s*name: '([^']+)',\s*on: '([^']+)'/g
const rules = read(rulesFolder).flatMap(({ file, text }) =>
  [...text.matchAll(written)].map(([, comment = '', name, on]) => ({ file, comment, name, on })),
)
const tests = new Map(read(testsFolder).map(({ file, text }) => [file, text]))

type KeptByRule = Extract<Keeping, { by: 'rule' }>
const byRule = ({ keptBy }: Clause) => keptBy.filter((keeping): keeping is KeptByRule => keeping.by === 'rule')
const kept = editions.flatMap(({ id, clauses }) =>
  clauses.flatMap((clause) => byRule(clause).map(({ rule, on }) => ({ id, label: clause.label, rule, on }))),
)
const speaks = ({ ja, en }: { readonly ja: string; readonly en: string }) => ja.trim() !== '' && en.trim() !== ''

describe('editions', () => {
  test('no two have one id, and the oldest comes first', () =>
    expect(editions.map(({ id }) => id)).toEqual(['1.1', '1.2']))
  test('each is found by its id', () =>
    expect(editions.map(({ id }) => editionNamed(id))).toEqual(editions.map((edition) => edition)))
  test('one that is not known is not found', () => expect(editionNamed('2.0')).toBeUndefined())
  test('the default is one of them, the newest', () => expect(defaultEdition).toBe(editions.at(-1)?.id))
})

describe.each(editions)('edition $id', ({ title, clauses }) => {
  test('has a title in both languages', () => expect(speaks(title)).toBe(true))

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
  test('row 11 is missing and row 16 is wording: no clause names them', () => {
    expect(named('1.2')).not.toContain(11)
    expect(named('1.2')).not.toContain(16)
  })
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
    expect([...new Set(rules.map(({ file }) => file))]).toEqual(readdirSync(rulesFolder)))

  test.each(rules)('$name ($on) is listed by an edition', ({ name, on }) =>
    expect(kept.some((keeping) => keeping.rule === name && keeping.on === on)).toBe(true),
  )

  test.each(kept)('$rule ($on) quotes $label of edition $id above itself', ({ label, rule, on }) =>
    expect(rules.find((one) => one.name === rule && one.on === on)?.comment).toContain(label),
  )

  test.each(kept)('$rule ($on) is shown refusing under $label of edition $id', ({ label, rule, on }) => {
    const { file } = rules.find((one) => one.name === rule && one.on === on) ?? {}
    expect(tests.get(file?.replace('.ts', '.test.ts') ?? '')).toContain(`describe('${label} `)
  })
})
