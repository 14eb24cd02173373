import { describe, expect, test } from 'vitest'
import type { CoveredMatter } from '../../shared/domain/service/facts.ts'
import { bothEditions, doubted, judged, service, type EditionId } from './given.ts'

const covering = (coveredMatters: readonly CoveredMatter[]) => {
  const { insurance } = service('network')
  return service('network', { insurance: { ...insurance, coveredMatters } })
}
const said = (id: EditionId, ...matters: readonly CoveredMatter[]) => judged(id, 'service-version', covering(matters))
const open = (id: EditionId, ...matters: readonly CoveredMatter[]) =>
  doubted(id, 'service-version', covering(matters)).filter((one) => one.includes('first-response'))
const firstResponse = { kind: 'firstResponse', what: '駆付け支援の費用' } as const
const analysis = { kind: 'causeAnalysis', what: '初動対応を含む原因調査費用' } as const
const notCovered = {
  clause: '第2章1.(5)',
  rule: 'first-response-is-covered',
  where: 'facts.insurance.coveredMatters',
}
const notKnown = ['notKnown first-response-is-covered facts.insurance.coveredMatters']

describe('第2章1.(5) the insurance covers first response', () => {
  describe.each(bothEditions)('under %s', (id) => {
    test('its kind decides, not what the terms call it (E9, E11)', () => {
      expect(said(id, firstResponse)).toEqual([])
      expect(open(id, firstResponse)).toEqual([])
      expect(said(id, analysis)).toEqual([notCovered])
    })
    test('one among others is enough', () => expect(said(id, analysis, firstResponse)).toEqual([]))
    test('loss of business alone is not (E11)', () =>
      expect(said(id, { kind: 'other', what: '営業損害' })).toEqual([notCovered]))
    test('a matter whose kind is not stated leaves it open, whatever its words (E9)', () => {
      expect(said(id, '初動対応費用')).toEqual([])
      expect(open(id, '初動対応費用')).toEqual(notKnown)
      expect(open(id, analysis, '駆付け費用')).toEqual(notKnown)
      expect(open(id, firstResponse, '復旧費用')).toEqual([])
    })
  })
})
