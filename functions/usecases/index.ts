import type { HandlersOf } from '../../shared/api/route.ts'
import type { Routes } from '../../shared/api/routes/index.ts'
import type { Dependencies } from '../ports/dependencies.ts'
import { changeLogIn } from './change-log/index.ts'
import { redisclosuresIn } from './redisclosures/index.ts'
import { downloadEvidencePackage } from './archive/evidence-package.ts'
import { downloadVerifier, readPublicKeys } from './archive/public-keys.ts'
import { disposeArchive, liftHold, placeHold } from './archive/keep-archive.ts'
import { downloadSealed, getArchive } from './archive/read-archive.ts'
import { attestContract } from './contracts/attest-contract.ts'
import {
  explainAmendment,
  getDifferences,
  offerAmendment,
  proposeAmendment,
  withdrawAmendment,
} from './contracts/amend-contract.ts'
import { correctRecord, keepRecord } from './contracts/answer-dispute.ts'
import { listDisputes } from './contracts/list-disputes.ts'
import { codeLetterHandlers } from './contracts/code-letters.ts'
import { contactsIn } from './contracts/index.ts'
import { giveConsent, listConsents, withdrawConsent } from './contracts/consents.ts'
import {
  annulContract,
  cancelContract,
  requestCancellation,
  terminateContract,
  withdrawCancellation,
} from './contracts/end-contract.ts'
import { askConfirmation, sendOwnLink } from './contracts/send-links.ts'
import { draftContract, reviseContract } from './contracts/draft-contract.ts'
import { explainContract, offerContract, withdrawContract } from './contracts/prepare-signing.ts'
import { listEmergencySupports, listIncidentNotices } from './contracts/read-service-records.ts'
import { listWritten } from './contracts/read-written.ts'
import { judgeIncidentTelling, recordEmergencySupport, recordIncidentNotice } from './contracts/service-records.ts'
import {
  getContract,
  getContractLedger,
  getDisclosure,
  getDisclosurePage,
  listContracts,
} from './contracts/read-contracts.ts'
import { getProposedDisclosure, getProposedDisclosurePage } from './contracts/read-proposed.ts'
import { listUntoldLetters, tellLetter } from './contracts/list-untold.ts'
import { listSuccessions } from './contracts/list-successions.ts'
import { settleSmeConflict, succeedSme } from './contracts/succeed-sme.ts'
import { homeIn } from './home/index.ts'
import { findingIn } from './search/index.ts'
import { bookIn } from './book/index.ts'
import { draftingIn } from './drafting/index.ts'
import { documentHandlers } from './documents/index.ts'
import { downloadOwnPaper, readOwnPapers } from './documents/own-papers.ts'
import { exceptionsIn } from './exceptions/index.ts'
import { downloadExportPart, exportHoldings, getExport } from './exports/export-holdings.ts'
import { listFormReadings } from './form-readings/read-form-readings.ts'
import { recordFormReading } from './form-readings/record-form-reading.ts'
import { obligationHandlersIn } from './obligations/index.ts'
import { importContracts } from './operations/import-contracts.ts'
import { getOperation, getRecount, listOperations, recountContracts } from './operations/read-operations.ts'
import { listImportResults } from './operations/results.ts'
import { downloadImportResults } from './operations/rows-file.ts'
import { about, listRegistrationBodies, readOpenapi } from './platform/about.ts'
import { membersIn } from './platform/index.ts'
import { registerImplementingEntity } from './platform/register-implementing-entity.ts'
import { setRetentionYears } from './platform/set-retention-years.ts'
import { registerRegistrationBody } from './platform/register-registration-body.ts'
import { downloadContractReport, reportContracts } from './reports/report-contracts.ts'
import { filesIn } from './files/index.ts'
import { concernsIn } from './concerns/index.ts'
import { discontinuancesIn } from './discontinuances/index.ts'
import { readinessIn } from './readiness/index.ts'
import { letterheadsIn } from './resellers/letterheads.ts'
import { resellersIn } from './resellers/index.ts'
import { submissionsIn } from './submissions/index.ts'
import { draftServiceVersion, registerService } from './services/draft-service-version.ts'
import { publishServiceVersion, recordRegistration } from './services/publish-service-version.ts'
import { getService, getServiceVersion, listServices } from './services/read-services.ts'
import { recordEvidence } from './services/record-evidence.ts'
import { askCodeLetter } from './signing/ask-code-letter.ts'
import { askOwnLink } from './signing/ask-own-link.ts'
import { enterSigningCode, openSigningLink } from './signing/open-signing-link.ts'
import { readLinkSender } from './signing/read-link-sender.ts'
import { stopContactChange } from './signing/stop-contact-change.ts'
import {
  confirmOwnCancellation,
  giveOwnConsent,
  readOwnContract,
  requestOwnCancellation,
  withdrawOwnCancellation,
  withdrawOwnConsent,
} from './signing/customer-portal.ts'
import { readSigningDifferences, signAmendment } from './signing/sign-amendment.ts'
import {
  confirmAttestation,
  declineContract,
  disputeAttestation,
  readSigningDocument,
  readSigningPage,
  signContract,
} from './signing/sign-contract.ts'
import { smeIdentitiesIn } from './sme-identities/index.ts'
import { standardHandlersIn } from './standards/index.ts'

