import { describe, expect, test } from 'vitest'
import { noArchive, type ArchiveEvent } from '../../../shared/domain/archive/archive.ts'
import {
  disposeArchive,
  liftHold,
  placeHold,
  recordNotPrintable,
  recordSealing,
  setRetention,
} from '../../../shared/domain/archive/keeping.ts'
import { plainDate } from '../../../shared/domain/plain-date.ts'
import { sha256 } from '../given.ts'
import { archive, held, of, retained, sealed, sealing } from './given.ts'

const why = sha256('e')
const last = plainDate('2039-09-30')

describe('what was sealed', () => {
  test('goes on record, from nothing on', () => {
    expect(recordSealing(noArchive, of, sealing(5))).toEqual([sealed(5)])
    expect(archive(sealed(5))).toMatchObject({ stage: 'kept', ...of, sealings: [sealing(5)], keepUntil: null })
  })
  test('once for each event of the contract, and beside what was sealed for another', () => {
    expect(recordSealing(archive(sealed(5)), of, sealing(5))).toEqual([])
    expect(recordSealing(archive(sealed(5), sealed(9)), of, sealing(9, 2))).toEqual([])
    expect(recordSealing(archive(sealed(5)), of, sealing(9, 2))).toHaveLength(1)
  })
  test('what cannot be printed is on record instead, and is not tried again', () => {
    const about = { contractSeq: 5, revision: 1, charactersSha256: sha256('f') }
    const [event] = recordNotPrintable(noArchive, of, about)
    expect(event).toEqual({ type: 'papers-not-printable', of, ...about })
    const kept = archive(...(event ? [event] : []))
    expect(kept).toMatchObject({ unprintable: [5], sealings: [] })
    expect(recordNotPrintable(kept, of, about)).toEqual([])
    expect(recordSealing(kept, of, sealing(5))).toEqual([])
  })
})

describe('how long it is kept', () => {
  const set =
    (...events: readonly ArchiveEvent[]) =>
    (until: string) =>
      setRetention(archive(...events), { until: plainDate(until), endedOn: plainDate('2027-09-30'), years: 12 })

  test('is set when the contract has ended', () => {
    expect(set(sealed())('2039-09-30')).toEqual([retained()])
    expect(archive(sealed(), retained())).toMatchObject({ keepUntil: last })
  })
  test.each([
    ['2039-09-29', 0],
    ['2039-09-30', 0],
    ['2039-10-01', 1],
  ])('a day that was set becomes no earlier: %s', (until, events) => {
    expect(set(sealed(), retained())(until)).toHaveLength(events)
  })
  test('nothing is set of what was let go', () => {
    const gone = { type: 'archive-disposed', on: plainDate('2039-10-01'), reasonSha256: why } as const
    expect(set(sealed(), retained(), gone)('2050-01-01')).toEqual([])
  })
})

describe('holds', () => {
  test('there may be several, each under a number of its own that never comes back', () => {
    expect(placeHold(noArchive, of, why)).toEqual({ ok: true, value: [held(1)] })
    const two = archive(sealed(), held(1), held(2))
    expect(two.holds.map(({ number }) => number)).toEqual([1, 2])
    const one = archive(sealed(), held(1), held(2), { type: 'hold-lifted', number: 2, reasonSha256: why })
    expect(one.holds.map(({ number }) => number)).toEqual([1])
    expect(placeHold(one, of, why)).toMatchObject({ ok: true, value: [{ number: 3 }] })
  })
  test('one that is not there cannot be lifted', () => {
    const none = { ok: false, refusal: { kind: 'not-found', what: 'hold' } }
    expect(liftHold(noArchive, 1, why)).toEqual(none)
    expect(liftHold(archive(sealed()), 1, why)).toEqual(none)
    expect(liftHold(archive(sealed(), held(1)), 2, why)).toEqual(none)
    expect(liftHold(archive(held(1)), 1, why)).toMatchObject({ ok: true, value: [{ type: 'hold-lifted', number: 1 }] })
  })
  test('what was let go cannot be held any more', () => {
    const gone = { type: 'archive-disposed', on: plainDate('2039-10-01'), reasonSha256: why } as const
    expect(placeHold(archive(sealed(), retained(), gone), of, why)).toMatchObject({
      ok: false,
      refusal: { kind: 'wrong-stage', what: 'archive', stage: 'disposed', needs: ['kept'] },
    })
  })
})

