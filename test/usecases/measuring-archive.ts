import type { RouteName } from '../../shared/api/routes/index.ts'
import type { ServiceId } from '../../shared/domain/ids.ts'
import { leave } from '../support/cancelling.ts'
import type { Ask, House, Reply } from '../support/house.ts'
import { draft, good } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

/** What is kept of a contract that was sealed and has ended: read, held, and at last let go. */
export const measureArchive = async (
  as: (name: RouteName, ask: () => Promise<Reply>) => Promise<unknown>,
  {
    house,
    admin,
    seller,
    serviceId,
  }: { readonly house: House; readonly admin: Ask; readonly seller: Ask; readonly serviceId: ServiceId },
) => {
  const { contractId, signer, sha256 } = await readyToSign(house, seller, draft(serviceId))
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  await house.settle()
  const contract = `/v1/contracts/${contractId}`
  await as('getArchive', () => admin.get(`${contract}/archive`))
  await as('downloadSealed', () => admin.get(`${contract}/archive/contract-0006.pdf`))
  await as('downloadEvidencePackage', () => admin.get(`${contract}/evidence-package`))
  await as('readPublicKeys', () => admin.get('/v1/public-keys'))
  await as('downloadVerifier', () => admin.get('/v1/verifier/musubi-verify.mjs'))
  await as('setRetentionYears', () => admin.post('/v1/implementing-entity/retention-years', { years: 10 }))
  const reason = '訴訟のため'
  await as('placeHold', () => admin.post(`${contract}/archive/place-hold`, { reason }))
  await as('liftHold', () => admin.post(`${contract}/archive/lift-hold`, { reason, number: 1 }))
  await leave(seller, contractId, house.clock.today())
  await house.settle()
  house.clock.set('2050-01-01T09:00:00+09:00')
  await as('disposeArchive', () => admin.post(`${contract}/archive/dispose`, { reason }))
}
