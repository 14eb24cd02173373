import type { RouteName } from '../../shared/api/routes/index.ts'
import type { ServiceId } from '../../shared/domain/ids.ts'
import type { Ask, House, Reply } from '../support/house.ts'
import { campaignIn, publishNext } from '../support/redisclosing.ts'
import { letterheadGiven, letterheadSamples } from '../support/scene-resellers.ts'
import { obligationSamples } from '../support/obliging.ts'
import { askedIdentity, merger, proprietor, verified } from '../support/identifying.ts'
import { approvedIn, askedIn, exceptionGiven } from '../support/excepting.ts'
import { formReading } from '../support/form-reading.ts'
import {
  corporateNumber,
  emergencySupport,
  evidence,
  good,
  incidentNotice,
  nextNumber,
  paper,
  requirementsGiven,
  resaleAgreement,
  type Parties,
} from '../support/parties.ts'

/** Asks once and keeps what it cost. */
export type As = (name: RouteName, ask: () => Promise<Reply>) => Promise<unknown>

/** What is provided under a contract: an incident told, a support given, evidence put on record. */
export const measureProvision = async (
  as: As,
  of: {
    readonly admin: Ask
    readonly seller: Ask
    readonly contractId: string
    readonly serviceId: ServiceId
    readonly today: string
  },
) => {
  const contract = `/v1/contracts/${of.contractId}`
  await as('recordIncidentNotice', () => of.seller.post(`${contract}/incident-notices`, incidentNotice(of.today)))
  const setUp = { ...emergencySupport(of.today), purpose: 'setUp' }
  await as('recordEmergencySupport', () => of.seller.post(`${contract}/emergency-supports`, setUp))
  await as('recordEvidence', () =>
    of.admin.post(`/v1/services/${of.serviceId}/evidence`, evidence('第2章1.(11)', of.today)),
  )
}

/** What a person says of an incident that was told later than the target, and of a form of paper; last, on a contract of its own. */
export const measureVerdict = async (
  as: As,
  of: { readonly house: House; readonly admin: Ask; readonly serviceId: ServiceId; readonly today: string },
) => {
  const { contractId } = good(await of.admin.post('/v1/contracts/attest', paper(of.serviceId, { signedOn: of.today })))
  const notices = `/v1/contracts/${contractId}/incident-notices`
  const late = { ...incidentNotice(of.today), toldAt: `${of.today}T08:00:00+09:00`, lateReason: '夜間だった。' }
  const { paperSha256 } = good(await of.admin.post(notices, late))
  const verdict = { verdict: 'kept', judgedBy: '判断 花子', reason: '掛け続けていた。' }
  await as('judgeIncidentTelling', () => of.admin.post(`${notices}/${paperSha256}/verdict`, verdict))
  const reading = formReading(of.today, { contractIds: [contractId] })
  await as('recordFormReading', () => of.admin.post('/v1/form-readings', reading))
  await of.house.settle()
  await as('listIncidentNotices', () => of.admin.get(notices))
  await as('listEmergencySupports', () => of.admin.get(`/v1/contracts/${contractId}/emergency-supports`))
  await as('listWritten', () => of.admin.get(`/v1/contracts/${contractId}/written`))
  await as('listFormReadings', () => of.admin.get(`/v1/contracts/${contractId}/form-readings`))
}

/** What is printed of a signed contract. */
export const measurePrints = async (as: As, seller: Ask, contractId: string) => {
  const contract = `/v1/contracts/${contractId}`
  await as('printContract', () => seller.get(`${contract}/document.pdf`))
  await as('printInsuranceCover', () => seller.get(`${contract}/insurance-cover.pdf`))
  await as('printSigningCertificate', () => seller.get(`${contract}/signing-certificate.pdf`))
}

