import { describe, expect, test } from 'vitest'
import { advanced, fanOutProgress, type Checkpoint } from '../../../shared/domain/discontinuance/fan-out.ts'
import { instant } from '../../../shared/domain/plain-date.ts'

const discontinuanceId = 'dsc_01k6d2q0000000000000000001'
const at = (time: string) => instant(`2026-10-01T00:${time}.000Z`)
const step = (shard: number, passed: number, next: string | null, time: string) =>
  ({
    discontinuanceId,
    shard,
    passed,
    next,
    at: at(time),
  }) as const

describe('a checkpoint', () => {
  const first = () => advanced(undefined, step(3, 196, 'here', '01:00'))

  test('tells of the first step in its shard', () => {
    const expected: Checkpoint = {
      discontinuanceId,
      shard: 3,
      version: 1,
      after: 'here',
      done: false,
      passed: 196,
      beganAt: at('01:00'),
      at: at('01:00'),
    }
    expect(first()).toEqual(expected)
  })

  test('counts on from the step before, and is done where nothing comes after', () => {
    expect(advanced(first(), step(3, 4, null, '02:00'))).toEqual({
      ...first(),
      version: 2,
      after: null,
      done: true,
      passed: 200,
      at: at('02:00'),
    })
  })
})

describe('how far a fan-out is', () => {
  const list = { contracts: 1_000 }
  const two = [
    advanced(undefined, step(0, 60, null, '00:00')),
    advanced(advanced(undefined, step(1, 100, 'on', '00:30')), step(1, 40, null, '02:00')),
  ]

  test('before the list is frozen nobody knows', () => {
    expect(fanOutProgress({ list: null, reached: false }, [])).toEqual({
      contracts: null,
      done: 0,
      left: null,
      beganAt: null,
      lastStepAt: null,
      perMinute: null,
      expectedEndAt: null,
    })
  })

  test('a list that nothing was done of yet has no rate', () => {
    expect(fanOutProgress({ list, reached: false }, [])).toMatchObject({ done: 0, left: 1_000, perMinute: null })
  })

  test('a first step alone has no rate either', () => {
    expect(fanOutProgress({ list, reached: false }, two.slice(0, 1))).toMatchObject({
      done: 60,
      left: 940,
      perMinute: null,
      expectedEndAt: null,
    })
  })

  test('done and left over all shards, the rate from the first step to the last, and when it will end so', () => {
    expect(fanOutProgress({ list, reached: false }, two)).toEqual({
      contracts: 1_000,
      done: 200,
      left: 800,
      beganAt: at('00:00'),
      lastStepAt: at('02:00'),
      perMinute: 100,
      expectedEndAt: at('10:00'),
    })
  })

  test('the last step is the latest of them all, whichever shard it was in', () => {
    const three = [...two, advanced(undefined, step(2, 100, 'on', '01:00'))]
    expect(fanOutProgress({ list, reached: false }, three)).toMatchObject({
      beganAt: at('00:00'),
      lastStepAt: at('02:00'),
      perMinute: 150,
    })
  })

  test('one that has reached its list has nothing left and nothing to expect', () => {
    expect(fanOutProgress({ list, reached: true }, two)).toMatchObject({ done: 1_000, left: 0, expectedEndAt: null })
  })

  test('what turned up beyond the list makes nothing negative', () => {
    expect(fanOutProgress({ list: { contracts: 150 }, reached: false }, two)).toMatchObject({ done: 200, left: 0 })
  })
})
