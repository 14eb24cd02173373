// @ts-check
// Written by `npm run build:console` from shared/api/routes and shared/api/policy, and never by hand.

/** @import { Role } from '../../../shared/domain/people.ts' */
/** @typedef {{ method: 'GET' | 'POST', path: string, who: readonly Role[] }} Call */

/** @type {readonly Role[]} */
const everyoneOfThemselves = [
  'operator',
  'ipa',
  'entityAdmin',
  'entityStaff',
  'resellerAdmin',
  'resellerStaff',
  'registrationBody',
]
/** @type {readonly Role[]} */
const operatorOnPlatform = ['operator']
/** @type {readonly Role[]} */
const readersOfRegistrationBodies = ['operator', 'entityAdmin', 'entityStaff']
/** @type {readonly Role[]} */
const adminsOnTheirPeople = ['operator', 'entityAdmin', 'resellerAdmin', 'registrationBody', 'ipa']
/** @type {readonly Role[]} */
const adminOverResellers = ['entityAdmin']
/** @type {readonly Role[]} */
const operatorOnTenants = ['operator']
/** @type {readonly Role[]} */
const entityOnOwn = ['entityAdmin', 'entityStaff']
/** @type {readonly Role[]} */
const readersOfOwn = ['entityAdmin', 'entityStaff', 'resellerAdmin', 'resellerStaff']
/** @type {readonly Role[]} */
const sellersOnBook = ['entityAdmin', 'entityStaff', 'resellerAdmin', 'resellerStaff']
/** @type {readonly Role[]} */
const entityReadsResellers = ['entityAdmin', 'entityStaff']
/** @type {readonly Role[]} */
const readersOfBook = ['entityAdmin', 'entityStaff', 'resellerAdmin', 'resellerStaff']
/** @type {readonly Role[]} */
const entityOverResellers = ['entityAdmin', 'entityStaff']
/** @type {readonly Role[]} */
const sellersOnOwn = ['entityAdmin', 'entityStaff', 'resellerAdmin', 'resellerStaff']
/** @type {readonly Role[]} */
const adminOnOwn = ['entityAdmin']
/** @type {readonly Role[]} */
const exportersOfOwn = ['entityAdmin', 'resellerAdmin']
/** @type {readonly Role[]} */
const readersOfOwnOperations = ['entityAdmin', 'entityStaff', 'resellerAdmin']
/** @type {readonly Role[]} */
const entityReadsOwn = ['entityAdmin', 'entityStaff']
/** @type {readonly Role[]} */
const sendersAndAddressees = ['entityAdmin', 'entityStaff', 'registrationBody', 'ipa']
/** @type {readonly Role[]} */
const addressees = ['registrationBody', 'ipa']
/** @type {readonly Role[]} */
const everyoneOfTheirTenant = [
  'operator',
  'ipa',
  'entityAdmin',
  'entityStaff',
  'resellerAdmin',
  'resellerStaff',
  'registrationBody',
]

/** @param {string} path @param {readonly Role[]} who @returns {Call} */
const get = (path, who) => ({ method: 'GET', path, who })
/** @param {string} path @param {readonly Role[]} who @returns {Call} */
const post = (path, who) => ({ method: 'POST', path, who })

