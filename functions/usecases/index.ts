import type { HandlersOf } from '../../shared/api/route.ts'
import type { Routes } from '../../shared/api/routes/index.ts'
import type { World } from '../ports/world.ts'
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
import { contactHandlers } from './contracts/change-contact.ts'
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
import { judgeIncidentTelling, recordEmergencySupport, recordIncidentNotice } from './contracts/provision.ts'
import {
  getContract,
  getContractLedger,
  getDisclosure,
  getDisclosurePage,
  listContracts,
} from './contracts/read-contracts.ts'
import { getProposedDisclosure, getProposedDisclosurePage } from './contracts/read-proposed.ts'
import { listUntoldLetters, tellLetter } from './contracts/list-untold.ts'
import { documentHandlers } from './documents/index.ts'
import { askForException } from './exceptions/ask-for-exception.ts'
import { approveException, declineException, withdrawException } from './exceptions/decide-on-exception.ts'
import { getException, listExceptions } from './exceptions/read-exceptions.ts'
import { downloadExportPart, exportHoldings, getExport } from './exports/export-holdings.ts'
import { relistContracts } from './finding/relist-contracts.ts'
import { downloadFoundContracts, searchContracts } from './finding/search-contracts.ts'
import { listFormReadings } from './form-readings/read-form-readings.ts'
import { recordFormReading } from './form-readings/record-form-reading.ts'
import { obligationHandlersIn } from './obligations/index.ts'
import { importContracts } from './operations/import-contracts.ts'
import { getOperation, getRecount, listOperations, recountContracts } from './operations/read-operations.ts'
import { listImportResults } from './operations/results.ts'
import { downloadImportResults } from './operations/rows-file.ts'
import { about, listRegistrationBodies, readMe, readOpenapi } from './platform/about.ts'
import { nameMember } from './platform/name-member.ts'
import { registerImplementingEntity } from './platform/register-implementing-entity.ts'
import { setRetentionYears } from './platform/set-retention-years.ts'
import { registerRegistrationBody } from './platform/register-registration-body.ts'
import { listAffectedContracts } from './redisclosures/affected-contracts.ts'
import { closeRedisclosure, leaveUnderOldText, tellOfChange } from './redisclosures/carry-on.ts'
import { openRedisclosure } from './redisclosures/open-redisclosure.ts'
import { downloadRemaining, getRedisclosure, listRedisclosures } from './redisclosures/read-redisclosures.ts'
import { downloadContractReport, reportContracts } from './reports/report-contracts.ts'
import { concernsIn } from './concerns/index.ts'
import { discontinuancesIn } from './discontinuances/index.ts'
import { readinessIn } from './readiness/index.ts'
import { resellersIn } from './resellers/index.ts'
import { submissionsIn } from './submissions/index.ts'
import { draftServiceVersion, registerService } from './services/draft-service-version.ts'
import { publishServiceVersion, recordRegistration } from './services/publish-service-version.ts'
import { getService, getServiceVersion, listServices } from './services/read-services.ts'
import { recordEvidence } from './services/record-evidence.ts'
import { enterSigningCode, openSigningLink } from './signing/open-signing-link.ts'
import {
  confirmOwnCancellation,
  giveOwnConsent,
  readOwnContract,
  requestOwnCancellation,
  withdrawOwnCancellation,
  withdrawOwnConsent,
} from './signing/own-contract.ts'
import { readSigningDifferences, signAmendment } from './signing/sign-amendment.ts'
import {
  confirmAttestation,
  declineContract,
  disputeAttestation,
  readSigningDocument,
  readSigningPage,
  signContract,
} from './signing/sign-contract.ts'
import { standardHandlersIn } from './standards/index.ts'

