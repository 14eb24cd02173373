import { describe, expect, test } from 'vitest'
import { check } from '../../functions/audit/examine.ts'
import { kindOf } from '../../functions/audit/reading/forms.ts'
import { sha256 } from '../../functions/audit/reading/hash.ts'
import { whereOf, type Row } from '../../functions/audit/reading/rows.ts'
import { settle, type Settled } from '../../functions/audit/settle.ts'
import type { Ask, House } from '../support/house.ts'

type Rows = readonly Row[]

/** The same house, which says whenever a command was answered or a round of deliveries is over. */
export const watched = (house: House, moment: () => Promise<void>): House => {
  const watching = (ask: Ask): Ask => ({
    ...ask,
    post: async (...given) => {
      const reply = await ask.post(...given)
      await moment()
      return reply
    },
  })
  return {
    ...house,
    as: (who) => watching(house.as(who)),
    withToken: (token) => watching(house.withToken(token)),
    settle: async () => {
      await house.settle()
      await moment()
    },
  }
}

/** Where a row comes in a scan: partitions lie in an order that has nothing to do with their names. */
const placeOf = (row: Row): number => Number.parseInt(sha256(row.pk).slice(0, 8), 16) / 0xff_ff_ff_ff

/** A scan under way while commands were committed: what it passed early is of the earlier moment. */
const torn = (earlier: Rows, later: Rows, at: number): Rows => [
  ...earlier.filter((row) => placeOf(row) < at),
  ...later.filter((row) => placeOf(row) >= at),
]

/** Reads one dump after another, and no more than these. */
const reading = (...dumps: readonly Rows[]): Promise<Settled> => {
  const left = [...dumps]
  const read = async () => ({ rows: left.shift() ?? [], files: null })
  return settle(read, { pauses: dumps.slice(1).map(() => 0), wait: async () => undefined })
}

const violationsIn = ({ findings }: Settled) => findings.flatMap(({ violations }) => violations)

/** What the checker makes of a table that is written to while it reads, given dumps of it one after another. */
export const readsATableInUse = (dumps: readonly Rows[]): void => {
  describe('the checker reads a table that is in use', () => {
    const at = (place: number): Rows => dumps[Math.min(place, dumps.length - 1)] ?? []
    const places = () => [...dumps.keys()].slice(0, -1)

    test('a reading by itself shows violations that never were', () => {
      const wronged = places().filter((place) => check(torn(at(place), at(place + 1), 0.5)).length > 0)
      expect(wronged.length).toBeGreaterThan(dumps.length / 2)
    })

    test('what only came of reading early and late is dropped when it is read again', async () => {
      for (const place of places()) {
        const settled = await reading(torn(at(place), at(place + 1), 0.5), at(place + 1), at(place + 1))
        expect([violationsIn(settled), settled.unsettled], `moment ${place}`).toEqual([[], []])
      }
    })

    test('a table that is written to at every reading is never said to hold a violation it does not', async () => {
      for (const place of places()) {
        const scans = [0.3, 0.6, 0.4].map((cut, more) => torn(at(place + more), at(place + more + 1), cut))
        expect(violationsIn(await reading(...scans)), `moment ${place}`).toEqual([])
      }
    })

    test('a violation that is there stands while other contracts are written to, and is never lost', async () => {
      const wrong = expect.objectContaining({ invariant: 'I02', what: 'is live, but its place is held by nobody' })
      for (const place of places().slice(-6)) {
        const stays = ({ pk }: Row) => at(place + 1).some((row) => row.pk === pk)
        const guard = at(place).find((row) => row.pk.startsWith('GUARD#place/') && stays(row))
        const own = String(guard?.['holder']).slice(-26)
        const ofOthers = at(place + 1).filter((row) => row.pk.startsWith('LED#ctr_') && !row.pk.endsWith(own))
        const all = [...at(place), ...ofOthers].filter(({ pk }) => pk !== guard?.pk)
        const before = at(place).filter(({ pk }) => pk !== guard?.pk)
        const now = [...new Map(all.map((row) => [whereOf(row), row])).values()]
        expect(now.length, `moment ${place}`).toBeGreaterThan(before.length)
        expect(violationsIn(await reading(before, now)), `moment ${place}`).toContainEqual(wrong)
        const inUse = await reading(
          before,
          at(place + 1).filter(({ pk }) => pk !== guard?.pk),
        )
        expect([...violationsIn(inUse), ...inUse.unsettled], `moment ${place}`).toContainEqual(wrong)
      }
    })

    test('what rests on a row that changes at every reading could not be settled', async () => {
      const rows = at(dumps.length - 1)
      const hot = rows.find((row) => kindOf(row) === 'operation')
      const turns = [1, 2, 3, 4, 5].map((turn) => rows.map((row) => (row === hot ? { ...row, v: 100 + turn } : row)))
      const settled = await reading(...turns)
      expect(violationsIn(settled)).toEqual([])
      expect(settled.unsettled.map(({ invariant, where }) => [invariant, where])).toEqual([
        ['I04', hot && whereOf(hot)],
      ])
      expect(settled.readings).toBe(5)
    })

    test('a table in which nothing is found is read once', async () => {
      expect((await reading(at(dumps.length - 1))).readings).toBe(1)
    })
  })
}
