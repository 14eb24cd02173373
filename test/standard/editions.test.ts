import { describe, expect, test } from 'vitest'
import { plainDate } from '../../shared/domain/plain-date.ts'
import {
  defaultEdition,
  editionNamed,
  editionOfCase,
  editionOfLaterOccasion,
  editionOfResale,
  editions,
  firstKnownDay,
  judgeableEdition,
  judgeableEditions,
  publicOn,
} from '../../shared/standard/index.ts'
import { editionOf } from './given.ts'
import { testEdition } from './test-edition.ts'

const ids = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id)

describe('editions', () => {
  test('no two have one id, and the oldest comes first', () => expect(ids(editions)).toEqual(['1.1', '1.2', '2.0']))
  test('each is found by its id', () => expect(editions.map(({ id }) => editionNamed(id))).toEqual([...editions]))
  test.each(['', '1', '1.0', '1.3', '2', '2.1', ' 1.2', '第1.2版'])('%j names none', (id) =>
    expect(editionNamed(id)).toBeUndefined(),
  )
})

describe('an edition known in part only', () => {
  test('can be looked up, and never judges', () => {
    expect(editionNamed('2.0')?.knownInPartOnly).toBe(true)
    expect(judgeableEdition('2.0')).toBeUndefined()
  })
  test('has nothing but clauses that nobody keeps, each saying that conformity is not claimed', () => {
    const keepers = editionNamed('2.0')?.clauses.flatMap(({ keptBy }) => keptBy) ?? []
    expect(keepers).toHaveLength(5)
    const why = {
      ja: expect.stringContaining('この版への適合は述べない'),
      en: expect.stringContaining('never claimed'),
    }
    expect(keepers).toEqual(keepers.map(() => ({ by: 'nobody', why })))
  })
})

describe('editions that judge', () => {
  test('are those known whole, oldest first', () => expect(ids(judgeableEditions())).toEqual(['1.1', '1.2']))
  test('are not found by an id that names none', () => expect(judgeableEdition('1.3')).toBeUndefined())
  test('are found by their ids', () =>
    expect(['1.1', '1.2'].map(judgeableEdition)).toEqual(judgeableEditions().map((edition) => edition)))
  test('the default is the newest of them', () => expect(defaultEdition).toBe(judgeableEditions().at(-1)?.id))
})

describe('whether an edition was public on a day', () => {
  const on = (edition: Parameters<typeof publicOn>[0], day: string) => publicOn(edition, plainDate(day))

  test('known to be in force from a day: not the day before, from that day on', () => {
    expect(on(testEdition, '2027-03-31')).toBe('no')
    expect(on(testEdition, '2027-04-01')).toBe('yes')
    expect(on(testEdition, '2099-12-31')).toBe('yes')
  })
  test('published on a day: not the day before, from that day on', () => {
    expect(on(editionNamed('2.0') ?? testEdition, '2024-03-14')).toBe('no')
    expect(on(editionNamed('2.0') ?? testEdition, '2024-03-15')).toBe('yes')
  })
  test('published in a month: not before it, and by its end', () => {
    expect(on(editionOf('1.1'), '2021-06-30')).toBe('no')
    expect(on(editionOf('1.1'), '2021-07-31')).toBe('yes')
  })
  test.each(['2021-06-30', '2023-04-01', '2099-12-31'])('where no day is known, it is unknown on %s', (day) =>
    expect(on(editionOf('1.2'), day)).toBe('unknown'),
  )
})

describe('the first day any edition is known to have been public', () => {
  test('is that of 1.1', () => expect(firstKnownDay()).toBe('2021-07-01'))
  test('is the earliest of those known, in whatever order', () => {
    const later = editionNamed('2.0') ?? testEdition
    expect(firstKnownDay([testEdition, later])).toBe('2024-03-15')
    expect(firstKnownDay([later, testEdition])).toBe('2024-03-15')
    expect(firstKnownDay([editionOf('1.2'), testEdition])).toBe('2027-04-01')
  })
  test('is not known where no edition says', () => expect(firstKnownDay([editionOf('1.2')])).toBeUndefined())
})

describe('which edition judges', () => {
  const under = (edition: string) => ({ edition })

  test('an amendment keeps the edition the contract was signed under', () =>
    expect(editionOfLaterOccasion('amendment', { signedUnder: under('1.2'), onOffer: under('1.3') })).toBe('1.2'))
  test('a renewal takes the edition on offer then', () =>
    expect(editionOfLaterOccasion('renewal', { signedUnder: under('1.2'), onOffer: under('1.3') })).toBe('1.3'))

  test('the newest version says whether a service may be resold', () => {
    expect(editionOfResale([under('1.1'), under('1.2')])).toBe('1.2')
    expect(editionOfResale([under('1.2'), under('1.1')])).toBe('1.1')
    expect(editionOfResale([under('1.1'), under('1.2'), under('1.1')])).toBe('1.1')
    expect(editionOfResale([])).toBeUndefined()
  })

  test('a case is judged by the newest edition its services name, in whatever order they do', () => {
    expect(editionOfCase(['1.1', '1.2', '1.1'])).toBe('1.2')
    expect(editionOfCase(['1.1'])).toBe('1.1')
  })
  test('by none where there was no service', () => expect(editionOfCase([])).toBeUndefined())
})
