import type { RouteName } from '../../shared/api/routes/index.ts'
import type { ServiceId } from '../../shared/domain/ids.ts'
import { onOwnPage } from '../support/changing.ts'
import { aPdf, sendTo, stated } from '../support/files.ts'
import type { Ask, House, Reply } from '../support/house.ts'
import { draft, good } from '../support/parties.ts'
import { readyToSign, signature } from '../support/signing.ts'

/** A document with versions, from where it is stated to where an SME saves it; and one that nobody wants. */
export const measureFiles = async (
  as: (name: RouteName, ask: () => Promise<Reply>) => Promise<any>,
  {
    house,
    admin,
    staff,
    seller,
    serviceId,
  }: {
    readonly house: House
    readonly admin: Ask
    readonly staff: Ask
    readonly seller: Ask
    readonly serviceId: ServiceId
  },
) => {
  const pdf = await aPdf()
  const given = stated(serviceId, 'serviceTerms', pdf, { number: 1 })
  const { fileId, upload } = await as('beginUpload', () => admin.post('/v1/files', given))
  await sendTo(house, upload, pdf)
  const path = `/v1/files/${fileId}`
  await as('finishUpload', () => admin.post(`${path}/finish`))
  await as('acceptFile', () => admin.post(`${path}/accept`))
  await as('approveFile', () => staff.post(`${path}/approve`, { effectiveOn: house.clock.today() }))
  await as('listFiles', () => admin.get(`/v1/files?of=${serviceId}`))
  await as('getFile', () => admin.get(path))
  await as('handOutFile', () => admin.get(`${path}/download`))
  const other = good(await admin.post('/v1/files', { ...given, number: 2 })).fileId
  await as('declineFile', () => admin.post(`/v1/files/${other}/decline`, { reason: '版が古いため' }))

  const contract = draft(serviceId)
  const { contractId, signer, sha256 } = await readyToSign(house, seller, contract)
  good(await signer.post('/v1/signing/sign', signature(sha256)))
  await house.settle()
  const owner = await onOwnPage(house, seller, contractId, contract.sme.signatory)
  await as('listOwnFiles', () => owner.get('/v1/signing/contract/files'))
  await as('handOutOwnFile', () => owner.get(`/v1/signing/contract/files/${fileId}/download`))
}
