import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closed, effectiveResponsibility, handOver } from '../../../shared/domain/contract/responsibility.ts'
import type { Holder } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import {
  after,
  discontinuanceId,
  entityId,
  folded,
  kept,
  minutes,
  otherResellerId,
  resellerId,
  start,
} from '../given.ts'
import {
  answering,
  attested,
  concludedAfter,
  ended,
  liveAfter,
  settled,
  signed,
  told,
  toOpen,
  toSign,
  toTakeOver,
} from './given.ts'
import type { Interval } from '../../../shared/domain/contract/states.ts'

const parties: readonly Holder[] = [entityId, resellerId, otherResellerId]
const sold: readonly Interval[] = [{ party: resellerId, from: start, until: null }]
const gate = (owner: Holder, since: Instant | null) => ({
  owner,
  entityId,
  discontinued: since && { since, discontinuanceId },
})

const joints = (intervals: readonly Interval[]) =>
  intervals.slice(1).map(({ from }, n) => [intervals[n]?.until, from] as const)

describe('handing over', () => {
  test('ends one where the next begins', () =>
    expect(handOver(sold, entityId, after(minutes(1)))).toEqual([
      { party: resellerId, from: start, until: after(minutes(1)) },
      { party: entityId, from: after(minutes(1)), until: null },
    ]))
  test('to whoever answers already changes nothing', () =>
    expect(handOver(sold, resellerId, after(minutes(1)))).toBe(sold))
  test('to whoever answered until all was over begins anew', () =>
    expect(handOver(closed(sold, after(minutes(1))), resellerId, after(minutes(2)))).toEqual([
      { party: resellerId, from: start, until: after(minutes(1)) },
      { party: resellerId, from: after(minutes(2)), until: null },
    ]))
  test('begins a list that is empty', () =>
    expect(handOver([], entityId, start)).toEqual([{ party: entityId, from: start, until: null }]))
  test('closed by a clock that runs behind, it does not end before it began', () =>
    expect([after(-5), start, after(5)].map((at) => closed(sold, at)[0]?.until)).toEqual([start, start, after(5)]))
  test('by a clock that runs behind ends nothing before it began', () =>
    expect(handOver(sold, entityId, after(-5))).toEqual([
      { party: resellerId, from: start, until: start },
      { party: entityId, from: start, until: null },
    ]))
})

describe('any number of hand-overs, by clocks that may differ', () => {
  const moves = fc.array(fc.record({ party: fc.constantFrom(...parties), ms: fc.integer({ min: -50, max: 10_000 }) }), {
    maxLength: 12,
  })
  const moment = fc.integer({ min: 0, max: 20_000 }).map((ms) => after(ms))
  const played = (steps: readonly { readonly party: Holder; readonly ms: number }[]) =>
    steps.reduce((intervals, { party, ms }) => handOver(intervals, party, after(ms)), sold)

  test('leave neither gap nor overlap, and the last one open', () =>
    fc.assert(
      fc.property(moves, (steps) => {
        const intervals = played(steps)
        expect(intervals.at(0)?.from).toBe(start)
        expect(joints(intervals).filter(([until, from]) => until !== from)).toEqual([])
        expect(intervals.filter(({ from, until }) => until !== null && until < from)).toEqual([])
        expect(intervals.filter(({ until }) => until === null)).toEqual([intervals.at(-1)])
        expect(intervals.at(-1)?.party).toBe(steps.at(-1)?.party ?? resellerId)
      }),
    ))

  test('leave exactly one who answers, at every moment', () =>
    fc.assert(
      fc.property(moves, moment, (steps, at) => {
        expect(answering(played(steps), at)).toHaveLength(1)
      }),
    ))

  test('end together, and then no one answers', () =>
    fc.assert(
      fc.property(moves, moment, (steps, at) => {
        const end = after(10_000)
        const intervals = closed(played(steps), end)
        expect(joints(intervals).filter(([until, from]) => until !== from)).toEqual([])
        expect(intervals.at(-1)?.until).toBe(end)
        expect(answering(intervals, at)).toHaveLength(at < end ? 1 : 0)
      }),
    ))

  test('change nothing of what was', () =>
    fc.assert(
      fc.property(moves, fc.constantFrom(...parties), (steps, party) => {
        const before = played(steps)
        const copy = structuredClone(before)
        handOver(before, party, after(20_000))
        closed(before, after(20_000))
        expect(before).toEqual(copy)
      }),
    ))
})

