import { describe, expect, test } from 'vitest'
import { judgeTelling, recordIncidentNotice, tellingVerdictsIn } from '../../../shared/domain/contract/incident.ts'
import { after, breach, minutes, outcome, refusalOf, sha256, start } from '../given.ts'
import { contractAfter, drafted, ended, liveAfter, toOffer, toSign, toTakeOver } from './given.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'
import type { IncidentNotice } from '../../../shared/domain/contract/service-events.ts'

const stages: Record<string, ExistingContract> = {
  drafted: contractAfter(drafted),
  offered: contractAfter(...toOffer),
  live: contractAfter(...toSign),
  takenOver: contractAfter(...toTakeOver),
  ended: contractAfter(...toSign, ended),
}
const live = liveAfter(...toSign)
const now = after(minutes(60 * 24 * 30))

describe('第2章1.(2) a serious incident told later than the target (E1)', () => {
  const notice = {
    severity: 'serious' as const,
    how: 'atOnce' as const,
    detectedAt: start,
    toldAt: after(minutes(61)),
    noticeSha256: sha256('a'),
  }
  const doubt = { ...breach, kind: 'awaited' as const }
  const record = (more: Partial<IncidentNotice>, said: object = {}) =>
    recordIncidentNotice(
      live,
      { ...notice, ...more },
      { breaches: [], doubts: [], lateReason: null, deviation: null, now, ...said },
    )

  test('is put on record with its reason, and asked for it where there is none', () => {
    expect(refusalOf(record({}, { doubts: [doubt] }))).toMatchObject({
      kind: 'incomplete',
      missing: [{ code: 'lateReason' }],
    })
    expect(outcome(record({}, { doubts: [doubt], lateReason: '夜間で連絡がつかなかった。' }))).toBe('incident-told')
  })
  test('was judged serious at a moment between its detection and now, and is serious', () => {
    const wrong = (more: Partial<IncidentNotice>) => refusalOf(record(more))
    expect(outcome(record({ judgedSeriousAt: start }))).toBe('incident-told')
    expect(outcome(record({ judgedSeriousAt: now }))).toBe('incident-told')
    expect(wrong({ judgedSeriousAt: after(-1) })).toMatchObject({ kind: 'does-not-fit', what: 'judgedSeriousAt' })
    expect(wrong({ judgedSeriousAt: after(1, now) })).toMatchObject({ kind: 'does-not-fit', what: 'judgedSeriousAt' })
    expect(wrong({ judgedSeriousAt: start, severity: 'defended' })).toMatchObject({ what: 'judgedSeriousAt' })
  })

  const judging = { noticeSha256: sha256('a'), verdict: 'kept' as const, verdictSha256: sha256('c') }
  test.each(Object.entries(stages))('is judged while %s', (stage, contract) => {
    const made = ['live', 'takenOver', 'ended'].includes(stage)
    expect(outcome(judgeTelling(contract, judging, { doubts: [doubt] }))).toBe(
      made ? 'incident-telling-judged' : 'wrong-stage',
    )
  })
  test('of which nothing is left open takes no verdict', () =>
    expect(refusalOf(judgeTelling(live, judging, { doubts: [] }))).toMatchObject({
      kind: 'does-not-fit',
      what: 'noticeSha256',
    }))
  test('has the verdict that was given last, each by its notice', () => {
    const given = (noticeSha256: string, verdict: 'kept' | 'departed'): ContractEvent => ({
      type: 'incident-telling-judged',
      ...judging,
      noticeSha256,
      verdict,
    })
    const verdicts = tellingVerdictsIn([given('a', 'kept'), given('b', 'kept'), given('a', 'departed')])
    expect([...verdicts]).toEqual([
      ['a', 'departed'],
      ['b', 'kept'],
    ])
  })
  test('changes nothing of what was agreed', () =>
    expect(liveAfter(...toSign, { type: 'incident-telling-judged', ...judging })).toEqual(live))
})
