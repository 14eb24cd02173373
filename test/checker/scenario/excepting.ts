import { approvedIn, askedIn, boundWithout } from '../../support/excepting.ts'
import { corporateNumber, good, nextNumber, paper } from '../../support/parties.ts'
import { minute, resellerIn, type Scene } from './scene.ts'

/** Exceptions in every stage, and a contract made under one that is withdrawn afterwards. */
export const except = async ({ house, parties, services, ...scene }: Scene): Promise<void> => {
  const { ask } = resellerIn({ house, parties, services, ...scene }, 'R1')
  const { admin, staff } = parties
  const path = '/v1/contract-exceptions'
  await askedIn(ask, services.NET)
  const declined = await askedIn(staff, services.CMB)
  good(await admin.post(`${path}/${declined}/decline`, { reason: '根拠が違う。' }))
  for (const withdrawn of [false, true]) {
    const n = nextNumber()
    const exceptionId = await approvedIn(ask, admin, services.NET, { corporateNumbers: [corporateNumber(n)] })
    house.clock.advance(minute)
    const separate = { ...paper(services.NET, { n }), functions: boundWithout, exceptionId }
    good(await ask.post('/v1/contracts/attest', separate))
    await house.settle()
    if (withdrawn) good(await ask.post(`${path}/${exceptionId}/withdraw`, { reason: '今後は要らない。' }))
  }
  house.clock.advance(minute)
}