describe('第2章1.(10) who answers as of now', () => {
  test('is who is stored, while the holder goes on', () => {
    expect(effectiveResponsibility(sold, gate(resellerId, null))).toBe(sold)
    expect(effectiveResponsibility(sold, gate(entityId, null))).toBe(sold)
  })

  test('is the implementing entity from the instant of the discontinuance on', () => {
    const since = after(minutes(3))
    const effective = effectiveResponsibility(sold, gate(resellerId, since))
    expect(answering(effective, after(-1, since))).toEqual([resellerId])
    expect(answering(effective, since)).toEqual([entityId])
  })

  test('is who is stored, where another than the stopped one answers', () => {
    const moved = handOver(sold, otherResellerId, after(minutes(1)))
    expect(effectiveResponsibility(moved, gate(resellerId, after(minutes(3))))).toBe(moved)
  })

  test('is no one new once the contract had ended', () => {
    const over = closed(sold, after(minutes(1)))
    expect(effectiveResponsibility(over, gate(resellerId, after(minutes(3))))).toBe(over)
  })

  test('is no one where no one ever answered', () =>
    expect(effectiveResponsibility([], gate(resellerId, after(minutes(3))))).toEqual([]))

  const sinces = fc.integer({ min: -600_000, max: 600_000 }).map((ms) => after(ms))
  const lives = fc.constantFrom([...toOpen, signed], [attested])

  test('is what is stored once the contract is reached, whenever that is', () =>
    fc.assert(
      fc.property(lives, sinces, fc.boolean(), (events, since, late) => {
        const before = liveAfter(...events)
        const takeover = { type: 'takeover-opened', discontinuanceId, since, late } as const
        const reached = kept(folded('contract', [takeover], before))
        const said = effectiveResponsibility(before.responsibility, gate(resellerId, since))
        expect(reached).toMatchObject({ stage: 'live', responsibility: said, counterparty: before.counterparty })
        expect(effectiveResponsibility(said, gate(resellerId, since))).toBe(said)
      }),
    ))
})

describe('the two tracks of a takeover', () => {
  test('part at the instant: who answers moves, who is party to the contract does not', () => {
    const contract = liveAfter(...toTakeOver)
    expect(contract.responsibility.at(-1)?.party).toBe(entityId)
    expect(contract.counterparty).toEqual(liveAfter(...toSign).counterparty)
    expect(contract.holder).toBe(resellerId)
  })

  test.each([
    ['servedByImplementingEntity', entityId, entityId, resellerId],
    ['movedToImplementingEntity', entityId, entityId, entityId],
    ['movedToReseller', otherResellerId, otherResellerId, otherResellerId],
  ] as const)('%s: held by %s, answered for by %s, party %s', (settlement, holder, answers, party) => {
    const contract = liveAfter(...toTakeOver, told, settled(settlement, holder))
    expect(contract.holder).toBe(holder)
    expect(contract.responsibility.at(-1)).toMatchObject({ party: answers, until: null })
    expect(contract.counterparty.at(-1)).toMatchObject({ party, until: null })
    expect(contract.takeover).toMatchObject({ stage: 'settled', settlement })
  })

  test('ended by the SME: the leaver gets nothing back for its last moment', () => {
    const contract = concludedAfter(...toTakeOver, told, settled('endedBySme', resellerId), ended)
    expect(contract.responsibility.map(({ party }) => party)).toEqual([resellerId, entityId])
    expect(contract.counterparty.map(({ party }) => party)).toEqual([resellerId])
    expect([...contract.responsibility, ...contract.counterparty].filter(({ until }) => until === null)).toEqual([])
  })
})
