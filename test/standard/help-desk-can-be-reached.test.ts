import { describe, expect, test } from 'vitest'
import { bothEditions, judged, service, type EditionId } from './given.ts'

const desk = (id: EditionId, phone: string | null, mail: string | null) =>
  judged(id, 'service-version', service('network', { consultationDesk: { phone, mail } }))

describe('第2章1.(1) the help desk can be reached', () => {
  describe.each(bothEditions)('under %s', (id) => {
    test('by phone', () => expect(desk(id, '0120-000-000', null)).toEqual([]))
    test('by mail', () => expect(desk(id, null, 'desk@example.jp')).toEqual([]))
    test('by both', () => expect(desk(id, '0120-000-000', 'desk@example.jp')).toEqual([]))
    test('a desk with neither is refused', () =>
      expect(desk(id, null, null)).toEqual([
        { clause: '第2章1.(1)', rule: 'help-desk-can-be-reached', where: 'facts.consultationDesk' },
      ]))
  })
})
