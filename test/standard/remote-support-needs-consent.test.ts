import { describe, expect, test } from 'vitest'
import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import { later } from '../../shared/domain/plain-date.ts'
import { at, judged, service, silent, support, type EditionId } from './given.ts'

const remotely = (id: EditionId, remote: ServiceFacts['emergencySupport']['remote']) =>
  judged(
    id,
    'service-version',
    service('network', {
      emergencySupport: { onSiteDispatch: true, remote, freePerContractYear: 1, travelExpenses: 'chargeable' },
    }),
  )

describe('第2章1.(3) remote support is with consent', () => {
  test.each(['withConsent', 'none'] as const)('%s holds', (remote) => expect(remotely('1.2', remote)).toEqual([]))

  test('without consent it is refused', () =>
    expect(remotely('1.2', 'withoutConsent')).toEqual([
      { clause: '第2章1.(3)', rule: 'remote-support-needs-consent', where: 'facts.emergencySupport.remote' },
    ]))

  test('1.1 does not ask for consent', () => expect(remotely('1.1', 'withoutConsent')).toEqual([]))
})

describe('第2章1.(3) remote support had consent before it began', () => {
  const startedAt = at('10:00:00')
  const remote = (remoteConsentAt: typeof startedAt | null) =>
    support({ mode: 'remote', place: null, startedAt, remoteConsentAt })
  const unasked = [{ clause: '第2章1.(3)', rule: 'remote-support-needs-consent', where: 'remoteConsentAt' }]

  test('consent long before holds', () =>
    expect(judged('1.2', 'emergency-support', remote(at('09:00:00', '2026-04-01')))).toEqual([]))
  test('consent at the same moment holds', () =>
    expect(judged('1.2', 'emergency-support', remote(startedAt))).toEqual([]))
  test('a millisecond later it is refused', () =>
    expect(judged('1.2', 'emergency-support', remote(later(startedAt, 1)))).toEqual(unasked))
  test('begun at 10:00 with consent at 10:05 it is refused', () =>
    expect(judged('1.2', 'emergency-support', remote(at('10:05:00')))).toEqual(unasked))
  test('so is one without any', () => expect(judged('1.2', 'emergency-support', remote(null))).toEqual(unasked))
  test('set-up from afar wants it too, beside being none', () =>
    expect(judged('1.2', 'emergency-support', { ...remote(null), purpose: 'setUp' })).toEqual([
      ...unasked,
      { clause: '第2章1.(3)', rule: 'set-up-is-the-first-dispatch', where: 'mode' },
    ]))

  test('an engineer who was sent needs none', () => {
    const sent = support({ mode: 'onSite', remoteConsentAt: null })
    expect(judged('1.2', 'emergency-support', sent)).toEqual([])
    expect(silent('1.2', 'remote-support-needs-consent', 'emergency-support', sent)).toEqual({
      ja: '技術者を派遣した支援である',
      en: 'an engineer was sent',
    })
    expect(silent('1.2', 'remote-support-needs-consent', 'emergency-support', remote(null))).toBeUndefined()
  })

  test('1.1 does not ask for consent', () => expect(judged('1.1', 'emergency-support', remote(null))).toEqual([]))
})
