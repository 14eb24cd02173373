import { aCsv, aPdf, brought, stated } from '../../support/files.ts'
import { good } from '../../support/parties.ts'
import { minute, resellerIn, type Scene } from './scene.ts'

/** Files are brought: terms that come in force, a proof that is accepted, one that is declined, and one left lying. */
export const bring = async ({ house, parties, services, resellers }: Scene): Promise<void> => {
  const { admin, staff } = parties
  const pdf = await aPdf()
  const terms = stated(services.NET, 'serviceTerms', pdf, { number: 1, name: '規約.pdf' })
  const { fileId, finished } = await brought(house, admin, terms, pdf)
  good(finished)
  house.clock.advance(minute)
  good(await admin.post(`/v1/files/${fileId}/accept`))
  house.clock.advance(minute)
  good(await staff.post(`/v1/files/${fileId}/approve`, { effectiveOn: house.clock.today() }))
  const { ask, resellerId } = resellerIn({ house, parties, services, resellers }, 'R1')
  const proof = stated(resellerId, 'trainingProof', aCsv(), { name: '名簿.csv', kind: 'csv' })
  const once = await brought(house, ask, proof, aCsv())
  good(await admin.post(`/v1/files/${once.fileId}/accept`))
  const twice = await brought(house, ask, proof, aCsv())
  good(await admin.post(`/v1/files/${twice.fileId}/decline`, { reason: '前のものと同じため' }))
  await brought(house, ask, proof, aCsv())
  house.clock.advance(minute)
}

/** Time has come to what nobody took; the next is on its way. */
export const leaveLying = async ({ house, parties, services, resellers }: Scene): Promise<void> => {
  await house.expireOverdue()
  const { ask, resellerId } = resellerIn({ house, parties, services, resellers }, 'R1')
  await brought(house, ask, stated(resellerId, 'trainingProof', aCsv(), { name: '名簿.csv', kind: 'csv' }), aCsv())
}
