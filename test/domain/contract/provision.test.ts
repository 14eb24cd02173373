import { describe, expect, test } from 'vitest'
import {
  supportModes,
  supportPurposes,
  incidentSeverities,
  tellingHows,
  tellingVerdicts,
} from '../../../shared/domain/contract/contract-words.ts'
import {
  freeSupportsWithin,
  installedOnIn,
  isFreeSupport,
  recordEmergencySupport,
} from '../../../shared/domain/contract/emergency-support.ts'
import { clausesOf, recordIncidentNotice, targetOf } from '../../../shared/domain/contract/incident.ts'
import { dayInJapan, daysAfter, startOfDayInJapan } from '../../../shared/domain/plain-date.ts'
import { after, breach, day, minutes, outcome, refusalOf, sha256, start } from '../given.ts'
import {
  attested,
  contractAfter,
  deal,
  drafted,
  ended,
  liveAfter,
  toOffer,
  toSign,
  toTakeOver,
  withdrawn,
} from './given.ts'
import type { ExistingContract } from '../../../shared/domain/contract/states.ts'
import type { ContractEvent } from '../../../shared/domain/contract/events.ts'
import type { IncidentNotice, EmergencySupport } from '../../../shared/domain/contract/service-events.ts'

const stages: Record<string, ExistingContract> = {
  drafted: contractAfter(drafted),
  offered: contractAfter(...toOffer),
  live: contractAfter(...toSign),
  takenOver: contractAfter(...toTakeOver),
  ended: contractAfter(...toSign, ended),
  void: contractAfter(drafted, withdrawn),
}
const live = liveAfter(...toSign)
const now = after(minutes(60 * 24 * 30))
const notLive = ({ stage }: ExistingContract) => ({ kind: 'wrong-stage', what: 'contract', stage, needs: ['live'] })

describe('recording that an incident was told', () => {
  const notice = (more: Partial<IncidentNotice> = {}) => ({
    severity: 'serious' as const,
    how: 'atOnce' as const,
    detectedAt: start,
    toldAt: after(minutes(30)),
    noticeSha256: sha256('a'),
    ...more,
  })
  const nothingSaid = { breaches: [], doubts: [], lateReason: null, deviation: null, now }
  const as = (more: Partial<IncidentNotice>, judged: object = {}) =>
    recordIncidentNotice(live, notice(more), { ...nothingSaid, ...judged })

  test.each(Object.entries(stages))('%s', (stage, contract) => {
    const decision = recordIncidentNotice(contract, notice(), nothingSaid)
    expect(outcome(decision)).toBe(stage === 'live' || stage === 'takenOver' ? 'incident-told' : 'wrong-stage')
    expect(refusalOf(decision) ?? notLive(contract)).toEqual(notLive(contract))
  })

  test('in the moment of detection is possible, a millisecond before it is not', () => {
    expect(outcome(as({ toldAt: start }))).toBe('incident-told')
    expect(refusalOf(as({ detectedAt: after(1), toldAt: start }))).toEqual({
      kind: 'does-not-fit',
      what: 'toldAt',
      given: start,
      needs: `not before detectedAt ${after(1)}`,
    })
  })
  test('this very moment is possible, a millisecond from now is not', () => {
    expect(outcome(as({ toldAt: now }))).toBe('incident-told')
    expect(refusalOf(as({ toldAt: after(1, now) }))).toEqual({
      kind: 'does-not-fit',
      what: 'toldAt',
      given: after(1, now),
      needs: 'a moment that has come',
    })
  })
  test('is refused with every breach, unless a person says why it is put on record', () => {
    const breaches = [breach, { ...breach, clause: '第2章1.(3)' }, breach]
    expect(refusalOf(as({}, { breaches }))).toEqual({ kind: 'breaches-standard', breaches })
    expect(refusalOf(as({}, { breaches: [breach] }))).toEqual({ kind: 'breaches-standard', breaches: [breach] })
    expect(as({}, { breaches, deviation: '週報で知らせた。' })).toEqual({
      ok: true,
      value: [{ type: 'incident-told', ...notice(), departsFrom: clausesOf(breaches) }],
    })
    expect(clausesOf(breaches)).toEqual([breach.clause, '第2章1.(3)'])
  })
  test('changes nothing of what was agreed', () =>
    expect(liveAfter(...toSign, { type: 'incident-told', ...notice(), departsFrom: [] })).toEqual(live))
})

describe('what is told and supported', () => {
  // Rows keep these words for good.
  test('is named by these words', () => {
    expect(incidentSeverities).toEqual(['serious', 'defended', 'noResponseNeeded'])
    expect(tellingHows).toEqual(['atOnce', 'inReport'])
    expect(tellingVerdicts).toEqual(['kept', 'departed'])
    expect(supportPurposes).toEqual(['emergency', 'setUp'])
    expect(supportModes).toEqual(['onSite', 'remote'])
  })
})

describe('第2章1.(2) the target for a serious incident', () => {
  const told = (ms: number, severity: IncidentNotice['severity'] = 'serious') =>
    targetOf({ severity, detectedAt: start, toldAt: after(ms) }, 60)

  test('is met in its last millisecond, missed in the next', () => {
    expect(told(minutes(60))).toEqual({ minutes: 60, met: true })
    expect(told(minutes(60) + 1)).toEqual({ minutes: 60, met: false })
  })
  test.each(['defended', 'noResponseNeeded'] as const)('is none for what is %s', (severity) =>
    expect(told(0, severity)).toBeNull(),
  )
  test('is none where the service names none', () =>
    expect(targetOf({ severity: 'serious', detectedAt: start, toldAt: start }, null)).toBeNull())
})