/** The use case behind every line of the route table. A line without one does not compile. */
export const handlersIn = (deps: Dependencies): HandlersOf<Routes> => ({
  about: about(),
  readOpenapi: readOpenapi(),
  registerImplementingEntity: registerImplementingEntity(deps),
  registerRegistrationBody: registerRegistrationBody(deps),
  listRegistrationBodies: listRegistrationBodies(deps),
  ...membersIn(deps),

  registerService: registerService(deps),
  draftServiceVersion: draftServiceVersion(deps),
  publishServiceVersion: publishServiceVersion(deps),
  recordRegistration: recordRegistration(deps),
  recordEvidence: recordEvidence(deps),
  listServices: listServices(deps),
  getService: getService(deps),
  getServiceVersion: getServiceVersion(deps),

  ...resellersIn(deps),
  ...letterheadsIn(deps),
  ...readinessIn(deps),

  draftContract: draftContract(deps),
  reviseContract: reviseContract(deps),
  explainContract: explainContract(deps),
  offerContract: offerContract(deps),
  withdrawContract: withdrawContract(deps),
  attestContract: attestContract(deps),
  proposeAmendment: proposeAmendment(deps),
  explainAmendment: explainAmendment(deps),
  offerAmendment: offerAmendment(deps),
  withdrawAmendment: withdrawAmendment(deps),
  getDifferences: getDifferences(deps),
  getProposedDisclosure: getProposedDisclosure(deps),
  getProposedDisclosurePage: getProposedDisclosurePage(deps),
  requestCancellation: requestCancellation(deps),
  withdrawCancellation: withdrawCancellation(deps),
  cancelContract: cancelContract(deps),
  terminateContract: terminateContract(deps),
  annulContract: annulContract(deps),
  askConfirmation: askConfirmation(deps),
  sendOwnLink: sendOwnLink(deps),
  giveConsent: giveConsent(deps),
  withdrawConsent: withdrawConsent(deps),
  listConsents: listConsents(deps),
  listContracts: listContracts(deps),
  getContract: getContract(deps),
  getDisclosure: getDisclosure(deps),
  getDisclosurePage: getDisclosurePage(deps),
  getContractLedger: getContractLedger(deps),

  ...findingIn(deps),
  ...draftingIn(deps),
  ...bookIn(deps),
  ...homeIn(deps),
  getArchive: getArchive(deps),
  downloadSealed: downloadSealed(deps),
  downloadEvidencePackage: downloadEvidencePackage(deps),
  readPublicKeys: readPublicKeys(deps),
  downloadVerifier: downloadVerifier(deps),
  placeHold: placeHold(deps),
  liftHold: liftHold(deps),
  disposeArchive: disposeArchive(deps),
  setRetentionYears: setRetentionYears(deps),

  readLinkSender: readLinkSender(deps),
  openSigningLink: openSigningLink(deps),
  askCodeLetter: askCodeLetter(deps),
  askOwnLink: askOwnLink(deps),
  stopContactChange: stopContactChange(deps),
  enterSigningCode: enterSigningCode(deps),
  readSigningDocument: readSigningDocument(deps),
  readSigningPage: readSigningPage(deps),
  readOwnPapers: readOwnPapers(deps),
  downloadOwnPaper: downloadOwnPaper(deps),
  signContract: signContract(deps),
  declineContract: declineContract(deps),
  confirmAttestation: confirmAttestation(deps),
  disputeAttestation: disputeAttestation(deps),
  readSigningDifferences: readSigningDifferences(deps),
  signAmendment: signAmendment(deps),
  readOwnContract: readOwnContract(deps),
  giveOwnConsent: giveOwnConsent(deps),
  withdrawOwnConsent: withdrawOwnConsent(deps),
  requestOwnCancellation: requestOwnCancellation(deps),
  confirmOwnCancellation: confirmOwnCancellation(deps),
  withdrawOwnCancellation: withdrawOwnCancellation(deps),

  listDisputes: listDisputes(deps),
  correctRecord: correctRecord(deps),
  keepRecord: keepRecord(deps),

  ...contactsIn(deps),
  listUntoldLetters: listUntoldLetters(deps),
  tellLetter: tellLetter(deps),
  ...codeLetterHandlers(deps),

  ...documentHandlers(deps),

  listIncidentNotices: listIncidentNotices(deps),
  listEmergencySupports: listEmergencySupports(deps),
  listWritten: listWritten(deps),
  recordIncidentNotice: recordIncidentNotice(deps),
  judgeIncidentTelling: judgeIncidentTelling(deps),
  recordEmergencySupport: recordEmergencySupport(deps),

  importContracts: importContracts(deps),
  recordFormReading: recordFormReading(deps),
  listFormReadings: listFormReadings(deps),
  recountContracts: recountContracts(deps),
  getOperation: getOperation(deps),
  listOperations: listOperations(deps),
  exportHoldings: exportHoldings(deps),
  getExport: getExport(deps),
  downloadExportPart: downloadExportPart(deps),
  listImportResults: listImportResults(deps),
  downloadImportResults: downloadImportResults(deps),
  getRecount: getRecount(deps),

  ...concernsIn(deps),
  ...filesIn(deps),
  ...discontinuancesIn(deps),
  succeedSme: succeedSme(deps),
  listSuccessions: listSuccessions(deps),
  settleSmeConflict: settleSmeConflict(deps),
  ...smeIdentitiesIn(deps),
  ...submissionsIn(deps),

  ...obligationHandlersIn(deps),

  reportContracts: reportContracts(deps),
  downloadContractReport: downloadContractReport(deps),

  ...standardHandlersIn(deps),

  ...exceptionsIn(deps),

  ...redisclosuresIn(deps),
  ...changeLogIn(deps),
})
