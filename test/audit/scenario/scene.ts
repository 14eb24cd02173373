import type { ServiceId } from '../../../shared/domain/ids.ts'
import type { Ask, House } from '../../support/house.ts'
import { good, type Draft, type Parties } from '../../support/parties.ts'
import { readyToSign, signature } from '../../support/signing.ts'

export type Reseller = Awaited<ReturnType<Parties['reseller']>>
/** The house, and everyone and everything in it that a scenario speaks of. */
export type Scene = {
  readonly house: House
  readonly parties: Parties
  readonly services: Readonly<Record<'NET' | 'END' | 'CMB', ServiceId>>
  readonly resellers: ReadonlyMap<string, Reseller>
}

/** Time passes between one thing and the next. */
export const minute = 60_000

export const resellerIn = ({ resellers }: Scene, code: string): Reseller => {
  const found = resellers.get(code)
  if (!found) throw new Error(`no ${code}`)
  return found
}

/** A contract from draft to signature, by link and code. */
export const signed = async ({ house }: Scene, seller: Ask, given: Draft): Promise<string> => {
  const { contractId, signer, sha256 } = await readyToSign(house, seller, given)
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  house.clock.advance(minute)
  await house.settle()
  return contractId
}
