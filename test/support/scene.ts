import { courseSamples } from './scene-course.ts'
import { type RouteName, routes } from '../../shared/api/routes/index.ts'
import { takesDryRun, type Route } from '../../shared/api/route.ts'
import type { Principal, Role } from '../../shared/domain/people.ts'
import { factsOf, sampleBook, sampleServices } from './sample-books.ts'
import { findingRequests } from './findables.ts'
import type { Ask, House } from './house.ts'
import { requestsToRead } from './requests-to-read.ts'
import { fileSamples } from './files.ts'
import { formReading } from './form-reading.ts'
import {
  corporateNumber,
  draft,
  emergencySupport,
  evidence,
  explanation,
  good,
  incidentNotice,
  nextNumber,
  paper,
  partiesIn,
  since,
  type Parties,
} from './parties.ts'
import { askedIn, exceptionSamples } from './excepting.ts'
import { askedIdentity, identitySamples } from './identifying.ts'
import { campaignIn, redisclosureSamples } from './redisclosing.ts'
import { concernSamples, discontinuanceSamples, resellerSamples, submissionSamples } from './scene-resellers.ts'
import { memberSamples } from './scene-members.ts'
import { readinessSamples } from './scene-readiness.ts'
import { obligationSamples } from './obliging.ts'
import { offer, readyToSign, signature, speaker } from './signing.ts'

/** A request that its line accepts, as far as its form goes. */
export type Sample = { readonly path: string; readonly body?: unknown; readonly ifMatch?: string }

/** A house with something of everything in it, someone of every role, and a well-formed request for every line. */
export type Scene = Parties & {
  readonly house: House
  readonly people: Readonly<Record<Exclude<Role, 'sme'>, Principal>>
  readonly askOf: Readonly<Record<Role, Ask>>
  readonly requests: Readonly<Record<RouteName, Sample>>
}

