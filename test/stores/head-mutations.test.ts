import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { headForm, readHead, writeHead } from '../../functions/adapters/dynamodb/contract-row/head.ts'
import { NewerForm, UnreadableRow } from '../../functions/ports/stored-forms.ts'
import {
  confirmationStages,
  contractStages,
  entries,
  explanationMethods,
  noticeWays,
  settlements,
  takeoverStages,
  voidReasons,
  proposalKinds,
  consentKinds,
  consentStages,
  endings,
} from '../../shared/domain/contract/contract-words.ts'
import { disclosureItemCodes } from '../../shared/domain/disclosure-items.ts'
import { prefectures } from '../../shared/domain/places.ts'
import { monitoringTypes, serviceFunctions } from '../../shared/domain/service/facts.ts'
import { placeOf } from '../../functions/adapters/dynamodb/state-rows.ts'
import { figure } from '../support/figures.ts'
import { contract, contractId, entityId, smeId } from './given-contracts.ts'
import { goldenHeads } from './golden.ts'
import type { ExistingContract } from '../../shared/domain/contract/states.ts'
import { extent } from '../support/extent.ts'

/*
 * Stored heads with a field removed, a word unknown, a form number raised, an array cut short: each is read right,
 * upgraded, or refused by name, and none reads as something else. "Right" is that what was read, written anew, says what
 * the damaged row said, and nothing more.
 */

type Stored = { r: any; s: any }
const parsed = ({ r, s }: { readonly r: string; readonly s: string }): Stored => ({
  r: JSON.parse(r),
  s: JSON.parse(s),
})
const placed = (given: ExistingContract) =>
  ({ contractId, entityId, smeId, holder: 'holder' in given ? given.holder : given.deal.seller }) as never

const made = fc.sample(contract, { numRuns: 300, seed: 47 })
const current = made.map((given) => ({ given, place: placed(given), texts: writeHead(given) }))
const old = ['0.2.0', 'form-1'].flatMap((layout) =>
  goldenHeads(layout).map(({ row, state }) => ({
    given: state,
    place: placeOf(row),
    texts: { r: row['r'] as string, s: row['s'] as string },
  })),
)

/** Every place in a stored text, deepest first: where it is held, and under which key. */
const placesIn = (stored: any, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] =>
  typeof stored !== 'object' || stored === null
    ? []
    : Object.keys(stored).flatMap((key) => {
        const here = [...at, Array.isArray(stored) ? Number(key) : key]
        return [...placesIn(stored[key], here), here]
      })
const holding = (stored: any, place: readonly (string | number)[]) =>
  place.slice(0, -1).reduce((inside, key) => inside[key], stored)

/** Whether one stored text says nothing but what another says as well. */
const within = (one: any, other: any): boolean =>
  typeof one === 'object' && one !== null
    ? typeof other === 'object' && other !== null && Object.keys(one).every((key) => within(one[key], other[key]))
    : one === other

/** A row that says a default aloud, as it would be written. */
const withoutDefaults = ({ r, s }: Stored): Stored => {
  const drop = (of: any, key: string, said: string) => {
    if (JSON.stringify(of?.[key]) === said) delete of[key]
  }
  for (const one of [s.tk, ...(r.er ?? [])]) {
    drop(one?.c, 'g', '[]')
    if (one !== s.tk) drop(one, 'c', '{}')
  }
  // Whoever comes to stand before another, or last, ends where that one begins, or not at all.
  for (const all of [s.rs ?? [], s.cp ?? []])
    for (const [place, one] of all.entries()) {
      const next = all[place + 1]
      drop(one, 'u', next ? String(next.f) : String(r.st === 'live' ? null : s.ea))
    }
  drop(r, 'er', '[]')
  drop(s, 'cs', '[]')
  if (!r.tk) drop(s, 'rs', '[{}]')
  drop(s, 'cp', '[{}]')
  return { r, s }
}

/** A revision that comes to say the same as the one in force says it by absence. */
const apartFromRevisions = ({ r, s }: Stored): Stored => {
  for (const one of [s.pp, s.nx]) delete one?.d
  return { r, s }
}

/** Every word of a closed list that a head may say. */
const words = new Set<string>([
  ...[contractStages, entries, explanationMethods, noticeWays, confirmationStages, takeoverStages, settlements].flat(),
  ...[voidReasons, endings, prefectures, monitoringTypes, serviceFunctions, proposalKinds, consentKinds].flat(),
  ...[consentStages, disclosureItemCodes].flat(),
])

const outcomes = { read: 0, refused: 0 }
/** Reads a row that was tampered with: the contract, or the error that refused it. Anything else is thrown. */
const readOrRefused = ({ r, s }: Stored, place: never) => {
  try {
    const read = readHead(JSON.stringify(r), JSON.stringify(s), place)
    outcomes.read += 1
    return read
  } catch (error) {
    if (!(error instanceof NewerForm) && !(error instanceof UnreadableRow)) throw error
    outcomes.refused += 1
    return error
  }
}

