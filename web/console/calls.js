// @ts-check
/**
 * What this console calls, under the names of the route table, and who may. A test holds every line to the table, so a
 * screen can hide what its reader may not do without asking first. What is refused is still the API's to say.
 */

/** @typedef {import('../../shared/domain/people.ts').Role} Role */
/** @typedef {{ method: 'GET' | 'POST', path: string, who: readonly Role[] }} Call */

/** @type {readonly Role[]} */
const entity = ['entityAdmin', 'entityStaff']
/** @type {readonly Role[]} */
const reseller = ['resellerAdmin', 'resellerStaff']
/** @type {readonly Role[]} */
const authorities = ['registrationBody', 'ipa']
/** @type {readonly Role[]} */
const admin = ['entityAdmin']
/** @type {readonly Role[]} */
const operator = ['operator']
const sellers = entity.concat(reseller)
/** @type {readonly Role[]} */
const owners = entity.concat('resellerAdmin')
/** @type {readonly Role[]} */
const ownersOfExports = ['entityAdmin', 'resellerAdmin']
const everyone = operator.concat(sellers, authorities)

/** @param {string} path @param {readonly Role[]} who @returns {Call} */
const get = (path, who) => ({ method: 'GET', path, who })
/** @param {string} path @param {readonly Role[]} who @returns {Call} */
const post = (path, who) => ({ method: 'POST', path, who })

const contract = '/v1/contracts/{contractId}'
const archive = `${contract}/archive`
const contactChange = `${contract}/contact-change`
const obligationSettings = '/v1/implementing-entity/obligation-settings'
const thisCase = '/v1/discontinuances/{discontinuanceId}'
const takeover = `${thisCase}/takeovers/{contractId}`
const reseller1 = '/v1/resellers/{resellerId}'
const service = '/v1/services/{serviceId}'
const submission = '/v1/submissions/{submissionId}'
const exception = '/v1/contract-exceptions/{exceptionId}'
const campaign = '/v1/redisclosures/{redisclosureId}'
const operation = '/v1/operations/{operationId}'