/** The standard and the reports by it. */
export const measureStandards = async (
  as: As,
  of: { readonly admin: Ask; readonly contractId: string; readonly serviceId: ServiceId },
) => {
  const { admin } = of
  const version = `/v1/services/${of.serviceId}/versions/1`
  const contract = `/v1/contracts/${of.contractId}`
  const gap = (page: string) => `/v1/services/${of.serviceId}/${page}?from=1.1`
  await as('listStandards', () => admin.get('/v1/standards'))
  await as('getStandard', () => admin.get('/v1/standards/1.2'))
  await as('getStandardPage', () => admin.get('/v1/standards/1.2/contents.html'))
  await as('getServiceConformity', () => admin.get(`${version}/conformity`))
  await as('getServiceConformityPage', () => admin.get(`${version}/conformity.html`))
  await as('getContractConformity', () => admin.get(`${contract}/conformity`))
  await as('getContractConformityPage', () => admin.get(`${contract}/conformity.html`))
  await as('getGap', () => admin.get(gap('gap')))
  await as('getGapPage', () => admin.get(gap('gap.html')))
}

type Asked = {
  readonly admin: Ask
  readonly staff: Ask
  readonly seller: Ask
  readonly serviceId: ServiceId
  readonly today: string
}

/** Exceptions, and those for one SME read in full; SMEs without 法人番号, and one succeeded by another. */
export const measureExceptions = async (as: As, of: Asked) => {
  const { admin, seller, serviceId } = of
  const path = '/v1/contract-exceptions'
  const { exceptionId } = (await as('askForException', () => seller.post(path, exceptionGiven(serviceId)))) as {
    exceptionId: string
  }
  await as('approveException', () => admin.post(`${path}/${exceptionId}/approve`))
  await as('listExceptions', () => seller.get(path))
  await as('withdrawException', () => seller.post(`${path}/${exceptionId}/withdraw`, { reason: '要らなくなった。' }))
  const declined = await askedIn(seller, serviceId)
  await as('declineException', () => admin.post(`${path}/${declined}/decline`, { reason: '根拠が違う。' }))
  await as('getException', () => seller.get(`${path}/${declined}`))
  await measureIdentities(as, of)
  await measureSuccession(as, of)
}

/** Ids of SMEs without 法人番号, one of them given. */
const measureIdentities = async (
  as: As,
  { staff, seller, today }: { readonly staff: Ask; readonly seller: Ask; readonly today: string },
) => {
  const path = '/v1/sme-identities'
  const { smeId } = (await as('askForSmeIdentity', () => seller.post(path, proprietor()))) as { smeId: string }
  await as('giveSmeIdentity', () => staff.post(`${path}/${smeId}/give`, verified(today)))
  await as('listSmeIdentities', () => seller.get(path))
  await as('getSmeIdentity', () => staff.get(`${path}/${smeId}`))
  const declined = await askedIdentity(seller)
  await as('declineSmeIdentity', () => staff.post(`${path}/${declined}/decline`, { reason: '書類が足りない。' }))
}

/** A contract whose SME is succeeded by one that has the service, and the conflict's end by an exception. */
const measureSuccession = async (
  as: As,
  of: {
    readonly staff: Ask
    readonly admin: Ask
    readonly seller: Ask
    readonly serviceId: ServiceId
    readonly today: string
  },
) => {
  const { staff, admin, seller, serviceId, today } = of
  const [n, m] = [nextNumber(), nextNumber()]
  const recorded = async (one: number) =>
    good(await seller.post('/v1/contracts/attest', paper(serviceId, { n: one }))) as { readonly contractId: string }
  const { contractId } = await recorded(n)
  await recorded(m)
  const to = corporateNumber(m)
  await as('succeedSme', () => staff.post(`/v1/contracts/${contractId}/succeed`, merger(to, today)))
  await as('listSuccessions', () => staff.get(`/v1/contracts/${contractId}/successions`))
  const exceptionId = await approvedIn(seller, admin, serviceId, { corporateNumbers: [to] })
  await as('settleSmeConflict', () => staff.post(`/v1/contracts/${contractId}/sme-conflict/settle`, { exceptionId }))
}