/** The calls people who sign in may make, under the names of the route table. */
export const calls = {
  readMe: get('/v1/me', everyoneOfThemselves),
  registerImplementingEntity: post('/v1/implementing-entities', operatorOnPlatform),
  registerRegistrationBody: post('/v1/registration-bodies', operatorOnPlatform),
  listRegistrationBodies: get('/v1/registration-bodies', readersOfRegistrationBodies),
  nameMember: post('/v1/members', adminsOnTheirPeople),
  listMembers: get('/v1/members', adminsOnTheirPeople),
  getMember: get('/v1/members/{sub}', adminsOnTheirPeople),
  inviteMemberAgain: post('/v1/members/{sub}/invite-again', adminsOnTheirPeople),
  changeMemberRole: post('/v1/members/{sub}/role', adminsOnTheirPeople),
  suspendMember: post('/v1/members/{sub}/suspend', adminsOnTheirPeople),
  reinstateMember: post('/v1/members/{sub}/reinstate', adminsOnTheirPeople),
  removeMember: post('/v1/members/{sub}/remove', adminsOnTheirPeople),
  eraseMember: post('/v1/members/{sub}/erase', adminsOnTheirPeople),
  replaceResellerAdmin: post('/v1/resellers/{resellerId}/replace-admin', adminOverResellers),
  replaceEntityAdmin: post('/v1/implementing-entities/{entityId}/replace-admin', operatorOnTenants),
  replaceOfficer: post('/v1/registration-bodies/{registrationBodyId}/replace-officer', operatorOnTenants),
  chooseMembership: post('/v1/me/membership', everyoneOfThemselves),
  readNotices: get('/v1/me/notices', everyoneOfThemselves),
  chooseNotices: post('/v1/me/notices', everyoneOfThemselves),
  registerService: post('/v1/services', entityOnOwn),
  draftServiceVersion: post('/v1/services/{serviceId}/versions', entityOnOwn),
  publishServiceVersion: post('/v1/services/{serviceId}/versions/{number}/publish', entityOnOwn),
  recordRegistration: post('/v1/services/{serviceId}/registration', entityOnOwn),
  recordEvidence: post('/v1/services/{serviceId}/evidence', entityOnOwn),
  listServices: get('/v1/services', readersOfOwn),
  getService: get('/v1/services/{serviceId}', readersOfOwn),
  getServiceVersion: get('/v1/services/{serviceId}/versions/{number}', readersOfOwn),
  inviteReseller: post('/v1/resellers', entityOnOwn),
  supplyRequirement: post('/v1/resellers/{resellerId}/requirements', sellersOnBook),
  approveReseller: post('/v1/resellers/{resellerId}/approve', adminOverResellers),
  authorizeResale: post('/v1/resellers/{resellerId}/authorizations', adminOverResellers),
  endAuthorization: post('/v1/resellers/{resellerId}/authorizations/{serviceId}/end', adminOverResellers),
  restrictReseller: post('/v1/resellers/{resellerId}/restrict', adminOverResellers),
  liftRestriction: post('/v1/resellers/{resellerId}/lift', adminOverResellers),
  listResellers: get('/v1/resellers', entityReadsResellers),
  getReseller: get('/v1/resellers/{resellerId}', readersOfBook),
  supplyHandover: post('/v1/resellers/{resellerId}/handover', sellersOnBook),
  listHandover: get('/v1/resellers/{resellerId}/handover', readersOfBook),
  drillTakeover: post('/v1/resellers/{resellerId}/drill', entityOverResellers),
  getReadiness: get('/v1/resellers/{resellerId}/readiness', readersOfBook),
  listDrillContracts: get('/v1/resellers/{resellerId}/drill/contracts', readersOfBook),
  downloadDrillContracts: get('/v1/resellers/{resellerId}/drill/contracts.csv', readersOfBook),
  draftContract: post('/v1/contracts', sellersOnBook),
  reviseContract: post('/v1/contracts/{contractId}/revise', sellersOnOwn),
  explainContract: post('/v1/contracts/{contractId}/explain', sellersOnOwn),
  offerContract: post('/v1/contracts/{contractId}/offer', sellersOnOwn),
  withdrawContract: post('/v1/contracts/{contractId}/withdraw', sellersOnOwn),
  attestContract: post('/v1/contracts/attest', sellersOnBook),
  listContracts: get('/v1/contracts', readersOfBook),
  getContract: get('/v1/contracts/{contractId}', readersOfBook),
  getDisclosure: get('/v1/contracts/{contractId}/disclosure', readersOfBook),
  getDisclosurePage: get('/v1/contracts/{contractId}/disclosure.html', readersOfBook),
  getContractLedger: get('/v1/contracts/{contractId}/ledger', entityReadsResellers),
  proposeAmendment: post('/v1/contracts/{contractId}/amendments', sellersOnBook),
  explainAmendment: post('/v1/contracts/{contractId}/amendments/explain', sellersOnBook),
  offerAmendment: post('/v1/contracts/{contractId}/amendments/offer', sellersOnBook),
  withdrawAmendment: post('/v1/contracts/{contractId}/amendments/withdraw', sellersOnBook),
  getDifferences: get('/v1/contracts/{contractId}/amendments/differences', readersOfBook),
  getProposedDisclosure: get('/v1/contracts/{contractId}/amendments/disclosure', readersOfBook),
  getProposedDisclosurePage: get('/v1/contracts/{contractId}/amendments/disclosure.html', readersOfBook),
  requestCancellation: post('/v1/contracts/{contractId}/request-cancellation', sellersOnBook),
  withdrawCancellation: post('/v1/contracts/{contractId}/withdraw-cancellation', sellersOnBook),
  cancelContract: post('/v1/contracts/{contractId}/cancel', sellersOnBook),
  terminateContract: post('/v1/contracts/{contractId}/terminate', sellersOnBook),
  annulContract: post('/v1/contracts/{contractId}/annul', adminOverResellers),
  askConfirmation: post('/v1/contracts/{contractId}/ask-confirmation', sellersOnBook),
  sendOwnLink: post('/v1/contracts/{contractId}/send-own-link', sellersOnBook),
  giveConsent: post('/v1/contracts/{contractId}/consents', sellersOnBook),
  withdrawConsent: post('/v1/contracts/{contractId}/consents/withdraw', sellersOnBook),
  listConsents: get('/v1/contracts/{contractId}/consents', readersOfBook),
  listDisputes: get('/v1/disputes', readersOfBook),
  correctRecord: post('/v1/contracts/{contractId}/dispute/correct', sellersOnBook),
  keepRecord: post('/v1/contracts/{contractId}/dispute/keep', sellersOnBook),
  proposeContactChange: post('/v1/contracts/{contractId}/contact-change', entityOverResellers),
  approveContactChange: post('/v1/contracts/{contractId}/contact-change/approve', adminOverResellers),
  withdrawContactChange: post('/v1/contracts/{contractId}/contact-change/withdraw', entityOverResellers),
  getContactChange: get('/v1/contracts/{contractId}/contact-change', entityReadsResellers),
  listUntoldLetters: get('/v1/untold-letters', readersOfBook),
  tellLetter: post('/v1/contracts/{contractId}/letters/{deliveryId}/tell', sellersOnBook),
  printCodeLetter: post('/v1/contracts/{contractId}/code-letter/print', adminOverResellers),
  getCodeLetter: get('/v1/contracts/{contractId}/code-letter.pdf', adminOverResellers),
  searchContracts: get('/v1/contracts/search', readersOfBook),
  downloadFoundContracts: get('/v1/contracts/search.csv', readersOfBook),
  relistContracts: post('/v1/contracts/relist', entityOnOwn),
  getArchive: get('/v1/contracts/{contractId}/archive', readersOfBook),
  downloadSealed: get('/v1/contracts/{contractId}/archive/{name}', readersOfBook),
  downloadEvidencePackage: get('/v1/contracts/{contractId}/evidence-package', entityReadsResellers),
  placeHold: post('/v1/contracts/{contractId}/archive/place-hold', adminOverResellers),
  liftHold: post('/v1/contracts/{contractId}/archive/lift-hold', adminOverResellers),
  disposeArchive: post('/v1/contracts/{contractId}/archive/dispose', adminOverResellers),
  setRetentionYears: post('/v1/implementing-entity/retention-years', adminOnOwn),
  printContract: get('/v1/contracts/{contractId}/document.pdf', readersOfBook),
  printInsuranceCover: get('/v1/contracts/{contractId}/insurance-cover.pdf', readersOfBook),
  printSigningCertificate: get('/v1/contracts/{contractId}/signing-certificate.pdf', readersOfBook),
  printTakeoverNotice: get('/v1/contracts/{contractId}/takeover-notice.pdf', readersOfBook),
  listIncidentNotices: get('/v1/contracts/{contractId}/incident-notices', readersOfBook),
  listEmergencySupports: get('/v1/contracts/{contractId}/emergency-supports', readersOfBook),
  listWritten: get('/v1/contracts/{contractId}/written', readersOfBook),
  recordIncidentNotice: post('/v1/contracts/{contractId}/incident-notices', sellersOnBook),
  judgeIncidentTelling: post('/v1/contracts/{contractId}/incident-notices/{noticeSha256}/verdict', entityOverResellers),
  recordEmergencySupport: post('/v1/contracts/{contractId}/emergency-supports', sellersOnBook),
  importContracts: post('/v1/contract-imports', entityOverResellers),
  recountContracts: post('/v1/reports/recounts', entityOnOwn),
  exportHoldings: post('/v1/exports', exportersOfOwn),
  getExport: get('/v1/exports/{operationId}', exportersOfOwn),
  downloadExportPart: get('/v1/exports/{operationId}/parts/{part}', exportersOfOwn),
  getOperation: get('/v1/operations/{operationId}', readersOfOwnOperations),
  listOperations: get('/v1/operations', readersOfOwnOperations),
  listImportResults: get('/v1/operations/{operationId}/rows', entityReadsOwn),
  downloadImportResults: get('/v1/operations/{operationId}/rows.csv', entityReadsOwn),
  getRecount: get('/v1/reports/recounts/{operationId}', entityReadsOwn),
  recordFormReading: post('/v1/form-readings', entityOverResellers),
  listFormReadings: get('/v1/contracts/{contractId}/form-readings', readersOfBook),
  raiseConcern: post('/v1/concerns', sellersOnBook),
  dismissConcern: post('/v1/concerns/{concernId}/dismiss', entityOverResellers),
  listConcerns: get('/v1/concerns', readersOfBook),
  getConcern: get('/v1/concerns/{concernId}', readersOfBook),
  proposeDiscontinuance: post('/v1/discontinuances', entityOverResellers),
  approveDiscontinuance: post('/v1/discontinuances/{discontinuanceId}/approve', entityOverResellers),
  confirmRestriction: post('/v1/discontinuances/{discontinuanceId}/restrict', adminOverResellers),
  getApprovalWindow: get('/v1/implementing-entity/approval-window', entityReadsOwn),
  setApprovalWindow: post('/v1/implementing-entity/approval-window', adminOnOwn),
  withdrawDiscontinuance: post('/v1/discontinuances/{discontinuanceId}/withdraw', entityOverResellers),
  tallyTakeovers: post('/v1/discontinuances/{discontinuanceId}/tally', entityOverResellers),
  closeDiscontinuance: post('/v1/discontinuances/{discontinuanceId}/close', adminOverResellers),
  listDiscontinuances: get('/v1/discontinuances', entityReadsResellers),
  getDiscontinuance: get('/v1/discontinuances/{discontinuanceId}', entityReadsResellers),
  getFanOut: get('/v1/discontinuances/{discontinuanceId}/progress', entityReadsResellers),
  listSubmissions: get('/v1/submissions', sendersAndAddressees),
  getSubmission: get('/v1/submissions/{submissionId}', sendersAndAddressees),
  sendSubmission: post('/v1/submissions/{submissionId}/send', entityOnOwn),
  acknowledgeSubmission: post('/v1/submissions/{submissionId}/acknowledge', addressees),
  returnSubmission: post('/v1/submissions/{submissionId}/return', addressees),
  listTakeovers: get('/v1/discontinuances/{discontinuanceId}/takeovers', entityReadsResellers),
  listUnreached: get('/v1/discontinuances/{discontinuanceId}/unreached', entityReadsResellers),
  downloadUnreached: get('/v1/discontinuances/{discontinuanceId}/unreached.csv', entityReadsResellers),
  tellSme: post('/v1/discontinuances/{discontinuanceId}/takeovers/{contractId}/tell', entityOverResellers),
  sendNoticeAgain: post('/v1/discontinuances/{discontinuanceId}/takeovers/{contractId}/notice', entityOverResellers),
  noteCoverage: post('/v1/discontinuances/{discontinuanceId}/takeovers/{contractId}/coverage', entityOverResellers),
  settleTakeover: post('/v1/discontinuances/{discontinuanceId}/takeovers/{contractId}/settle', entityOverResellers),
  workOnTakeovers: post('/v1/discontinuances/{discontinuanceId}/work', entityOverResellers),
  moveContracts: post('/v1/discontinuances/{discontinuanceId}/moves', entityOverResellers),
  listObligations: get('/v1/obligations', entityReadsResellers),
  fulfilObligation: post('/v1/discontinuances/{discontinuanceId}/obligations/{code}/fulfil', entityOverResellers),
  waiveObligation: post('/v1/discontinuances/{discontinuanceId}/obligations/{code}/waive', adminOverResellers),
  getObligationSettings: get('/v1/implementing-entity/obligation-settings', entityReadsOwn),
  setObligationSettings: post('/v1/implementing-entity/obligation-settings', adminOnOwn),
  reportContracts: get('/v1/reports/contracts', entityReadsResellers),
  downloadContractReport: get('/v1/reports/contracts.csv', entityReadsResellers),
  getServiceConformity: get('/v1/services/{serviceId}/versions/{number}/conformity', entityReadsOwn),
  getServiceConformityPage: get('/v1/services/{serviceId}/versions/{number}/conformity.html', entityReadsOwn),
  getContractConformity: get('/v1/contracts/{contractId}/conformity', readersOfBook),
  getContractConformityPage: get('/v1/contracts/{contractId}/conformity.html', readersOfBook),
  getGap: get('/v1/services/{serviceId}/gap', entityReadsOwn),
  getGapPage: get('/v1/services/{serviceId}/gap.html', entityReadsOwn),
  askForException: post('/v1/contract-exceptions', sellersOnBook),
  approveException: post('/v1/contract-exceptions/{exceptionId}/approve', adminOverResellers),
  declineException: post('/v1/contract-exceptions/{exceptionId}/decline', adminOverResellers),
  withdrawException: post('/v1/contract-exceptions/{exceptionId}/withdraw', sellersOnBook),
  listExceptions: get('/v1/contract-exceptions', readersOfBook),
  getException: get('/v1/contract-exceptions/{exceptionId}', readersOfBook),
  listAffectedContracts: get('/v1/services/{serviceId}/versions/{number}/affected-contracts', entityReadsOwn),
  openRedisclosure: post('/v1/services/{serviceId}/versions/{number}/redisclosures', entityOnOwn),
  listRedisclosures: get('/v1/redisclosures', entityReadsOwn),
  getRedisclosure: get('/v1/redisclosures/{redisclosureId}', entityReadsOwn),
  downloadRemaining: get('/v1/redisclosures/{redisclosureId}/remaining.csv', entityReadsOwn),
  tellOfChange: post('/v1/redisclosures/{redisclosureId}/contracts/{contractId}/tell', entityOverResellers),
  leaveUnderOldText: post('/v1/redisclosures/{redisclosureId}/contracts/{contractId}/leave', entityOverResellers),
  closeRedisclosure: post('/v1/redisclosures/{redisclosureId}/close', adminOnOwn),
  beginUpload: post('/v1/files', sellersOnBook),
  finishUpload: post('/v1/files/{fileId}/finish', sellersOnBook),
  acceptFile: post('/v1/files/{fileId}/accept', entityOverResellers),
  approveFile: post('/v1/files/{fileId}/approve', entityOnOwn),
  declineFile: post('/v1/files/{fileId}/decline', sellersOnBook),
  listFiles: get('/v1/files', readersOfBook),
  getFile: get('/v1/files/{fileId}', readersOfBook),
  handOutFile: get('/v1/files/{fileId}/download', readersOfBook),
  askForSmeIdentity: post('/v1/sme-identities', sellersOnBook),
  giveSmeIdentity: post('/v1/sme-identities/{smeId}/give', entityOverResellers),
  declineSmeIdentity: post('/v1/sme-identities/{smeId}/decline', entityOverResellers),
  listSmeIdentities: get('/v1/sme-identities', readersOfBook),
  getSmeIdentity: get('/v1/sme-identities/{smeId}', readersOfBook),
  succeedSme: post('/v1/contracts/{contractId}/succeed', entityOverResellers),
  listSuccessions: get('/v1/contracts/{contractId}/successions', readersOfBook),
  settleSmeConflict: post('/v1/contracts/{contractId}/sme-conflict/settle', entityOverResellers),
  listChangeLog: get('/v1/change-log', everyoneOfTheirTenant),
  downloadChangeLog: get('/v1/change-log.csv', everyoneOfTheirTenant),
}
