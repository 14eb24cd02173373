// @ts-check
// Written by `npm run build:console` from shared/api/routes and shared/api/access.ts, and never by hand.

/** @import { Role } from '../../../shared/domain/people.ts' */
/** @typedef {{ method: 'GET' | 'POST', path: string, who: readonly Role[] }} Call */

/** @type {readonly Role[]} */
const everyone = ['operator', 'ipa', 'entityAdmin', 'entityStaff', 'resellerAdmin', 'resellerStaff', 'registrationBody']
/** @type {readonly Role[]} */
const registrationBodyReaders = ['operator', 'entityAdmin', 'entityStaff']
/** @type {readonly Role[]} */
const membersAdmins = ['operator', 'entityAdmin', 'resellerAdmin', 'registrationBody', 'ipa']
/** @type {readonly Role[]} */
const entityPeople = ['entityAdmin', 'entityStaff']
/** @type {readonly Role[]} */
const contractReaders = ['entityAdmin', 'entityStaff', 'resellerAdmin', 'resellerStaff']
/** @type {readonly Role[]} */
const sellers = ['entityAdmin', 'entityStaff', 'resellerAdmin', 'resellerStaff']
/** @type {readonly Role[]} */
const entityReaders = ['entityAdmin', 'entityStaff']
/** @type {readonly Role[]} */
const exporters = ['entityAdmin', 'resellerAdmin']
/** @type {readonly Role[]} */
const operationReaders = ['entityAdmin', 'entityStaff', 'resellerAdmin']
/** @type {readonly Role[]} */
const submissionReaders = ['entityAdmin', 'entityStaff', 'registrationBody', 'ipa']
/** @type {readonly Role[]} */
const authorities = ['registrationBody', 'ipa']

/** @param {string} path @param {readonly Role[]} who @returns {Call} */
const get = (path, who) => ({ method: 'GET', path, who })
/** @param {string} path @param {readonly Role[]} who @returns {Call} */
const post = (path, who) => ({ method: 'POST', path, who })

