import type { Ask, House } from './house.ts'
import { draft, good, partiesIn, type Draft } from './parties.ts'
import { readyToSign, signature } from './signing.ts'

/** A house with one service and a reseller, in which contracts are signed. */
export const sealingHouse = async (house: House) => {
  const parties = await partiesIn(house)
  const serviceId = await parties.service('NET')
  const { ask } = await parties.reseller('R1', [serviceId])
  const signed = async (more: Partial<Draft> = {}) => {
    const ready = await readyToSign(house, ask, { ...draft(serviceId), ...more })
    good(await ready.signer.post('/v1/signing/sign', signature(ready.sha256)))
    return ready.contractId as `ctr_${string}`
  }
  return { ...parties, serviceId, seller: ask, signed }
}

export const archiveOf = async (ask: Ask, contractId: string) =>
  good(await ask.get(`/v1/contracts/${contractId}/archive`))

/** The evidence package of a contract, as its bytes. */
export const packageOf = async (ask: Ask, contractId: string): Promise<Buffer> => {
  const reply = await ask.get(`/v1/contracts/${contractId}/evidence-package`)
  good(reply)
  return Buffer.from(reply.bytes)
}
