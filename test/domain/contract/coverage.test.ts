import { describe, expect, test } from 'vitest'
import { evolvers } from '../../../shared/domain/aggregates/aggregates.ts'
import type { CoverageArea, CoverageResult } from '../../../shared/domain/contract/contract-words.ts'
import { coverageOf, noteCoverage, unknownCoverage } from '../../../shared/domain/contract/coverage.ts'
import type { Instant } from '../../../shared/domain/plain-date.ts'
import {
  after,
  entityId,
  laterDiscontinuanceId,
  minutes,
  otherResellerId,
  refusalOf,
  resellerId,
  sha256,
} from '../given.ts'
import {
  concludedAfter,
  contractAfter,
  drafted,
  ended,
  liveAfter,
  opened,
  settled,
  told,
  toSign,
  toTakeOver,
} from './given.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'

const at = (n: number): Instant => after(minutes(n))
const { since } = opened
type Found = readonly [facet: CoverageArea, finding: CoverageResult, minute: number]

const allConfirmed: readonly Found[] = [
  ['monitoring', 'confirmed', 10],
  ['contact', 'confirmed', 10],
  ['insurance', 'confirmed', 10],
]
const noted = (facet: CoverageArea, finding: CoverageResult, statedAt: Instant): ContractEvent => ({
  type: 'takeover-coverage-noted',
  facet,
  finding,
  statedAt,
  evidenceSha256: sha256('e'),
  operationId: null,
})
const asOf = (contract: ReturnType<typeof concludedAfter>, now: Instant, nth = -1) => {
  const { takeover, earlierTakeovers } = contract
  const one = [...earlierTakeovers, ...(takeover ? [takeover] : [])].at(nth)
  if (!one) throw new Error('no takeover')
  return coverageOf(contract, one, now)
}

describe('第2章1.(10) the coverage of an SME in a takeover', () => {
  test('begins at risk: nobody has looked yet', () =>
    expect(asOf(liveAfter(...toTakeOver), at(10))).toEqual({ stage: 'atRisk', gapMinutes: 0 }))

  test('is given its new contact by being told, and by nothing else of a takeover', () => {
    expect(liveAfter(...toTakeOver).takeover?.coverage.contact).toEqual({ stage: 'unknown' })
    const served = liveAfter(...toTakeOver, told, settled('servedByImplementingEntity', entityId))
    expect(served.takeover?.coverage).toEqual({ ...unknownCoverage, contact: { stage: 'confirmed' } })
  })

  test('is covered by the last of three confirmations, and not before', () => {
    const [one, two, three] = allConfirmed as [Found, Found, Found]
    const contract = (...all: readonly Found[]) =>
      liveAfter(...toTakeOver, ...all.map(([facet, finding, n]) => noted(facet, finding, at(n))))
    expect(asOf(contract(one, two), at(20)).stage).toBe('atRisk')
    expect(asOf(contract(one, two, three), at(20)).stage).toBe('covered')
  })

  test('is in a gap while anything is lost, whatever is confirmed or unknown, and restored by the last confirmation', () => {
    const lost = [...toTakeOver, told, noted('insurance', 'lost', at(10))]
    expect(asOf(liveAfter(...lost), at(20))).toEqual({ stage: 'gap', gapMinutes: 10 })
    const found = [...lost, noted('insurance', 'confirmed', at(25))]
    expect(asOf(liveAfter(...found), at(90))).toEqual({ stage: 'atRisk', gapMinutes: 15 })
    const whole = [...found, noted('monitoring', 'confirmed', at(30))]
    expect(asOf(liveAfter(...whole), at(90))).toEqual({ stage: 'restored', gapMinutes: 15 })
  })

  test('lost contact is found again by telling', () => {
    const contract = liveAfter(...toTakeOver, noted('contact', 'lost', since), told)
    expect(contract.takeover?.coverage).toMatchObject({ contact: { stage: 'confirmed' }, gaps: [{ from: since }] })
  })

  test('ends with its contract, the gap counted until then', () => {
    const gone = concludedAfter(
      ...toTakeOver,
      noted('monitoring', 'lost', since),
      settled('endedBySme', resellerId),
      ended,
    )
    const endedAt = gone.stage === 'ended' ? gone.endedAt : since
    const expected = { stage: 'ended', gapMinutes: Math.ceil((Date.parse(endedAt) - Date.parse(since)) / 60_000) }
    expect([asOf(gone, at(60)), asOf(gone, at(6_000))]).toEqual([expected, expected])
  })

  test('ends in the earlier case when the successor stops too, and begins anew in the later', () => {
    const again = { ...opened, discontinuanceId: laterDiscontinuanceId, since: at(40) } as const
    const story = [
      ...toTakeOver,
      told,
      noted('monitoring', 'lost', at(10)),
      settled('movedToReseller', otherResellerId),
    ]
    const contract = liveAfter(...story, again)
    expect(asOf(contract, at(60), 0)).toEqual({ stage: 'ended', gapMinutes: 30 })
    expect(asOf(contract, at(60))).toEqual({ stage: 'atRisk', gapMinutes: 0 })
  })

  test('what is on record changes nothing else of the contract', () => {
    const before = liveAfter(...toTakeOver)
    const after = evolvers.contract(before, noted('monitoring', 'confirmed', at(10)), at(11))
    const coverage = { ...unknownCoverage, monitoring: { stage: 'confirmed' } }
    expect(after).toEqual({ ...before, takeover: { ...before.takeover, coverage } })
  })
})

