import { expect, test } from 'vitest'
import { marketplace } from '../support/marketplace.ts'
import { draft, good } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

test('a contract signed by a server whose clock is ahead is stopped with the others, and nobody answers backwards in time (attack 13)', async () => {
  const { house, parties, net, leaver, stopped, read } = await marketplace()
  const one = await leaver()
  const { contractId, signer, sha256 } = await readyToSign(house, one.ask, draft(net))
  const now = house.clock.now()
  house.clock.advance(300_000)
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  house.clock.set(now)
  const { since } = await stopped(one)
  await house.settle()
  const contract = await read(contractId)
  const signedAt = contract.liveAt
  expect(signedAt > since).toBe(true)
  expect(contract.responsibility).toMatchObject({
    now: parties.entityId,
    intervals: [
      { party: one.resellerId, from: signedAt, until: signedAt },
      { party: parties.entityId, from: signedAt, until: null },
    ],
  })
})

test('a signature that a stop has overtaken is refused, though its server believes it is earlier (attack 13)', async () => {
  const { house, net, leaver, stopped } = await marketplace()
  const one = await leaver()
  const { signer, sha256 } = await readyToSign(house, one.ask, draft(net))
  const now = house.clock.now()
  house.clock.advance(300_000)
  await stopped(one)
  house.clock.set(now)
  const { status, body } = await signer.post('/v1/signing/sign', signature(sha256))
  expect([status, body.kind]).toEqual([422, 'breaches-standard'])
})
