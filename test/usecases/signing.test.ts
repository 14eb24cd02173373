import { describe, expect, test } from 'vitest'
import { newHouse } from '../support/house.ts'
import { draft, good, partiesIn } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

const house = await newHouse()
const parties = await partiesIn(house)

describe('signing', () => {
  test('a contract that was drafted, explained, offered and opened is signed', async () => {
    const net = await parties.service('NET')
    const { ask } = await parties.reseller('R1', [net])
    const { signer, sha256, contractId } = await readyToSign(house, ask, draft(net))
    expect(good(await signer.post('/v1/signing/sign', signature(sha256)))).toMatchObject({ contractId, stage: 'live' })
    expect(house.defects).toEqual([])
  })
})
