import { describe, expect, test } from 'vitest'
import { disclosureItemCodes } from '../../shared/domain/disclosure-items.ts'
import { bothEditions, judged, signature, without } from './given.ts'

const unacknowledged = { clause: '第2章1.(6)', rule: 'disclosures-are-acknowledged', where: 'acknowledged' }

describe('第2章1.(6) the signer acknowledges each item', () => {
  describe.each(bothEditions)('under %s', (id) => {
    test('all thirteen hold, in whatever order', () =>
      expect(judged(id, 'signature', signature({ acknowledged: disclosureItemCodes.toReversed() }))).toEqual([]))

    test.each(disclosureItemCodes)('refuses a signature that leaves out %s', (one) =>
      expect(judged(id, 'signature', signature({ acknowledged: without(disclosureItemCodes, one) }))).toEqual([
        unacknowledged,
      ]),
    )

    test('an item acknowledged twice does not stand for another', () => {
      const acknowledged = [...without(disclosureItemCodes, 'penalty'), 'devices' as const]
      expect(judged(id, 'signature', signature({ acknowledged }))).toEqual([unacknowledged])
    })

    test('names all thirteen where nothing is acknowledged', () =>
      expect(judged(id, 'signature', signature({ acknowledged: [] }))).toEqual(
        Array.from({ length: 13 }, () => unacknowledged),
      ))
  })
})
