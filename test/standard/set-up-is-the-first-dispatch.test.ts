import { describe, expect, test } from 'vitest'
import { plainDate } from '../../shared/domain/plain-date.ts'
import type { EmergencySupportFacts } from '../../shared/standard/model/occasion.ts'
import { at, judged, silent, support } from './given.ts'

/** A set-up that is charged, of a contract signed on 1 April and served from 1 May. */
const setUp = (day: string, changed: Partial<EmergencySupportFacts> = {}) =>
  support({
    purpose: 'setUp',
    chargedExTaxYen: 90_000,
    signedOn: plainDate('2026-04-01'),
    servedFrom: plainDate('2026-05-01'),
    startedAt: at('23:59:59', day),
    ...changed,
  })
const on = (day: string, changed: Partial<EmergencySupportFacts> = {}) =>
  judged('1.2', 'emergency-support', setUp(day, changed))
const refused = (where: string) => ({ clause: '第2章1.(3)', rule: 'set-up-is-the-first-dispatch', where })

describe('第2章1.(3) set-up is the first dispatch (E2)', () => {
  test('begins with the day of the contract', () => {
    expect(on('2026-03-31')).toEqual([refused('startedAt')])
    expect(on('2026-04-01')).toEqual([])
  })
  test('lasts until thirty days after the first day of service', () => {
    expect(on('2026-05-31')).toEqual([])
    expect(on('2026-06-01')).toEqual([refused('startedAt')])
    expect(on('2027-03-01')).toEqual([refused('startedAt')])
  })
  test('or after the installation on record, where that is later', () => {
    const installedOn = plainDate('2026-06-10')
    expect(on('2026-07-10', { installedOn })).toEqual([])
    expect(on('2026-07-11', { installedOn })).toEqual([refused('startedAt')])
    expect(on('2026-05-31', { installedOn: plainDate('2026-04-20') })).toEqual([])
    expect(on('2026-06-01', { installedOn: plainDate('2026-04-20') })).toEqual([refused('startedAt')])
  })
  test('and never longer than 120 days after the first day of service', () => {
    const installedOn = plainDate('2026-08-20')
    expect(on('2026-08-29', { installedOn })).toEqual([])
    expect(on('2026-08-30', { installedOn })).toEqual([refused('startedAt')])
  })
  test('later, the implementing entity says why it still is one', () => {
    expect(on('2027-03-01', { setUpReasoned: true })).toEqual([])
    expect(on('2026-03-31', { setUpReasoned: true })).toEqual([refused('startedAt')])
  })
  test('is never remote', () => {
    const remote = { mode: 'remote', place: null, remoteConsentAt: at('09:00:00', '2026-05-01') } as const
    expect(on('2026-05-02', remote)).toEqual([refused('mode')])
    expect(on('2026-05-02', { ...remote, setUpReasoned: true })).toEqual([refused('mode')])
  })
  test('an emergency has no such days, and is free all the same', () => {
    const emergency = support({ purpose: 'emergency', startedAt: at('10:00:00', '2027-03-01') })
    expect(judged('1.2', 'emergency-support', emergency)).toEqual([])
    expect(silent('1.2', 'set-up-is-the-first-dispatch', 'emergency-support', emergency)).toEqual({
      ja: '緊急時の対応である',
      en: 'it was an emergency',
    })
    expect(silent('1.2', 'set-up-is-the-first-dispatch', 'emergency-support', setUp('2026-05-01'))).toBeUndefined()
  })
  test('1.1 does not speak of it', () => expect(judged('1.1', 'emergency-support', setUp('2027-03-01'))).toEqual([]))
})