/** A campaign over one contract, with the books of every reseller in the house read whole. */
export const measureRedisclosure = async (as: As, house: House, parties: Parties) => {
  const { serviceId, contractId, version } = await campaignIn(house, parties)
  const { staff, admin } = parties
  await as('listAffectedContracts', () => staff.get(`${version}/affected-contracts`))
  const next = await publishNext(
    parties,
    serviceId,
    { devices: [{ manufacturer: '架空', model: 'FN-400' }] },
    house.clock.today(),
  )
  const dueOn = '2026-12-31'
  const opened = await as('openRedisclosure', () =>
    staff.post(`/v1/services/${serviceId}/versions/${next}/redisclosures`, { dueOn }),
  )
  const path = `/v1/redisclosures/${(opened as { redisclosureId: string }).redisclosureId}`
  await as('listRedisclosures', () => staff.get('/v1/redisclosures'))
  await as('getRedisclosure', () => staff.get(path))
  await as('downloadRemaining', () => staff.get(`${path}/remaining.csv`))
  const contract = `${path}/contracts/${contractId}`
  await as('leaveUnderOldText', () => staff.post(`${contract}/leave`, { reason: '来月で終わる。' }))
  await as('tellOfChange', () => staff.post(`${contract}/tell`, { by: 'phone' }))
  await as('closeRedisclosure', () => admin.post(`${path}/close`))
}

/** New contracts through a reseller are stopped, and go on. */
export const measureRestriction = async (as: As, admin: Ask, resellerId: string) => {
  const path = `/v1/resellers/${resellerId}`
  await as('restrictReseller', () => admin.post(`${path}/restrict`, { reason: '苦情が続いている。' }))
  await as('liftRestriction', () => admin.post(`${path}/lift`, { reason: '苦情の対応が終わった。' }))
}

/** What a person says of a reseller, and what becomes of it. */
export const measureConcerns = async (as: As, seller: Ask, staff: Ask) => {
  const raised = { ground: 'staff', statement: '担当者が減っている。' }
  const { concernId } = (await as('raiseConcern', () => seller.post('/v1/concerns', raised))) as { concernId: string }
  await as('listConcerns', () => staff.get('/v1/concerns'))
  await as('getConcern', () => seller.get(`/v1/concerns/${concernId}`))
  await as('dismissConcern', () => staff.post(`/v1/concerns/${concernId}/dismiss`, { reason: '後任が決まった。' }))
}

/** What is owed in a case, by people and by settings. */
export const measureObligations = async (
  as: As,
  of: { readonly staff: Ask; readonly admin: Ask; readonly path: string; readonly today: string },
) => {
  const { fulfilObligation, waiveObligation, ...others } = obligationSamples(of.path.split('/').at(-1) ?? '', of.today)
  await as('fulfilObligation', () => of.staff.post(fulfilObligation.path, fulfilObligation.body))
  await as('waiveObligation', () => of.admin.post(waiveObligation.path, waiveObligation.body))
  await as('listObligations', () => of.staff.get(others.listObligations.path))
  const { path, body } = others.setObligationSettings
  await as('setObligationSettings', () => of.admin.post(path, body))
  await as('getObligationSettings', () => of.staff.get(path))
}

/** A reseller as it is read, and where companies have their addresses: one that counts, and another from a day to come. */
export const measureReseller = async (as: As, admin: Ask, seller: Ask, resellerId: `rsl_${string}`) => {
  const { stateLetterhead, getLetterhead, stateResellerLetterhead, getResellerLetterhead } =
    letterheadSamples(resellerId)
  await as('getReseller', () => seller.get(`/v1/resellers/${resellerId}`))
  good(await admin.post(stateLetterhead.path, letterheadGiven))
  good(await seller.post(stateResellerLetterhead.path, letterheadGiven))
  const moved = { ...letterheadGiven, from: '2029-01-01' }
  await as('stateLetterhead', () => admin.post(stateLetterhead.path, moved))
  await as('stateResellerLetterhead', () => seller.post(stateResellerLetterhead.path, moved))
  await as('getLetterhead', () => admin.get(getLetterhead.path))
  await as('getResellerLetterhead', () => seller.get(getResellerLetterhead.path))
}

/** A reseller is approved when it has supplied everything. */
export const approveOne = async (house: House, entityId: `ent_${string}`, person: object, as: As, admin: Ask) => {
  const invitation = { code: 'R8', name: '架空販売八株式会社', prefecture: '東京都', admin: person }
  const { resellerId } = good(await admin.post('/v1/resellers', invitation))
  const invited = house.as({ role: 'resellerAdmin', sub: 'eighth', entityId, resellerId })
  for (const given of requirementsGiven()) good(await invited.post(`/v1/resellers/${resellerId}/requirements`, given))
  good(await admin.post(`/v1/resellers/${resellerId}/requirements`, resaleAgreement))
  await as('approveReseller', () => admin.post(`/v1/resellers/${resellerId}/approve`))
}
