import { describe, expect, test } from 'vitest'
import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import { bothEditions, doubted, judged, service, silent, support, type EditionId } from './given.ts'

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

describe('第2章1.(3) the engineer goes to the place the user named', () => {
  describe.each(bothEditions)('under %s', (id) => {
    const sentTo = (place: string | null) => judged(id, 'emergency-support', support({ mode: 'onSite', place }))

    test('a place holds', () => expect(sentTo('東京都架空区1-2-3 本社')).toEqual([]))
    test.each([null, '', ' ', '\u3000'])('%j is none', (place) =>
      expect(sentTo(place)).toEqual([{ clause: '第2章1.(3)', rule: 'on-site-dispatch-is-offered', where: 'place' }]),
    )

    test.each([null, '', ' ', '\u3000'])(
      'beside the place reached, the place named is asked for: %j is none (E4)',
      (placeNamed) =>
        expect(judged(id, 'emergency-support', support({ placeNamed }))).toEqual([
          { clause: '第2章1.(3)', rule: 'on-site-dispatch-is-offered', where: 'placeNamed' },
        ]),
    )
    test('another place than the one named is on record beside it, and judged by nobody (E4)', () => {
      const elsewhere = support({ placeNamed: '本社', place: '第二工場' })
      expect(judged(id, 'emergency-support', elsewhere)).toEqual([])
      expect(doubted(id, 'emergency-support', elsewhere)).toEqual([])
    })
    test('of a record from before it was asked, the place named is not known (E4)', () => {
      const { placeNamed: _, ...before } = support()
      expect(judged(id, 'emergency-support', before)).toEqual([])
      expect(doubted(id, 'emergency-support', before)).toEqual(['notKnown on-site-dispatch-is-offered placeNamed'])
    })

    test('remote support goes nowhere', () => {
      const remote = support({ mode: 'remote', placeNamed: null, place: null, remoteConsentAt: support().startedAt })
      expect(judged(id, 'emergency-support', remote)).toEqual([])
      expect(silent(id, 'on-site-dispatch-is-offered', 'emergency-support', remote)).toEqual({
        ja: 'リモートによる支援である',
        en: 'it was remote',
      })
      expect(silent(id, 'on-site-dispatch-is-offered', 'emergency-support', support())).toBeUndefined()
    })
  })
})
