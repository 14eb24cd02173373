import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverageStages } from '../../../shared/domain/contract/coverage.ts'
import { askForTally } from '../../../shared/domain/discontinuance/discontinuance.ts'
import {
  addedUp,
  counted,
  countedAt,
  isCounting,
  isCurrent,
  isToCount,
  nothingCounted,
  type Counted,
  type CaseTally,
} from '../../../shared/domain/discontinuance/tally.ts'
import { shardCount } from '../../../shared/domain/ids.ts'
import { instant, later } from '../../../shared/domain/plain-date.ts'
import { after, contractOf, minutes } from '../given.ts'
import { approved, caseAfter, closed, frozen, late, reached, setBack } from './given.ts'

const at = instant('2026-10-05T00:00:00.000Z')
const { discontinuanceId } = caseAfter(approved)
const tally = (shard: number, more: Partial<CaseTally> = {}): CaseTally => ({
  discontinuanceId,
  shard,
  setbacks: 0,
  counts: nothingCounted,
  at,
  ...more,
})
const every = (more: (shard: number) => Partial<CaseTally> = () => ({})) =>
  Array.from({ length: shardCount }, (_, shard) => tally(shard, more(shard)))
const one = (
  n: number,
  takeover: Counted['takeover'],
  stage: Counted['coverage']['stage'],
  gapMinutes = 0,
): Counted => ({ contractId: contractOf(n), takeover, coverage: { stage, gapMinutes } })

describe('what is counted of a case', () => {
  test('is how many stand where, how they are served, and whom to see to', () =>
    expect(
      counted([
        one(1, 'opened', 'atRisk'),
        one(2, 'told', 'gap', 90),
        one(3, 'settled', 'restored', 30),
        one(4, 'settled', 'covered'),
        one(5, 'settled', 'ended'),
      ]),
    ).toEqual({
      takeovers: { opened: 1, told: 1, settled: 3 },
      coverage: { atRisk: 1, gap: 1, restored: 1, covered: 1, ended: 1 },
      gapMinutes: 120,
      examples: { toTell: [contractOf(1)], toSettle: [contractOf(2)], toCover: [contractOf(1), contractOf(2)] },
    }))

  test('names the first five of a kind, also of several shards together', () => {
    const six = [1, 2, 3, 4, 5, 6].map((n) => one(n, 'opened', 'atRisk'))
    const [a, b] = [counted(six.slice(0, 3)), counted(six.slice(3))]
    const first = six.slice(0, 5).map(({ contractId }) => contractId)
    expect(counted(six).examples.toTell).toEqual(first)
    expect(addedUp([a, b]).examples).toEqual({ toTell: first, toSettle: [], toCover: first })
  })

  test('is the same in parts and as a whole', () => {
    const some = fc.array(
      fc.record({
        contractId: fc.nat({ max: 99 }).map(contractOf),
        takeover: fc.constantFrom('opened' as const, 'told' as const, 'settled' as const),
        coverage: fc.record({ stage: fc.constantFrom(...coverageStages), gapMinutes: fc.nat({ max: 1_000 }) }),
      }),
    )
    fc.assert(
      fc.property(fc.array(some), (shards) => {
        expect(addedUp(shards.map(counted))).toEqual(counted(shards.flat()))
      }),
    )
  })
})

describe('a case can be judged by its tallies', () => {
  const state = caseAfter(approved, frozen, reached)

  test('when every shard was counted', () => {
    expect(isCurrent(state, every())).toBe(true)
    expect(isCurrent(state, every().slice(1))).toBe(false)
  })

  test.each([
    ['something was set back', setBack],
    ['one more contract joined', late],
  ])('no longer, once %s', (_, event) => {
    const since = caseAfter(approved, frozen, reached, event)
    expect(isCurrent(since, every())).toBe(false)
    expect(
      isCurrent(
        since,
        every((shard) => ({ setbacks: shard === 15 ? 0 : 1 })),
      ),
    ).toBe(false)
    expect(
      isCurrent(
        since,
        every(() => ({ setbacks: 1 })),
      ),
    ).toBe(true)
  })

  test('as of the oldest of them; as of no time while one is missing', () => {
    expect(countedAt(every((shard) => ({ at: later(at, shard) })))).toBe(at)
    expect(countedAt(every().slice(1))).toBeNull()
  })
})

describe('a shard is to be counted', () => {
  const asked = { ...caseAfter(approved, frozen, reached), tallyAskedAt: at }

  test('where it never was', () => expect(isToCount(asked, undefined)).toBe(true))
  test('where it was counted before that was asked, and not from that moment on', () => {
    expect(isToCount(asked, tally(0, { at: later(at, -1) }))).toBe(true)
    expect(isToCount(asked, tally(0))).toBe(false)
  })
  test('where something was set back since', () => expect(isToCount({ ...asked, setbacks: 1 }, tally(0))).toBe(true))
  test('not where nobody asked', () => expect(isToCount(caseAfter(approved, frozen, reached), tally(0))).toBe(false))

  test('and while one is, the case is being counted', () => {
    expect(isCounting(asked, every())).toBe(false)
    expect(
      isCounting(
        asked,
        every((shard) => ({ at: later(at, shard - 1) })),
      ),
    ).toBe(true)
    expect(isCounting(asked, every().slice(1))).toBe(true)
  })
})

describe('counting is asked for', () => {
  const state = caseAfter(approved, frozen, reached)

  test('once, until it is done', () => {
    const { entityId } = state
    expect(askForTally(state, { counting: false })).toEqual({ ok: true, value: [{ type: 'tally-asked', entityId }] })
    expect(askForTally(state, { counting: true })).toEqual({ ok: true, value: [] })
  })

  test('and is known to be from that moment on', () => {
    const { entityId } = state
    const asked = caseAfter(approved, frozen, reached, { type: 'tally-asked', entityId })
    expect(asked).toEqual({ ...state, tallyAskedAt: after(minutes(4)) })
    expect(isToCount(asked, tally(0, { at: after(minutes(4) - 1) }))).toBe(true)
    expect(isToCount(asked, tally(0, { at: after(minutes(4)) }))).toBe(false)
  })

  test('not of a case that is closed, or has not begun', () => {
    for (const other of [caseAfter(), caseAfter(approved, frozen, reached, closed)])
      expect(askForTally(other, { counting: false })).toMatchObject({
        ok: false,
        refusal: { kind: 'wrong-stage', stage: other.stage, needs: ['takingOver'] },
      })
  })
})