export const calls = {
  readMe: get('/v1/me', everyone),
  registerImplementingEntity: post('/v1/implementing-entities', operator),
  registerRegistrationBody: post('/v1/registration-bodies', operator),
  listRegistrationBodies: get('/v1/registration-bodies', operator.concat(entity)),
  nameMember: post('/v1/members', ['operator', 'entityAdmin', 'resellerAdmin', 'registrationBody', 'ipa']),

  listServices: get('/v1/services', sellers),
  getService: get(service, sellers),
  getServiceVersion: get(`${service}/versions/{number}`, sellers),
  registerService: post('/v1/services', entity),
  draftServiceVersion: post(`${service}/versions`, entity),
  publishServiceVersion: post(`${service}/versions/{number}/publish`, entity),
  getServiceConformity: get(`${service}/versions/{number}/conformity`, entity),
  recordEvidence: post(`${service}/evidence`, entity),
  getGapPage: get(`${service}/gap.html`, entity),
  recordRegistration: post(`${service}/registration`, entity),
  getServiceConformityPage: get(`${service}/versions/{number}/conformity.html`, entity),

  listAffectedContracts: get(`${service}/versions/{number}/affected-contracts`, entity),
  openRedisclosure: post(`${service}/versions/{number}/redisclosures`, entity),
  listRedisclosures: get('/v1/redisclosures', entity),
  getRedisclosure: get(campaign, entity),
  downloadRemaining: get(`${campaign}/remaining.csv`, entity),
  tellOfChange: post(`${campaign}/contracts/{contractId}/tell`, entity),
  leaveUnderOldText: post(`${campaign}/contracts/{contractId}/leave`, entity),
  closeRedisclosure: post(`${campaign}/close`, admin),

  listExceptions: get('/v1/contract-exceptions', sellers),
  getException: get(exception, sellers),
  askForException: post('/v1/contract-exceptions', sellers),
  approveException: post(`${exception}/approve`, admin),
  declineException: post(`${exception}/decline`, admin),
  withdrawException: post(`${exception}/withdraw`, sellers),

  raiseConcern: post('/v1/concerns', sellers),
  dismissConcern: post('/v1/concerns/{concernId}/dismiss', entity),
  listConcerns: get('/v1/concerns', sellers),
  getConcern: get('/v1/concerns/{concernId}', sellers),

  listResellers: get('/v1/resellers', entity),
  getReseller: get(reseller1, sellers),
  inviteReseller: post('/v1/resellers', entity),
  supplyRequirement: post(`${reseller1}/requirements`, sellers),
  approveReseller: post(`${reseller1}/approve`, admin),
  authorizeResale: post(`${reseller1}/authorizations`, admin),
  restrictReseller: post(`${reseller1}/restrict`, admin),
  liftRestriction: post(`${reseller1}/lift`, admin),
  supplyHandover: post(`${reseller1}/handover`, sellers),
  listHandover: get(`${reseller1}/handover`, sellers),
  drillTakeover: post(`${reseller1}/drill`, entity),
  getReadiness: get(`${reseller1}/readiness`, sellers),
  listDrillContracts: get(`${reseller1}/drill/contracts`, sellers),
  downloadDrillContracts: get(`${reseller1}/drill/contracts.csv`, sellers),
  endAuthorization: post(`${reseller1}/authorizations/{serviceId}/end`, admin),

  listContracts: get('/v1/contracts', sellers),
  searchContracts: get('/v1/contracts/search', sellers),
  downloadFoundContracts: get('/v1/contracts/search.csv', sellers),
  relistContracts: post('/v1/contracts/relist', entity),
  getContract: get(contract, sellers),
  getDisclosure: get(`${contract}/disclosure`, sellers),
  getDisclosurePage: get(`${contract}/disclosure.html`, sellers),
  getContractLedger: get(`${contract}/ledger`, entity),
  draftContract: post('/v1/contracts', sellers),
  reviseContract: post(`${contract}/revise`, sellers),
  explainContract: post(`${contract}/explain`, sellers),
  offerContract: post(`${contract}/offer`, sellers),
  withdrawContract: post(`${contract}/withdraw`, sellers),
  requestCancellation: post(`${contract}/request-cancellation`, sellers),
  withdrawCancellation: post(`${contract}/withdraw-cancellation`, sellers),
  cancelContract: post(`${contract}/cancel`, sellers),
  proposeAmendment: post(`${contract}/amendments`, sellers),
  explainAmendment: post(`${contract}/amendments/explain`, sellers),
  offerAmendment: post(`${contract}/amendments/offer`, sellers),
  withdrawAmendment: post(`${contract}/amendments/withdraw`, sellers),
  getProposedDisclosure: get(`${contract}/amendments/disclosure`, sellers),
  getProposedDisclosurePage: get(`${contract}/amendments/disclosure.html`, sellers),
  getDifferences: get(`${contract}/amendments/differences`, sellers),
  terminateContract: post(`${contract}/terminate`, sellers),
  annulContract: post(`${contract}/annul`, admin),
  askConfirmation: post(`${contract}/ask-confirmation`, sellers),
  sendOwnLink: post(`${contract}/send-own-link`, sellers),
  giveConsent: post(`${contract}/consents`, sellers),
  withdrawConsent: post(`${contract}/consents/withdraw`, sellers),
  listConsents: get(`${contract}/consents`, sellers),
  recordIncidentNotice: post(`${contract}/incident-notices`, sellers),
  judgeIncidentTelling: post(`${contract}/incident-notices/{noticeSha256}/verdict`, entity),
  recordEmergencySupport: post(`${contract}/emergency-supports`, sellers),
  getContractConformityPage: get(`${contract}/conformity.html`, sellers),
  listUntoldLetters: get('/v1/untold-letters', sellers),
  tellLetter: post(`${contract}/letters/{deliveryId}/tell`, sellers),
  getContactChange: get(contactChange, entity),
  proposeContactChange: post(contactChange, entity),
  approveContactChange: post(`${contactChange}/approve`, admin),
  withdrawContactChange: post(`${contactChange}/withdraw`, entity),
  getArchive: get(archive, sellers),
  downloadSealed: get(`${archive}/{name}`, sellers),
  downloadEvidencePackage: get(`${contract}/evidence-package`, entity),
  placeHold: post(`${archive}/place-hold`, admin),
  liftHold: post(`${archive}/lift-hold`, admin),
  disposeArchive: post(`${archive}/dispose`, admin),
  tallyTakeovers: post(`${thisCase}/tally`, entity),
  getApprovalWindow: get('/v1/implementing-entity/approval-window', entity),
  setApprovalWindow: post('/v1/implementing-entity/approval-window', admin),
  setRetentionYears: post('/v1/implementing-entity/retention-years', admin),
  printContract: get(`${contract}/document.pdf`, sellers),
  printInsuranceCover: get(`${contract}/insurance-cover.pdf`, sellers),
  printSigningCertificate: get(`${contract}/signing-certificate.pdf`, sellers),
  printTakeoverNotice: get(`${contract}/takeover-notice.pdf`, sellers),
  attestContract: post('/v1/contracts/attest', sellers),

  exportHoldings: post('/v1/exports', ownersOfExports),
  getExport: get('/v1/exports/{operationId}', ownersOfExports),
  downloadExportPart: get('/v1/exports/{operationId}/parts/{part}', ownersOfExports),
  importContracts: post('/v1/contract-imports', entity),
  recordFormReading: post('/v1/form-readings', entity),
  listFormReadings: get(`${contract}/form-readings`, sellers),
  getOperation: get(operation, owners),
  listOperations: get('/v1/operations', owners),
  listImportResults: get(`${operation}/rows`, entity),
  downloadImportResults: get(`${operation}/rows.csv`, entity),

  listObligations: get('/v1/obligations', entity),
  fulfilObligation: post(`${thisCase}/obligations/{code}/fulfil`, entity),
  waiveObligation: post(`${thisCase}/obligations/{code}/waive`, admin),
  getObligationSettings: get(obligationSettings, entity),
  setObligationSettings: post(obligationSettings, admin),

  listDiscontinuances: get('/v1/discontinuances', entity),
  getDiscontinuance: get(thisCase, entity),
  getFanOut: get(`${thisCase}/progress`, entity),
  proposeDiscontinuance: post('/v1/discontinuances', entity),
  approveDiscontinuance: post(`${thisCase}/approve`, entity),
  confirmRestriction: post(`${thisCase}/restrict`, admin),
  withdrawDiscontinuance: post(`${thisCase}/withdraw`, entity),
  closeDiscontinuance: post(`${thisCase}/close`, admin),
  listTakeovers: get(`${thisCase}/takeovers`, entity),
  listUnreached: get(`${thisCase}/unreached`, entity),
  downloadUnreached: get(`${thisCase}/unreached.csv`, entity),
  tellSme: post(`${takeover}/tell`, entity),
  sendNoticeAgain: post(`${takeover}/notice`, entity),
  noteCoverage: post(`${takeover}/coverage`, entity),
  workOnTakeovers: post(`${thisCase}/work`, entity),
  moveContracts: post(`${thisCase}/moves`, entity),
  settleTakeover: post(`${takeover}/settle`, entity),

  listSubmissions: get('/v1/submissions', entity.concat(authorities)),
  getSubmission: get(submission, entity.concat(authorities)),
  sendSubmission: post(`${submission}/send`, entity),
  acknowledgeSubmission: post(`${submission}/acknowledge`, authorities),
  returnSubmission: post(`${submission}/return`, authorities),

  reportContracts: get('/v1/reports/contracts', entity),
  downloadContractReport: get('/v1/reports/contracts.csv', entity),
  recountContracts: post('/v1/reports/recounts', entity),
  getRecount: get('/v1/reports/recounts/{operationId}', entity),
}

/** @typedef {keyof typeof calls} CallName */

/**
 * Whether someone in this role may make this call.
 * @param {Role} role
 * @param {CallName} name
 */
export const may = (role, name) => calls[name].who.includes(role)

/**
 * The address of a call with its places filled in.
 * @param {CallName} name
 * @param {Readonly<Record<string, string>>} [params]
 * @param {Readonly<Record<string, string | undefined>>} [query]
 */
export const addressOf = (name, params = {}, query = {}) => {
  const path = calls[name].path.replace(/\{(\w+)\}/g, (_, place) => encodeURIComponent(params[place] ?? ''))
  const asked = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) if (value) asked.set(key, value)
  const tail = asked.toString()
  return tail ? `${path}?${tail}` : path
}
