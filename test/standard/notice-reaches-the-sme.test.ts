import { describe, expect, test } from 'vitest'
import { bothEditions, contract, judged } from './given.ts'

describe('第2章1.(2) a detection can be told to the user itself', () => {
  describe.each(bothEditions)('under %s', (id) => {
    test.each(['mail', 'phone', 'both'] as const)('by %s', (noticeBy) =>
      expect(judged(id, 'contract', contract({ noticeBy }))).toEqual([]),
    )

    test('a contract that names no contact is refused', () =>
      expect(judged(id, 'contract', contract({ noticeBy: 'nothing' }))).toEqual([
        { clause: '第2章1.(2)', rule: 'notice-reaches-the-sme', where: 'sme.noticeContact' },
      ]))
  })
})