/** The use case behind every line of the route table. A line without one does not compile. */
export const handlersIn = (world: World): HandlersOf<Routes> => ({
  about: about(),
  readOpenapi: readOpenapi(),
  readMe: readMe(),
  registerImplementingEntity: registerImplementingEntity(world),
  registerRegistrationBody: registerRegistrationBody(world),
  listRegistrationBodies: listRegistrationBodies(world),
  nameMember: nameMember(world),

  registerService: registerService(world),
  draftServiceVersion: draftServiceVersion(world),
  publishServiceVersion: publishServiceVersion(world),
  recordRegistration: recordRegistration(world),
  recordEvidence: recordEvidence(world),
  listServices: listServices(world),
  getService: getService(world),
  getServiceVersion: getServiceVersion(world),

  ...resellersIn(world),
  ...readinessIn(world),

  draftContract: draftContract(world),
  reviseContract: reviseContract(world),
  explainContract: explainContract(world),
  offerContract: offerContract(world),
  withdrawContract: withdrawContract(world),
  attestContract: attestContract(world),
  proposeAmendment: proposeAmendment(world),
  explainAmendment: explainAmendment(world),
  offerAmendment: offerAmendment(world),
  withdrawAmendment: withdrawAmendment(world),
  getDifferences: getDifferences(world),
  getProposedDisclosure: getProposedDisclosure(world),
  getProposedDisclosurePage: getProposedDisclosurePage(world),
  requestCancellation: requestCancellation(world),
  withdrawCancellation: withdrawCancellation(world),
  cancelContract: cancelContract(world),
  terminateContract: terminateContract(world),
  annulContract: annulContract(world),
  askConfirmation: askConfirmation(world),
  sendOwnLink: sendOwnLink(world),
  giveConsent: giveConsent(world),
  withdrawConsent: withdrawConsent(world),
  listConsents: listConsents(world),
  listContracts: listContracts(world),
  getContract: getContract(world),
  getDisclosure: getDisclosure(world),
  getDisclosurePage: getDisclosurePage(world),
  getContractLedger: getContractLedger(world),

  searchContracts: searchContracts(world),
  downloadFoundContracts: downloadFoundContracts(world),
  relistContracts: relistContracts(world),
  getArchive: getArchive(world),
  downloadSealed: downloadSealed(world),
  downloadEvidencePackage: downloadEvidencePackage(world),
  readPublicKeys: readPublicKeys(world),
  downloadVerifier: downloadVerifier(world),
  placeHold: placeHold(world),
  liftHold: liftHold(world),
  disposeArchive: disposeArchive(world),
  setRetentionYears: setRetentionYears(world),

  openSigningLink: openSigningLink(world),
  enterSigningCode: enterSigningCode(world),
  readSigningDocument: readSigningDocument(world),
  readSigningPage: readSigningPage(world),
  signContract: signContract(world),
  declineContract: declineContract(world),
  confirmAttestation: confirmAttestation(world),
  disputeAttestation: disputeAttestation(world),
  readSigningDifferences: readSigningDifferences(world),
  signAmendment: signAmendment(world),
  readOwnContract: readOwnContract(world),
  giveOwnConsent: giveOwnConsent(world),
  withdrawOwnConsent: withdrawOwnConsent(world),
  requestOwnCancellation: requestOwnCancellation(world),
  confirmOwnCancellation: confirmOwnCancellation(world),
  withdrawOwnCancellation: withdrawOwnCancellation(world),

  ...contactHandlers(world),
  listUntoldLetters: listUntoldLetters(world),
  tellLetter: tellLetter(world),

  ...documentHandlers(world),

  recordIncidentNotice: recordIncidentNotice(world),
  judgeIncidentTelling: judgeIncidentTelling(world),
  recordEmergencySupport: recordEmergencySupport(world),

  importContracts: importContracts(world),
  recordFormReading: recordFormReading(world),
  listFormReadings: listFormReadings(world),
  recountContracts: recountContracts(world),
  getOperation: getOperation(world),
  listOperations: listOperations(world),
  exportHoldings: exportHoldings(world),
  getExport: getExport(world),
  downloadExportPart: downloadExportPart(world),
  listImportResults: listImportResults(world),
  downloadImportResults: downloadImportResults(world),
  getRecount: getRecount(world),

  ...concernsIn(world),
  ...discontinuancesIn(world),
  ...submissionsIn(world),

  ...obligationHandlersIn(world),

  reportContracts: reportContracts(world),
  downloadContractReport: downloadContractReport(world),

  ...standardHandlersIn(world),

  askForException: askForException(world),
  approveException: approveException(world),
  declineException: declineException(world),
  withdrawException: withdrawException(world),
  listExceptions: listExceptions(world),
  getException: getException(world),

  listAffectedContracts: listAffectedContracts(world),
  openRedisclosure: openRedisclosure(world),
  listRedisclosures: listRedisclosures(world),
  getRedisclosure: getRedisclosure(world),
  downloadRemaining: downloadRemaining(world),
  tellOfChange: tellOfChange(world),
  leaveUnderOldText: leaveUnderOldText(world),
  closeRedisclosure: closeRedisclosure(world),
})