describe('letting go', () => {
  const dispose = (
    state: Parameters<typeof disposeArchive>[0],
    today: string,
    more: Partial<Parameters<typeof disposeArchive>[2]> = {},
  ) => disposeArchive(state, why, { contract: 'ended', until: last, today: plainDate(today), ...more })
  const kept = archive(sealed(), retained())
  const tooEarly = (given: string, notBefore: string) => ({
    ok: false,
    refusal: { kind: 'out-of-order', what: 'today', given, notBefore },
  })

  test('on the last day it is refused, with the day from which it may', () =>
    expect(dispose(kept, '2039-09-30')).toEqual(tooEarly('2039-09-30', '2039-10-01')))
  test('from the day after on it is done', () => {
    expect(dispose(kept, '2039-10-01')).toEqual({
      ok: true,
      value: [{ type: 'archive-disposed', on: '2039-10-01', reasonSha256: why }],
    })
    const [event] = (dispose(kept, '2039-10-01') as { value: readonly ArchiveEvent[] }).value
    expect(archive(sealed(), retained(), ...(event ? [event] : []))).toMatchObject({
      stage: 'disposed',
      disposedOn: '2039-10-01',
      sealings: [sealing(5)],
    })
  })
  test('more years than were on record count at once, fewer not at all', () => {
    expect(dispose(kept, '2039-10-01', { until: plainDate('2042-09-30') })).toEqual(
      tooEarly('2039-10-01', '2042-10-01'),
    )
    expect(dispose(kept, '2039-09-30', { until: plainDate('2037-09-30') })).toEqual(
      tooEarly('2039-09-30', '2039-10-01'),
    )
  })
  test('under a hold it is refused whatever day it is, until the last hold is lifted', () => {
    const two = [sealed(), retained(), held(1), held(2)] as const
    const lift = (number: number) => ({ type: 'hold-lifted', number, reasonSha256: why }) as const
    const underHold = { ok: false, refusal: { kind: 'wrong-stage', what: 'archive', stage: 'held', needs: ['kept'] } }
    expect(dispose(archive(...two), '2099-01-01')).toEqual(underHold)
    expect(dispose(archive(...two, lift(1)), '2099-01-01')).toEqual(underHold)
    expect(dispose(archive(...two, lift(1), lift(2)), '2099-01-01')).toMatchObject({ ok: true })
  })
  test('of a contract without an end nothing is let go', () => {
    const live = { ok: false, refusal: { kind: 'wrong-stage', what: 'contract', stage: 'live', needs: ['ended'] } }
    expect(dispose(archive(sealed()), '2099-01-01', { contract: 'live', until: null })).toEqual(live)
    expect(dispose(kept, '2099-01-01', { contract: 'live' })).toEqual(live)
    expect(dispose(kept, '2099-01-01', { until: null })).toMatchObject({ ok: false, refusal: { what: 'contract' } })
  })
  test('before its day is on record it is refused: the vault may not have it yet', () =>
    expect(dispose(archive(sealed()), '2099-01-01')).toMatchObject({ ok: false, refusal: { what: 'contract' } }))
  test('what is not there, or gone, is not let go again', () => {
    expect(dispose(noArchive, '2099-01-01')).toMatchObject({ ok: false, refusal: { stage: 'none', needs: ['kept'] } })
    const gone = archive(sealed(), retained(), { type: 'archive-disposed', on: last, reasonSha256: why })
    expect(dispose(gone, '2099-01-01')).toMatchObject({ ok: false, refusal: { stage: 'disposed' } })
  })
})
