import { attestedBy, bookOfRows, bookRow } from '../books.ts'
import { eventOf, lostLettersIn } from '../lost-letters.ts'
import { consent, leaving } from '../leaving.ts'
import { askedIn } from '../excepting.ts'
import { draft, explanation, good, nextNumber } from '../parties.ts'
import type { Pen } from '../pen.ts'
import { campaignIn } from '../redisclosing.ts'
import { handoverGiven } from '../scene-readiness.ts'
import type { Scene } from '../scene.ts'

/** Enters what is said while contracts are taken over, told by telephone, reported, moved and disclosed anew. */
export const walkTakeovers = async (pen: Pen, scene: Scene) => {
  const { house, admin, staff, ipa } = scene
  const code = `TAKEN-${nextNumber()}`
  const net = await scene.service('NET', { as: code })
  const { leaver, attested, stopped } = leaving({ house, parties: scene, net })
  const one = await leaver()
  const to = await scene.reseller(`T${nextNumber()}`, [net])
  const [told, settled, moved] = [await attested(one), await attested(one), await attested(one)]
  await pen.writes('supplyHandover', one.ask, `/v1/resellers/${one.resellerId}/handover`, {
    ...handoverGiven('contactList', house.clock.today()),
    custodian: '倉庫の会社',
    documentSha256: null,
    keptBy: 'implementingEntity',
  })
  const { path } = await stopped(one)
  await house.settle()
  const tell = { by: 'phone', spokeTo: '社長', note: '折り返しを待つ。' }
  await pen.writes('tellSme', staff, `${path}/takeovers/${told}/tell`, tell)
  const work = { work: 'noteCoverage', facet: 'insurance', finding: 'confirmed', evidence: '保険会社に確かめた。' }
  await pen.writes('workOnTakeovers', staff, `${path}/work`, { ...work, on: { contractIds: [told] } })
  await house.settle()
  const move = { settlement: 'movedToReseller', resellerId: to.resellerId, consent }
  await pen.writes('settleTakeover', staff, `${path}/takeovers/${settled}/settle`, move)
  const rows = [{ contractId: moved, consent }]
  await pen.writes('moveContracts', staff, `${path}/moves`, { resellerId: to.resellerId, rows })
  await house.settle()
  for (const id of [told, settled, moved]) await pen.reads(staff, `/v1/contracts/${id}/written`)

  const { reports } = good(await admin.get(path))
  const { submissionId } = reports.find((report: { to: string }) => report.to === 'ipa')
  const report = `/v1/submissions/${submissionId}`
  good(await admin.post(`${report}/send`, { plan: '引き受ける', expectedCompletionOn: null, contact: '結城' }))
  await pen.writes('returnSubmission', ipa, `${report}/return`, { reason: '足りない' })

  const exceptionId = await askedIn(to.ask, net)
  await pen.writes('withdrawException', to.ask, `/v1/contract-exceptions/${exceptionId}/withdraw`, { reason: '不要。' })
  const { operationId } = await pen.writes('importContracts', staff, '/v1/contract-imports', {
    format: 'csv',
    content: bookOfRows(bookRow({ サービスコード: code, 再販協力会社コード: '直販' })),
    attestedBy,
  })
  await house.settle()
  for (const { contractId: made } of good(await staff.get(`/v1/operations/${operationId}/rows`)).items)
    await pen.reads(staff, `/v1/contracts/${made}/written`)
  const { contractId, redisclosureId } = await campaignIn(house, scene)
  const campaign = `/v1/redisclosures/${redisclosureId}/contracts/${contractId}`
  await pen.writes('leaveUnderOldText', staff, `${campaign}/leave`, { reason: '来月で終わる契約である。' })
  await pen.writes('tellOfChange', staff, `${campaign}/tell`, tell)

  const given = draft(net)
  const offered = `/v1/contracts/${good(await to.ask.post('/v1/contracts', given)).contractId as string}`
  good(await to.ask.post(`${offered}/explain`, explanation(house.clock.today())))
  good(await to.ask.post(`${offered}/offer`, {}))
  await house.settle()
  const { hear, lastTo } = lostLettersIn(house)
  const letter = lastTo(given.sme.signatory.mail)
  await hear(eventOf('C35f-permanent-general', letter))
  const spoken = { ...tell, on: house.clock.today() }
  await pen.writes('tellLetter', to.ask, `${offered}/letters/${letter.reference}/tell`, spoken)
}
