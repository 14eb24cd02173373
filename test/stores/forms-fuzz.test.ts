import { assert, constantFrom, nat, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical } from '../../functions/adapters/canonical.ts'
import { NewerForm, UnreadableRow } from '../../functions/ports/stored-forms.ts'
import { figure } from '../support/figures.ts'
import { everyForm, goldenOf, layouts, type AnyForm } from './every-form.ts'
import { extent } from '../support/extent.ts'

type Container = Record<string, unknown>
type Sample = { readonly kind: string; readonly form: AnyForm; readonly parsed: unknown; readonly isText: boolean }

/** Every frozen row, and each of them as it is written today. */
const samples: readonly Sample[] = layouts.flatMap((layout) =>
  goldenOf(layout).flatMap(([kind, golden]) => {
    const form = everyForm[kind] as AnyForm
    return golden.flatMap(({ stored }) =>
      [stored, form.write(form.read(stored))].map((one) => ({
        kind,
        form,
        isText: typeof one === 'string',
        parsed: typeof one === 'string' ? (JSON.parse(one) as unknown) : one,
      })),
    )
  }),
)

/** What every row of the table has, whatever it says. */
const keys = new Set(['pk', 'sk', 't'])

/** Every place in a value: the object or list it lies in, and its key. */
const placesIn = (value: unknown): readonly (readonly [Container, string])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [[value as Container, key] as const, ...placesIn(inner)])
    : []

const changes = ['a field is removed', 'a word is unknown', 'the form number is raised', 'a key is added'] as const
const spoilt = 'word-of-tomorrow'

/** A sample with one thing changed. Null where there is nothing of the kind to change. */
const changed = ({ parsed, isText }: Sample, what: (typeof changes)[number], pick: number): unknown => {
  const copy = structuredClone(parsed)
  const places = placesIn(copy).filter(([within, key]) => within !== copy || isText || !keys.has(key))
  const [within, key] = places[pick % places.length] ?? []
  if (!within || key === undefined) return null
  switch (what) {
    case 'a field is removed':
      if (Array.isArray(within)) return null
      delete within[key]
      return copy
    case 'a word is unknown':
      // A number may stand for a word as well.
      if (typeof within[key] === 'number') within[key] = 1_000_003
      else if (typeof within[key] === 'string') within[key] = spoilt
      else return null
      return copy
    case 'the form number is raised':
      if (Array.isArray(copy)) return null
      ;(copy as Container)[isText ? 'v' : 'form'] = 3 + (pick % 40)
      return copy
    case 'a key is added':
      if (Array.isArray(copy)) return null
      ;(copy as Container)['ofTomorrow'] = pick
      return copy
  }
}

type Outcome = 'read as it was' | 'read as what it says' | 'refused as newer' | 'refused as unreadable'

const outcomeOf = ({ form, isText, parsed }: Sample, value: unknown, what: string): Outcome => {
  const stored = (one: unknown) => (isText ? JSON.stringify(one) : one)
  try {
    const read = form.read(stored(value))
    const before = form.read(stored(parsed))
    if (canonical(read) === canonical(before)) return 'read as it was'
    const isKept =
      what !== 'a word is unknown' || /word-of-tomorrow|1000003|1970-01-01T00:16:40.003Z/.test(canonical(read))
    expect(isKept).toBe(true)
    // Whatever it reads as, writing and reading that again is the same: nothing is guessed.
    expect(canonical(form.read(form.write(read)))).toBe(canonical(read))
    return 'read as what it says'
  } catch (error) {
    if (error instanceof NewerForm) return 'refused as newer'
    if (error instanceof UnreadableRow) return 'refused as unreadable'
    throw error
  }
}

describe('a stored row that its upgrade stumbles over', () => {
  test('is refused as unreadable, and names its kind', () => {
    const results = everyForm['results'] as AnyForm
    for (const damaged of [{}, null, { rows: [] }, 7, [null], [{ problem: 'none' }]])
      expect(() => results.read(damaged)).toThrow(UnreadableRow)
    expect(() => results.read({})).toThrow('a stored results cannot be read: it is not as form 1 was written')
  })

  test('and so is a text that is no JSON', () => {
    for (const kind of ['service', 'event', 'operation'] as const)
      expect(() => (everyForm[kind] as AnyForm).read('{"v":2,')).toThrow(
        `a stored ${kind} cannot be read: its text is no`,
      )
  })
})

describe('a stored row that is not as it was written', () => {
  const counts: Record<string, number> = {}
  const seen = (what: string, outcome: Outcome) => {
    counts[`${what}: ${outcome}`] = (counts[`${what}: ${outcome}`] ?? 0) + 1
  }

  test('is read right, upgraded or refused by name, and never as something else', () => {
    let tried = 0
    const given = record({
      sample: constantFrom(...samples),
      what: constantFrom(...changes),
      pick: nat(1_000_000),
    })
    assert(
      property(given, ({ sample, what, pick }) => {
        const value = changed(sample, what, pick)
        if (value === null) return
        const outcome = outcomeOf(sample, value, what)
        tried += 1
        seen(what, outcome)
        const mustBeNewer =
          what === 'the form number is raised' || (what === 'a key is added' && sample.kind !== 'event')
        expect(mustBeNewer && outcome !== 'refused as newer' ? `${sample.kind}: ${what}` : null).toBeNull()
      }),
      { numRuns: extent(6_000, 30_000) },
    )
    expect(tried).toBeGreaterThanOrEqual(extent(4_000, 20_000))
    figure('stored rows changed in one thing', tried)
    for (const [what, count] of Object.entries(counts)) figure(`of them, ${what}`, count)
  })
})