/** With `direct`, contracts, exception and concern are the implementing entity's own, and not its reseller's. */
export const sceneIn = async (house: House, { direct = false }: { readonly direct?: boolean } = {}): Promise<Scene> => {
  const parties = await partiesIn(house)
  const { admin, staff, entityId, registrationBodyId } = parties
  const net = await parties.service('NET')
  const drafted = good(
    await admin.post('/v1/services', { code: `DRAFT-${nextNumber()}`, facts: factsOf(sampleServices.conforming[0]) }),
  )
  const { resellerId, ask: reseller } = await parties.reseller('R1', [net])
  const ask = direct ? admin : reseller
  const through = direct ? {} : { resellerId }
  const other = await parties.reseller('R2', [net])

  const contractOf = async () => good(await ask.post('/v1/contracts', draft(net))).contractId as string
  const [draftId, toExplain] = [await contractOf(), await contractOf()]
  const toOffer = await contractOf()
  good(await ask.post(`/v1/contracts/${toOffer}/explain`, explanation(house.clock.today())))
  const liveNumber = nextNumber()
  const live = good(await ask.post('/v1/contracts/attest', paper(net, { ...through, n: liveNumber })))
    .contractId as string
  const open = await offer(house, ask, draft(net))
  const ready = await readyToSign(house, ask, draft(net))
  const signed = await readyToSign(house, ask, draft(net))
  good(await signed.signer.post('/v1/signing/sign', signature(signed.sha256)))
  const { operationId } = good(
    await staff.post('/v1/contract-imports', {
      format: 'csv',
      content: sampleBook.split('\r\n').slice(0, 31).join('\r\n'),
      attestedBy: { name: '青木 誠', title: '課長' },
    }),
  )
  const exported = good(await admin.post('/v1/exports')).operationId as string
  const recount = good(await staff.post('/v1/reports/recounts', { from: since, until: house.clock.today() }))
    .operationId as string

  const takenOver = good(await admin.post('/v1/contracts/attest', paper(net, { resellerId: other.resellerId })))
    .contractId as string
  const { concernId } = good(
    await ask.post('/v1/concerns', { resellerId, ground: 'staff', statement: '担当者が減っている。' }),
  )
  const proposal = { ground: 'staff', occurredOn: house.clock.today(), statement: '担当者がいなくなった。' }
  const { discontinuanceId } = good(
    await staff.post('/v1/discontinuances', { resellerId: other.resellerId, ...proposal }),
  )
  good(await admin.post(`/v1/discontinuances/${discontinuanceId}/approve`))
  good(await staff.post(`/v1/resellers/${resellerId}/drill`))
  await house.settle()
  const { reports } = good(await admin.get(`/v1/discontinuances/${discontinuanceId}`))
  const submissionId = reports.find(({ to }: { to: string }) => to === 'ipa').submissionId as string

  const people = {
    operator: { role: 'operator', sub: 'operator' },
    entityAdmin: { role: 'entityAdmin', sub: 'admin', entityId },
    entityStaff: { role: 'entityStaff', sub: 'staff', entityId },
    resellerAdmin: { role: 'resellerAdmin', sub: 'reseller-admin', entityId, resellerId },
    resellerStaff: { role: 'resellerStaff', sub: 'reseller-staff', entityId, resellerId },
    registrationBody: { role: 'registrationBody', sub: 'officer', registrationBodyId },
    ipa: { role: 'ipa', sub: 'ipa' },
  } as const satisfies Scene['people']
  const asks = Object.fromEntries(Object.entries(people).map(([role, who]) => [role, house.as(who)])) as Record<
    keyof typeof people,
    Ask
  >
  const person = () => ({ mail: `person${nextNumber()}@example.jp`, name: '新人 一郎' })
  const contract = `/v1/contracts/${draftId}`

  const requests: Record<RouteName, Sample> = {
    about: { path: '/v1' },
    readOpenapi: { path: '/v1/openapi.json' },
    readMe: { path: '/v1/me' },
    registerImplementingEntity: {
      path: '/v1/implementing-entities',
      body: { name: '架空', corporateNumber: corporateNumber(nextNumber() + 900_000), admin: person() },
    },
    registerRegistrationBody: { path: '/v1/registration-bodies', body: { name: '架空', officer: person() } },
    listRegistrationBodies: { path: '/v1/registration-bodies' },
    nameMember: { path: '/v1/members', body: { ...person(), role: 'entityStaff' } },
    ...(await memberSamples({ house, admin, person, entityId, resellerId, registrationBodyId })),

    registerService: {
      path: '/v1/services',
      body: { code: `NEW-${nextNumber()}`, facts: factsOf(sampleServices.conforming[0]) },
    },
    draftServiceVersion: {
      path: `/v1/services/${net}/versions`,
      body: { facts: factsOf(sampleServices.conforming[0]) },
    },
    publishServiceVersion: {
      path: `/v1/services/${drafted.serviceId}/versions/1/publish`,
      body: { offeredFrom: since },
      ifMatch: '"1"',
    },
    recordRegistration: {
      path: `/v1/services/${net}/registration`,
      body: { registrationBodyId, number: '架空-9', from: since, until: null },
    },
    recordEvidence: { path: `/v1/services/${net}/evidence`, body: evidence('第2章1.(11)', house.clock.today()) },
    listServices: { path: '/v1/services' },
    getService: { path: `/v1/services/${net}` },
    getServiceVersion: { path: `/v1/services/${net}/versions/1` },

    ...readinessSamples(resellerId, house.clock.today()),
    ...resellerSamples({ resellerId, serviceId: net, person }),

    draftContract: { path: '/v1/contracts', body: draft(net) },
    reviseContract: { path: `${contract}/revise`, body: draft(net), ifMatch: '"1"' },
    explainContract: { path: `/v1/contracts/${toExplain}/explain`, body: explanation(house.clock.today()) },
    offerContract: { path: `/v1/contracts/${toOffer}/offer`, body: { validDays: 7 } },
    withdrawContract: { path: `${contract}/withdraw` },
    attestContract: { path: '/v1/contracts/attest', body: paper(net, through) },
    ...courseSamples({ live, serviceId: net, n: liveNumber, today: house.clock.today(), stopLink: open.link }),
    listContracts: { path: '/v1/contracts' },
    getContract: { path: contract },
    getDisclosure: { path: `${contract}/disclosure` },
    getDisclosurePage: { path: `${contract}/disclosure.html` },
    getContractLedger: { path: `${contract}/ledger` },
    ...findingRequests,
    openSigningLink: { path: '/v1/signing/open', body: { link: open.link } },
    askCodeLetter: { path: '/v1/signing/letter', body: { link: open.link } },
    enterSigningCode: { path: '/v1/signing/enter', body: { link: open.link, code: '123456' } },
    readSigningDocument: { path: '/v1/signing/document' },
    readSigningPage: { path: '/v1/signing/document.html' },
    signContract: { path: '/v1/signing/sign', body: signature(ready.sha256) },
    declineContract: { path: '/v1/signing/decline' },
    confirmAttestation: {
      path: '/v1/signing/confirm',
      body: { documentSha256: ready.sha256, acknowledged: [], signer: speaker },
    },
    disputeAttestation: { path: '/v1/signing/dispute', body: { what: '台数が違います。', signer: speaker } },

    listIncidentNotices: { path: `/v1/contracts/${live}/incident-notices` },
    listEmergencySupports: { path: `/v1/contracts/${live}/emergency-supports` },
    listWritten: { path: `/v1/contracts/${live}/written` },
    recordIncidentNotice: { path: `/v1/contracts/${live}/incident-notices`, body: incidentNotice(house.clock.today()) },
    judgeIncidentTelling: {
      path: `/v1/contracts/${live}/incident-notices/${'a'.repeat(64)}/verdict`,
      body: { verdict: 'kept', judgedBy: '判断 花子', reason: '連絡がつくまで掛け続けた。' },
    },
    recordEmergencySupport: {
      path: `/v1/contracts/${live}/emergency-supports`,
      body: emergencySupport(house.clock.today()),
    },

    importContracts: {
      path: '/v1/contract-imports',
      body: {
        format: 'csv',
        content: sampleBook.split('\r\n').slice(0, 3).join('\r\n'),
        attestedBy: { name: '青木', title: '課長' },
      },
    },
    recordFormReading: {
      path: '/v1/form-readings',
      body: formReading(house.clock.today(), { contractIds: [live] }),
    },
    listFormReadings: { path: `/v1/contracts/${live}/form-readings` },
    recountContracts: { path: '/v1/reports/recounts', body: { from: since, until: house.clock.today() } },
    exportHoldings: { path: '/v1/exports' },
    getExport: { path: `/v1/exports/${exported}` },
    downloadExportPart: { path: `/v1/exports/${exported}/parts/1` },
    getOperation: { path: `/v1/operations/${operationId}` },
    listOperations: { path: '/v1/operations' },
    listImportResults: { path: `/v1/operations/${operationId}/rows` },
    downloadImportResults: { path: `/v1/operations/${operationId}/rows.csv` },
    getRecount: { path: `/v1/reports/recounts/${recount}` },

    ...concernSamples(resellerId, concernId),
    ...discontinuanceSamples({ resellerId, discontinuanceId, takenOver, proposal }),
    ...submissionSamples(submissionId),
    ...obligationSamples(discontinuanceId, house.clock.today()),

    ...exceptionSamples(await askedIn(ask, net), net, resellerId),
    ...identitySamples(await askedIdentity(ask), live, house.clock.today()),
    ...redisclosureSamples(await campaignIn(house, parties)),
    ...(await fileSamples(house, parties, net)),
    reportContracts: { path: `/v1/reports/contracts?from=${since}&until=${house.clock.today()}` },
    ...requestsToRead({
      net,
      contract,
      signed: `/v1/contracts/${signed.contractId}`,
      takenOver: `/v1/contracts/${takenOver}`,
      serving: await house.deps.links.servingFor(takenOver as `ctr_${string}`),
    }),
    downloadContractReport: { path: `/v1/reports/contracts.csv?from=${since}&until=${house.clock.today()}` },
  }
  return { ...parties, house, people, askOf: { ...asks, sme: ready.signer }, requests }
}

/** The lines of the table, each with its name. */
export const lines = Object.entries(routes as Readonly<Record<string, Route>>) as readonly (readonly [
  RouteName,
  Route,
])[]

/** Sends a line's sample, or a variant of it, as someone. */
export const send = (
  ask: Ask,
  line: Route,
  { path, body, ifMatch }: Sample,
  more: { readonly key?: string; readonly dryRun?: boolean } = {},
) => {
  if (line.method === 'GET') return ask.get(path)
  const at = more.dryRun && takesDryRun(line) ? `${path}${path.includes('?') ? '&' : '?'}dryRun=true` : path
  return ask.post(at, body, { ...(ifMatch ? { ifMatch } : {}), ...(more.key ? { key: more.key } : {}) })
}
