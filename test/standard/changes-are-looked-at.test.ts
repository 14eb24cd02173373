import { describe, expect, test } from 'vitest'
import { changedFacts } from '../../shared/domain/service/change.ts'
import { judged, service, serviceChange } from './given.ts'

const objecting = (where: string) => ({ clause: '第2章3.(2)', rule: 'changes-are-looked-at', where })

describe('第2章3.(2) a change of the service is looked at', () => {
  test.each(['general', 'requirement'] as const)('one found to be %s holds', (kind) =>
    expect(judged('1.2', 'service-change', serviceChange({ kind }))).toEqual([]),
  )
  test('one that nobody has looked at is refused', () =>
    expect(judged('1.2', 'service-change', serviceChange({ kind: null }))).toEqual([objecting('change.kind')]))

  test('one fact that differs is a change', () => {
    const changed = changedFacts(service('network'), service('network', { placement: '基幹スイッチの直前' }))
    expect(changed).toEqual(['placement'])
    expect(judged('1.2', 'service-change', serviceChange({ changed }))).toEqual([])
  })
  test('two versions that say the same are none', () => {
    const changed = changedFacts(service('network'), service('network'))
    expect(judged('1.2', 'service-change', serviceChange({ changed }))).toEqual([objecting('number')])
  })
  test('to name another edition is a change, whatever else stays the same', () =>
    expect(judged('1.2', 'service-change', serviceChange({ changed: [], editionChanged: true }))).toEqual([]))
  test('both objections come at once', () =>
    expect(judged('1.2', 'service-change', serviceChange({ changed: [], kind: null }))).toEqual([
      objecting('number'),
      objecting('change.kind'),
    ]))

  test('1.1 has no such clause', () =>
    expect(judged('1.1', 'service-change', serviceChange({ changed: [], kind: null }))).toEqual([]))
})