const runs = extent(800, 5_000)
const pick = <Item>(all: readonly Item[]) => fc.integer({ min: 0, max: all.length - 1 }).map((n) => all[n] as Item)
/** A place in a row, by two numbers, so that what fails is told in a line. */
const anywhere = fc.tuple(fc.nat(current.length - 1), fc.nat(9_999))
const placeAt = ([which, where]: readonly [number, number]) => {
  const { texts, place: at } = current[which] as (typeof current)[number]
  const stored = parsed(texts)
  const places = placesIn(stored).filter((place) => place.length > 1)
  return { at, stored, place: places[where % places.length] as (typeof places)[number] }
}

afterAll(() => {
  figure('stored heads tampered with, read right', outcomes.read)
  figure('stored heads tampered with, refused by name', outcomes.refused)
})

describe('a stored head', () => {
  test('with a field removed says what is left and the defaults, or is refused', () => {
    fc.assert(
      fc.property(anywhere, (numbers) => {
        const { place, at, stored } = placeAt(numbers)
        const key = place.at(-1) as string | number
        const inside = holding(stored, place)
        if (Array.isArray(inside)) inside.splice(key as number, 1)
        else delete inside[key]
        // Without its number a text is of form 1, and no array: refused.
        const read = readOrRefused(stored, at)
        if (read instanceof Error) return
        const anew = parsed(writeHead(read))
        expect(within(anew, stored)).toBe(true)
        expect(apartFromRevisions(anew)).toEqual(apartFromRevisions(withoutDefaults(stored)))
      }),
      { numRuns: runs },
    )
  })

  test('with a word or a key of another is refused, with its name', () => {
    fc.assert(
      fc.property(anywhere, (numbers) => {
        const { place, at, stored } = placeAt(numbers)
        const key = place.at(-1) as string | number
        const inside = holding(stored, place)
        const isWord = typeof inside[key] === 'string' && words.has(inside[key])
        if (isWord) inside[key] = 'unheardOf'
        else if (!Array.isArray(inside)) inside['unheardOf'] = 1
        else return
        expect(readOrRefused(stored, at)).toMatchObject({ message: expect.stringMatching(/unheardOf|Invalid input/) })
      }),
      { numRuns: runs },
    )
  })

  test('of a higher form is refused, and says which', () => {
    fc.assert(
      fc.property(
        pick(current),
        fc.integer({ min: headForm + 1, max: 99 }),
        fc.constantFrom('r', 's', 'both'),
        (one, form, text) => {
          const stored = parsed(one.texts)
          if (text !== 's') stored.r.v = form
          if (text !== 'r') stored.s.v = form
          const error = readOrRefused(stored, one.place)
          expect(error).toBeInstanceOf(NewerForm)
          expect((error as NewerForm).found).toEqual({ kind: 'contract', form, known: headForm, what: null })
        },
      ),
      { numRuns: runs },
    )
  })

  test('of form 1 with a word that no list has is refused, and never read as another', () => {
    // Of the line and the rest: where a word stands by its place.
    const wordsAt = { r: [0, 1, 4, 5], s: [4] } as const
    fc.assert(
      fc.property(
        pick(old),
        fc.constantFrom('r', 's'),
        fc.nat(3),
        fc.constantFrom(-1, 99, 1.5, 'live', null),
        (one, text, n, wrong) => {
          const stored = parsed(one.texts)
          const places = wordsAt[text as 'r']
          const at = places[n % places.length] as number
          if (stored[text as 'r'][at] === wrong || stored[text as 'r'][at] === -1) return
          stored[text as 'r'][at] = wrong
          expect(readOrRefused(stored, one.place as never)).toBeInstanceOf(UnreadableRow)
        },
      ),
      { numRuns: runs / 2 },
    )
  })

  test('of form 1 that is cut short says of what is left what it said, or is refused', () => {
    fc.assert(
      fc.property(pick(old), fc.constantFrom('r', 's'), fc.nat(19), (one, text, length) => {
        const stored = parsed(one.texts)
        stored[text as 'r'] = stored[text as 'r'].slice(0, length)
        const read = readOrRefused(stored, one.place as never)
        if (read instanceof Error) return
        expect(read.stage).toBe(one.given.stage)
        expect({ ...read.deal, renewal: null, functions: [], exceptionId: '' }).toEqual({
          ...one.given.deal,
          renewal: null,
          functions: [],
          exceptionId: '',
        })
        // What it read is a contract that can be written and read again.
        const anew = writeHead(read)
        expect(readHead(anew.r, anew.s, one.place)).toEqual(read)
      }),
      { numRuns: runs / 2 },
    )
  })
})
