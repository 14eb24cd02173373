import { describe, expect, test } from 'vitest'
import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import { bothEditions, judged, service, type EditionId } from './given.ts'

const supported = (id: EditionId, onSiteDispatch: boolean, remote: ServiceFacts['emergencySupport']['remote']) =>
  judged(
    id,
    'service-version',
    service('network', {
      emergencySupport: { onSiteDispatch, remote, freePerContractYear: 1, travelExpenses: 'chargeable' },
    }),
  )

const remoteOnly = [
  { clause: '第2章1.(3)', rule: 'on-site-dispatch-is-offered', where: 'facts.emergencySupport.onSiteDispatch' },
]

describe('第2章1.(3) an engineer is sent on request', () => {
  describe.each(bothEditions)('under %s', (id) => {
    test('dispatch alone holds', () => expect(supported(id, true, 'none')).toEqual([]))
    test('dispatch beside remote support holds', () => expect(supported(id, true, 'withConsent')).toEqual([]))
    test('remote support does not replace it', () => expect(supported(id, false, 'withConsent')).toEqual(remoteOnly))
    test('no support at all is refused', () => expect(supported(id, false, 'none')).toEqual(remoteOnly))
  })
})