describe('recording an emergency support', () => {
  const support = (more: Partial<EmergencySupport> = {}) => ({
    purpose: 'emergency' as const,
    mode: 'onSite' as const,
    startedAt: startOfDayInJapan(deal.startOn),
    remoteConsentAt: null,
    chargedExTaxYen: 0,
    incidentalExTaxYen: 8_000,
    supportSha256: sha256('b'),
    ...more,
  })
  const as = (more: Partial<EmergencySupport>, judged: object = {}) =>
    recordEmergencySupport(live, support(more), { breaches: [], deviation: null, now, ...judged })

  test.each(Object.entries(stages))('%s', (stage, contract) => {
    const decision = recordEmergencySupport(contract, support(), { breaches: [], deviation: null, now })
    expect(outcome(decision)).toBe(stage === 'live' || stage === 'takenOver' ? 'emergency-supported' : 'wrong-stage')
    expect(refusalOf(decision) ?? notLive(contract)).toEqual(notLive(contract))
  })

  test('begins with the first moment of service; set-up may come before', () => {
    const dayBefore = after(-1, startOfDayInJapan(deal.startOn))
    expect(outcome(as({}))).toBe('emergency-supported')
    expect(refusalOf(as({ startedAt: dayBefore }))).toEqual({
      kind: 'does-not-fit',
      what: 'startedAt',
      given: dayBefore,
      needs: `not before ${deal.startOn}`,
    })
    expect(outcome(as({ startedAt: dayBefore, purpose: 'setUp' }))).toBe('emergency-supported')
  })
  test('has begun: this very moment is possible, a millisecond from now is not', () => {
    expect(outcome(as({ startedAt: now }))).toBe('emergency-supported')
    expect(refusalOf(as({ startedAt: after(1, now) }))).toEqual({
      kind: 'does-not-fit',
      what: 'startedAt',
      given: after(1, now),
      needs: 'a moment that has come',
    })
  })
  test('is refused with every breach, unless a person says why it is put on record', () => {
    expect(refusalOf(as({}, { breaches: [breach] }))).toEqual({ kind: 'breaches-standard', breaches: [breach] })
    expect(as({}, { breaches: [breach], deviation: '請求してしまった。' })).toEqual({
      ok: true,
      value: [{ type: 'emergency-supported', ...support(), departsFrom: [breach.clause] }],
    })
  })
  test('names the day of an installation for set-up alone, from the contract on until today (E2)', () => {
    const installed = (installedOn: string, purpose: 'setUp' | 'emergency' = 'setUp') =>
      as({ installedOn: day(installedOn), purpose })
    const { signedOn } = live
    expect(outcome(installed(signedOn))).toBe('emergency-supported')
    expect(refusalOf(installed(signedOn, 'emergency'))).toMatchObject({ kind: 'does-not-fit', what: 'installedOn' })
    expect(refusalOf(installed(daysAfter(signedOn, -1)))).toMatchObject({ what: 'installedOn' })
    expect(outcome(installed(dayInJapan(now)))).toBe('emergency-supported')
    expect(refusalOf(installed(daysAfter(dayInJapan(now), 1)))).toMatchObject({ what: 'installedOn' })
  })
  test('the last installation on record stands; none, where none is (E2)', () => {
    const visit = (installedOn?: string): ContractEvent => ({
      type: 'emergency-supported',
      ...support({ purpose: 'setUp', ...(installedOn ? { installedOn: day(installedOn) } : {}) }),
      departsFrom: [],
    })
    expect(installedOnIn([visit()])).toBeNull()
    expect(installedOnIn([visit('2026-10-20'), visit('2026-10-18'), visit()])).toBe('2026-10-20')
  })
  test('changes nothing of what was agreed', () =>
    expect(liveAfter(...toSign, { type: 'emergency-supported', ...support(), departsFrom: [] })).toEqual(live))

  describe('the supports without cost', () => {
    const given = (more: Partial<EmergencySupport>): ContractEvent => ({
      type: 'emergency-supported',
      ...support(more),
      departsFrom: [],
    })
    const year = { from: day('2026-10-15'), until: day('2027-10-14') }

    test('are emergencies that were not charged; incidental expenses apart, and set-up not counted', () => {
      expect(isFreeSupport(support())).toBe(true)
      expect(isFreeSupport(support({ chargedExTaxYen: 1 }))).toBe(false)
      expect(isFreeSupport(support({ purpose: 'setUp' }))).toBe(false)
    })
    test('are counted from the first day of the contract year to its last, in Japan', () => {
      const first = startOfDayInJapan(year.from)
      const next = startOfDayInJapan(day('2027-10-15'))
      const at = [after(-1, first), first, after(-1, next), next]
      expect(at.map((startedAt) => freeSupportsWithin([attested, given({ startedAt })], year))).toEqual([0, 1, 1, 0])
    })
    test('add up', () =>
      expect(freeSupportsWithin([given({}), given({ chargedExTaxYen: 1 }), given({})], year)).toBe(2))
  })
})
