import { describe, expect, test } from 'vitest'
import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import { judged, service, type EditionId } from './given.ts'

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