describe('putting a finding on record', () => {
  const now = at(60)
  const noting = { facet: 'monitoring', finding: 'lost', evidenceSha256: sha256('e'), operationId: null } as const
  const note = (contract: Parameters<typeof noteCoverage>[0], statedAt: Instant, more: object = {}) =>
    noteCoverage(contract, { ...noting, statedAt, ...more }, { now, caseClosed: false })

  test('is possible from the very instant of the takeover to this very moment', () => {
    const live = liveAfter(...toTakeOver)
    expect([since, now].map((moment) => note(live, moment).ok)).toEqual([true, true])
    expect(refusalOf(note(live, after(-1, since)))).toMatchObject({
      kind: 'does-not-fit',
      what: 'at',
      needs: expect.stringContaining(since),
    })
    expect(refusalOf(note(live, after(1, now)))).toEqual({
      kind: 'does-not-fit',
      what: 'at',
      given: after(1, now),
      needs: 'a moment that has come',
    })
  })
  test('nothing is found before it was lost', () => {
    const lost = liveAfter(...toTakeOver, noted('monitoring', 'lost', at(20)))
    expect(note(lost, at(20), { finding: 'confirmed' }).ok).toBe(true)
    expect(refusalOf(note(lost, after(-1, at(20)), { finding: 'confirmed' }))).toMatchObject({
      kind: 'does-not-fit',
      needs: expect.stringContaining(at(20)),
    })
    expect(note(lost, after(-1, at(20)), { finding: 'confirmed', facet: 'contact' }).ok).toBe(true)
  })
  test('what is lost may be found to have been lost before', () => {
    const lost = liveAfter(...toTakeOver, noted('monitoring', 'lost', at(20)))
    expect(note(lost, at(19))).toEqual({ ok: true, value: [noted('monitoring', 'lost', at(19))] })
  })
  test('gives the event as it was stated', () =>
    expect(note(liveAfter(...toTakeOver), at(20))).toEqual({ ok: true, value: [noted('monitoring', 'lost', at(20))] }))
  test('goes on after the takeover was settled, until the case is closed', () => {
    const served = liveAfter(...toTakeOver, told, settled('servedByImplementingEntity', entityId))
    expect(note(served, now).ok).toBe(true)
    expect(refusalOf(noteCoverage(served, { ...noting, statedAt: now }, { now, caseClosed: true }))).toEqual({
      kind: 'wrong-stage',
      what: 'discontinuance',
      stage: 'closed',
      needs: ['takingOver'],
    })
  })
  test.each([
    ['a draft', contractAfter(drafted), 'contract', 'drafted', ['live']],
    ['a contract that goes on', liveAfter(...toSign), 'takeover', 'none', ['opened', 'told', 'settled']],
    [
      'a contract that ended',
      concludedAfter(...toTakeOver, told, settled('endedBySme', resellerId), ended),
      'contract',
      'ended',
      ['live'],
    ],
  ])('is refused of %s', (_, contract, what, stage, needs) =>
    expect(refusalOf(note(contract, now))).toEqual({ kind: 'wrong-stage', what, stage, needs }),
  )
})
