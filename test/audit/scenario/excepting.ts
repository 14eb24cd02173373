import { approvedIn, askedIn, boundWithout } from '../../support/excepting.ts'
import { corporateNumber, good, nextNumber, paper } from '../../support/parties.ts'
import { campaignIn } from '../../support/redisclosing.ts'
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

/** Campaigns: one closed after its contract was told, one with a contract left for a reason. */
export const discloseAnew = async ({ house, parties }: Scene): Promise<void> => {
  const { staff, admin } = parties
  const told = await campaignIn(house, parties)
  const path = `/v1/redisclosures/${told.redisclosureId}`
  good(await staff.post(`${path}/contracts/${told.contractId}/tell`, { by: 'phone', spokeTo: '社長' }))
  good(await admin.post(`${path}/close`))
  const left = await campaignIn(house, parties)
  const contract = `/v1/redisclosures/${left.redisclosureId}/contracts/${left.contractId}`
  good(await staff.post(`${contract}/leave`, { reason: '来月で終わる契約である。' }))
  house.clock.advance(minute)
}
