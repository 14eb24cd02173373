import type { HandlersOf } from '../../../shared/api/route.ts'
import type { documentRoutes } from '../../../shared/api/routes/documents.ts'
import type { World } from '../../ports/world.ts'
import { printContract, printInsuranceCover, printSigningDocument, printTakeoverNotice } from './print-documents.ts'
import { printOwnCertificate, printOwnContract } from './print-own-papers.ts'
import { printSigningCertificate } from './print-signing-certificate.ts'
import { readServing, readServingPage } from './read-serving.ts'

/** The use cases behind the lines that print, and who serves a contract now. */
export const documentHandlers = (world: World): HandlersOf<typeof documentRoutes> => ({
  readServing: readServing(world),
  readServingPage: readServingPage(world),
  printContract: printContract(world),
  printInsuranceCover: printInsuranceCover(world),
  printSigningCertificate: printSigningCertificate(world),
  printTakeoverNotice: printTakeoverNotice(world),
  printSigningDocument: printSigningDocument(world),
  printOwnContract: printOwnContract(world),
  printOwnCertificate: printOwnCertificate(world),
})
