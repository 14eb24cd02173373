import type { ServiceId } from '../../shared/domain/ids.ts'
import type { ServiceFacts } from '../../shared/domain/service/facts.ts'
import type { House } from './house.ts'
import { good, nextNumber, paper, type Parties } from './parties.ts'

const otherDevices = { devices: [{ manufacturer: '架空ネットワークス', model: 'FN-300' }] }

/** The next version of a service, on offer from today on. */
export const publishNext = async (
  { admin }: Pick<Parties, 'admin'>,
  serviceId: ServiceId,
  changed: Partial<ServiceFacts>,
  offeredFrom: string,
): Promise<number> => {
  const { versions } = good(await admin.get(`/v1/services/${serviceId}`))
  const { facts } = good(await admin.get(`/v1/services/${serviceId}/versions/${versions.length}`))
  const { version } = good(await admin.post(`/v1/services/${serviceId}/versions`, { facts: { ...facts, ...changed } }))
  const number = versions.length + 1
  const change = { kind: 'general', summary: '機器の入替え' }
  const path = `/v1/services/${serviceId}/versions/${number}/publish`
  good(await admin.post(path, { offeredFrom, change }, { ifMatch: `"${version}"` }))
  return number
}

/** A campaign over one contract on paper, of a service whose next version has another device. */
export const campaignIn = async (house: House, parties: Parties) => {
  const serviceId = await parties.service('NET', { as: `RDC${nextNumber()}` })
  const { contractId } = good(await parties.admin.post('/v1/contracts/attest', paper(serviceId)))
  const number = await publishNext(parties, serviceId, otherDevices, house.clock.today())
  const version = `/v1/services/${serviceId}/versions/${number}`
  const { redisclosureId } = good(await parties.staff.post(`${version}/redisclosures`, { dueOn: '2026-12-31' }))
  return { serviceId, contractId: contractId as string, version, redisclosureId: redisclosureId as string }
}

/** A well-formed request for each line about re-disclosure. */
export const redisclosureSamples = ({
  contractId,
  version,
  redisclosureId,
}: Awaited<ReturnType<typeof campaignIn>>) => {
  const path = `/v1/redisclosures/${redisclosureId}`
  const contract = `${path}/contracts/${contractId}`
  return {
    listAffectedContracts: { path: `${version}/affected-contracts` },
    openRedisclosure: { path: `${version}/redisclosures`, body: { dueOn: '2026-12-31' } },
    listRedisclosures: { path: '/v1/redisclosures' },
    getRedisclosure: { path },
    downloadRemaining: { path: `${path}/remaining.csv` },
    tellOfChange: { path: `${contract}/tell`, body: { by: 'phone', spokeTo: '社長' } },
    leaveUnderOldText: { path: `${contract}/leave`, body: { reason: '来月で終わる契約である。' } },
    closeRedisclosure: { path: `${path}/close` },
  }
}