/** The calls people who sign in may make, under the names of the route table. */
export const calls = {
  readMe: get('/v1/me', everyone),
  registerImplementingEntity: post('/v1/implementing-entities', ['operator']),
  registerRegistrationBody: post('/v1/registration-bodies', ['operator']),
  listRegistrationBodies: get('/v1/registration-bodies', registrationBodyReaders),
  nameMember: post('/v1/members', membersAdmins),
  registerService: post('/v1/services', entityPeople),
  draftServiceVersion: post('/v1/services/{serviceId}/versions', entityPeople),
  publishServiceVersion: post('/v1/services/{serviceId}/versions/{number}/publish', entityPeople),
  recordRegistration: post('/v1/services/{serviceId}/registration', entityPeople),
  recordEvidence: post('/v1/services/{serviceId}/evidence', entityPeople),
  listServices: get('/v1/services', contractReaders),
  getService: get('/v1/services/{serviceId}', contractReaders),
  getServiceVersion: get('/v1/services/{serviceId}/versions/{number}', contractReaders),
  inviteReseller: post('/v1/resellers', entityPeople),
  supplyRequirement: post('/v1/resellers/{resellerId}/requirements', sellers),
  approveReseller: post('/v1/resellers/{resellerId}/approve', ['entityAdmin']),
  authorizeResale: post('/v1/resellers/{resellerId}/authorizations', ['entityAdmin']),
  endAuthorization: post('/v1/resellers/{resellerId}/authorizations/{serviceId}/end', ['entityAdmin']),
  restrictReseller: post('/v1/resellers/{resellerId}/restrict', ['entityAdmin']),
  liftRestriction: post('/v1/resellers/{resellerId}/lift', ['entityAdmin']),
  listResellers: get('/v1/resellers', entityReaders),
  getReseller: get('/v1/resellers/{resellerId}', contractReaders),
  supplyHandover: post('/v1/resellers/{resellerId}/handover', sellers),
  listHandover: get('/v1/resellers/{resellerId}/handover', contractReaders),
  drillTakeover: post('/v1/resellers/{resellerId}/drill', entityPeople),
  getReadiness: get('/v1/resellers/{resellerId}/readiness', contractReaders),
  listDrillContracts: get('/v1/resellers/{resellerId}/drill/contracts', contractReaders),
  downloadDrillContracts: get('/v1/resellers/{resellerId}/drill/contracts.csv', contractReaders),
  draftContract: post('/v1/contracts', sellers),
  reviseContract: post('/v1/contracts/{contractId}/revise', sellers),
  explainContract: post('/v1/contracts/{contractId}/explain', sellers),
  offerContract: post('/v1/contracts/{contractId}/offer', sellers),
  withdrawContract: post('/v1/contracts/{contractId}/withdraw', sellers),
  attestContract: post('/v1/contracts/attest', sellers),
  listContracts: get('/v1/contracts', contractReaders),
  getContract: get('/v1/contracts/{contractId}', contractReaders),
  getDisclosure: get('/v1/contracts/{contractId}/disclosure', contractReaders),
  getDisclosurePage: get('/v1/contracts/{contractId}/disclosure.html', contractReaders),
  getContractLedger: get('/v1/contracts/{contractId}/ledger', entityReaders),
  proposeAmendment: post('/v1/contracts/{contractId}/amendments', sellers),
  explainAmendment: post('/v1/contracts/{contractId}/amendments/explain', sellers),
  offerAmendment: post('/v1/contracts/{contractId}/amendments/offer', sellers),
  withdrawAmendment: post('/v1/contracts/{contractId}/amendments/withdraw', sellers),
  getDifferences: get('/v1/contracts/{contractId}/amendments/differences', contractReaders),
  getProposedDisclosure: get('/v1/contracts/{contractId}/amendments/disclosure', contractReaders),
  getProposedDisclosurePage: get('/v1/contracts/{contractId}/amendments/disclosure.html', contractReaders),
  requestCancellation: post('/v1/contracts/{contractId}/request-cancellation', sellers),
  withdrawCancellation: post('/v1/contracts/{contractId}/withdraw-cancellation', sellers),
  cancelContract: post('/v1/contracts/{contractId}/cancel', sellers),
  terminateContract: post('/v1/contracts/{contractId}/terminate', sellers),
  annulContract: post('/v1/contracts/{contractId}/annul', ['entityAdmin']),
  askConfirmation: post('/v1/contracts/{contractId}/ask-confirmation', sellers),
  sendOwnLink: post('/v1/contracts/{contractId}/send-own-link', sellers),
  giveConsent: post('/v1/contracts/{contractId}/consents', sellers),
  withdrawConsent: post('/v1/contracts/{contractId}/consents/withdraw', sellers),
  listConsents: get('/v1/contracts/{contractId}/consents', contractReaders),
  proposeContactChange: post('/v1/contracts/{contractId}/contact-change', entityPeople),
  approveContactChange: post('/v1/contracts/{contractId}/contact-change/approve', ['entityAdmin']),
  withdrawContactChange: post('/v1/contracts/{contractId}/contact-change/withdraw', entityPeople),
  getContactChange: get('/v1/contracts/{contractId}/contact-change', entityReaders),
  listUntoldLetters: get('/v1/untold-letters', contractReaders),
  tellLetter: post('/v1/contracts/{contractId}/letters/{deliveryId}/tell', sellers),
  searchContracts: get('/v1/contracts/search', contractReaders),
  downloadFoundContracts: get('/v1/contracts/search.csv', contractReaders),
  relistContracts: post('/v1/contracts/relist', entityPeople),
  getArchive: get('/v1/contracts/{contractId}/archive', contractReaders),
  downloadSealed: get('/v1/contracts/{contractId}/archive/{name}', contractReaders),
  downloadEvidencePackage: get('/v1/contracts/{contractId}/evidence-package', entityReaders),
  placeHold: post('/v1/contracts/{contractId}/archive/place-hold', ['entityAdmin']),
  liftHold: post('/v1/contracts/{contractId}/archive/lift-hold', ['entityAdmin']),
  disposeArchive: post('/v1/contracts/{contractId}/archive/dispose', ['entityAdmin']),
  setRetentionYears: post('/v1/implementing-entity/retention-years', ['entityAdmin']),
  printContract: get('/v1/contracts/{contractId}/document.pdf', contractReaders),
  printInsuranceCover: get('/v1/contracts/{contractId}/insurance-cover.pdf', contractReaders),
  printSigningCertificate: get('/v1/contracts/{contractId}/signing-certificate.pdf', contractReaders),
  printTakeoverNotice: get('/v1/contracts/{contractId}/takeover-notice.pdf', contractReaders),
  recordIncidentNotice: post('/v1/contracts/{contractId}/incident-notices', sellers),
  judgeIncidentTelling: post('/v1/contracts/{contractId}/incident-notices/{noticeSha256}/verdict', entityPeople),
  recordEmergencySupport: post('/v1/contracts/{contractId}/emergency-supports', sellers),
  importContracts: post('/v1/contract-imports', entityPeople),
  recountContracts: post('/v1/reports/recounts', entityPeople),
  exportHoldings: post('/v1/exports', exporters),
  getExport: get('/v1/exports/{operationId}', exporters),
  downloadExportPart: get('/v1/exports/{operationId}/parts/{part}', exporters),
  getOperation: get('/v1/operations/{operationId}', operationReaders),
  listOperations: get('/v1/operations', operationReaders),
  listImportResults: get('/v1/operations/{operationId}/rows', entityReaders),
  downloadImportResults: get('/v1/operations/{operationId}/rows.csv', entityReaders),
  getRecount: get('/v1/reports/recounts/{operationId}', entityReaders),
  recordFormReading: post('/v1/form-readings', entityPeople),
  listFormReadings: get('/v1/contracts/{contractId}/form-readings', contractReaders),
  raiseConcern: post('/v1/concerns', sellers),
  dismissConcern: post('/v1/concerns/{concernId}/dismiss', entityPeople),
  listConcerns: get('/v1/concerns', contractReaders),
  getConcern: get('/v1/concerns/{concernId}', contractReaders),
  proposeDiscontinuance: post('/v1/discontinuances', entityPeople),
  approveDiscontinuance: post('/v1/discontinuances/{discontinuanceId}/approve', entityPeople),
  confirmRestriction: post('/v1/discontinuances/{discontinuanceId}/restrict', ['entityAdmin']),
  getApprovalWindow: get('/v1/implementing-entity/approval-window', entityReaders),
  setApprovalWindow: post('/v1/implementing-entity/approval-window', ['entityAdmin']),
  withdrawDiscontinuance: post('/v1/discontinuances/{discontinuanceId}/withdraw', entityPeople),
  tallyTakeovers: post('/v1/discontinuances/{discontinuanceId}/tally', entityPeople),
  closeDiscontinuance: post('/v1/discontinuances/{discontinuanceId}/close', ['entityAdmin']),
  listDiscontinuances: get('/v1/discontinuances', entityReaders),
  getDiscontinuance: get('/v1/discontinuances/{discontinuanceId}', entityReaders),
  getFanOut: get('/v1/discontinuances/{discontinuanceId}/progress', entityReaders),
  listSubmissions: get('/v1/submissions', submissionReaders),
  getSubmission: get('/v1/submissions/{submissionId}', submissionReaders),
  sendSubmission: post('/v1/submissions/{submissionId}/send', entityPeople),
  acknowledgeSubmission: post('/v1/submissions/{submissionId}/acknowledge', authorities),
  returnSubmission: post('/v1/submissions/{submissionId}/return', authorities),
  listTakeovers: get('/v1/discontinuances/{discontinuanceId}/takeovers', entityReaders),
  listUnreached: get('/v1/discontinuances/{discontinuanceId}/unreached', entityReaders),
  downloadUnreached: get('/v1/discontinuances/{discontinuanceId}/unreached.csv', entityReaders),
  tellSme: post('/v1/discontinuances/{discontinuanceId}/takeovers/{contractId}/tell', entityPeople),
  sendNoticeAgain: post('/v1/discontinuances/{discontinuanceId}/takeovers/{contractId}/notice', entityPeople),
  noteCoverage: post('/v1/discontinuances/{discontinuanceId}/takeovers/{contractId}/coverage', entityPeople),
  settleTakeover: post('/v1/discontinuances/{discontinuanceId}/takeovers/{contractId}/settle', entityPeople),
  workOnTakeovers: post('/v1/discontinuances/{discontinuanceId}/work', entityPeople),
  moveContracts: post('/v1/discontinuances/{discontinuanceId}/moves', entityPeople),
  listObligations: get('/v1/obligations', entityReaders),
  fulfilObligation: post('/v1/discontinuances/{discontinuanceId}/obligations/{code}/fulfil', entityPeople),
  waiveObligation: post('/v1/discontinuances/{discontinuanceId}/obligations/{code}/waive', ['entityAdmin']),
  getObligationSettings: get('/v1/implementing-entity/obligation-settings', entityReaders),
  setObligationSettings: post('/v1/implementing-entity/obligation-settings', ['entityAdmin']),
  reportContracts: get('/v1/reports/contracts', entityReaders),
  downloadContractReport: get('/v1/reports/contracts.csv', entityReaders),
  getServiceConformity: get('/v1/services/{serviceId}/versions/{number}/conformity', entityReaders),
  getServiceConformityPage: get('/v1/services/{serviceId}/versions/{number}/conformity.html', entityReaders),
  getContractConformity: get('/v1/contracts/{contractId}/conformity', contractReaders),
  getContractConformityPage: get('/v1/contracts/{contractId}/conformity.html', contractReaders),
  getGap: get('/v1/services/{serviceId}/gap', entityReaders),
  getGapPage: get('/v1/services/{serviceId}/gap.html', entityReaders),
  askForException: post('/v1/contract-exceptions', sellers),
  approveException: post('/v1/contract-exceptions/{exceptionId}/approve', ['entityAdmin']),
  declineException: post('/v1/contract-exceptions/{exceptionId}/decline', ['entityAdmin']),
  withdrawException: post('/v1/contract-exceptions/{exceptionId}/withdraw', sellers),
  listExceptions: get('/v1/contract-exceptions', contractReaders),
  getException: get('/v1/contract-exceptions/{exceptionId}', contractReaders),
  listAffectedContracts: get('/v1/services/{serviceId}/versions/{number}/affected-contracts', entityReaders),
  openRedisclosure: post('/v1/services/{serviceId}/versions/{number}/redisclosures', entityPeople),
  listRedisclosures: get('/v1/redisclosures', entityReaders),
  getRedisclosure: get('/v1/redisclosures/{redisclosureId}', entityReaders),
  downloadRemaining: get('/v1/redisclosures/{redisclosureId}/remaining.csv', entityReaders),
  tellOfChange: post('/v1/redisclosures/{redisclosureId}/contracts/{contractId}/tell', entityPeople),
  leaveUnderOldText: post('/v1/redisclosures/{redisclosureId}/contracts/{contractId}/leave', entityPeople),
  closeRedisclosure: post('/v1/redisclosures/{redisclosureId}/close', ['entityAdmin']),
}
