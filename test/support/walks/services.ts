import { aPdf, brought, stated } from '../files.ts'
import { evidence, good, nextNumber } from '../parties.ts'
import type { Pen } from '../pen.ts'
import { factsOf, sampleServices } from '../sample-books.ts'
import type { Scene } from '../scene.ts'

const placement = { boundary: '境界', segments: '区画', unseen: '見えない所', bypasses: '迂回路' }

/** Enters what is said of services, their versions, evidence and files, and of a reseller's handover. */
export const walkServices = async (pen: Pen, { house, admin, service }: Scene) => {
  const plain = factsOf(sampleServices.conforming[0])
  const facts = { ...plain, placement, insurance: { ...plain.insurance, coveredMatters: ['初動対応費用'] } }
  const code = `WALK-${nextNumber()}`
  const { serviceId } = await pen.writes('registerService', admin, '/v1/services', { code, facts })
  await pen.reads(admin, `/v1/services/${serviceId}/versions/1`)
  const offered = await service('NET', { as: `WALKED-${nextNumber()}` })
  const path = `/v1/services/${offered}`
  await pen.writes('draftServiceVersion', admin, `${path}/versions`, { facts })
  await pen.reads(admin, `${path}/versions/2`)
  const other = await service('NET', { as: `PUBLISHED-${nextNumber()}` })
  const read = good(await admin.get(`/v1/services/${other}/versions/1`))
  const drafted = good(
    await admin.post(`/v1/services/${other}/versions`, {
      facts: { ...read.facts, devices: [{ manufacturer: '架空ネットワークス', model: 'FN-300' }] },
    }),
  )
  await pen.writes(
    'publishServiceVersion',
    admin,
    `/v1/services/${other}/versions/2/publish`,
    { offeredFrom: house.clock.today(), change: { kind: 'general', summary: '機器の入替え' } },
    { ifMatch: `"${drafted.version}"` },
  )
  const proof = { ...evidence('第2章1.(11)', house.clock.today()), reference: '架空 第1号' }
  await pen.writes('recordEvidence', admin, `${path}/evidence`, proof)

  const pdf = await aPdf()
  const terms = stated(offered, 'serviceTerms', pdf, { number: 1 })
  const { fileId } = await pen.writes('beginUpload', admin, '/v1/files', terms)
  await pen.reads(admin, `/v1/files/${fileId}`)
  const checked = await brought(house, admin, { ...terms, number: 2 }, pdf)
  good(checked.finished)
  await pen.writes('declineFile', admin, `/v1/files/${checked.fileId}/decline`, { reason: '版が古いため' })
  await pen.reads(admin, `/v1/files/${checked.fileId}`)
}
