import { beforeAll, describe, expect, test } from 'vitest'
import { newHouse, type House } from '../support/house.ts'
import { draft, good, partiesIn, type Parties } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

describe('signing', () => {
  let house: House
  let parties: Parties
  beforeAll(async () => {
    house = await newHouse()
    parties = await partiesIn(house)
  })

  test('a contract that was drafted, explained, offered and opened is signed', async () => {
    const net = await parties.service('NET')
    const { ask } = await parties.reseller('R1', [net])
    const { signer, sha256, contractId } = await readyToSign(house, ask, draft(net))
    expect(good(await signer.post('/v1/signing/sign', signature(sha256)))).toMatchObject({ contractId, stage: 'live' })
    expect(house.defects).toEqual([])
  })
})
