import type { HandlersOf } from '../../../shared/api/route.ts'
import type { Routes } from '../../../shared/api/routes/index.ts'
import type { documentRoutes } from '../../../shared/api/routes/documents.ts'
import type { Dependencies } from '../../ports/dependencies.ts'
import { printContract, printInsuranceCover, printSigningDocument, printTakeoverNotice } from './print-documents.ts'
import { printOwnCertificate, printOwnContract } from './print-own-papers.ts'
import { printSigningCertificate } from './print-signing-certificate.ts'
import { readServing, readServingPage } from './read-serving.ts'

/** The use cases behind the lines that print, and who serves a contract now. */
export const documentHandlers = (deps: Dependencies): Pick<HandlersOf<Routes>, keyof typeof documentRoutes> => ({
  readServing: readServing(deps),
  readServingPage: readServingPage(deps),
  printContract: printContract(deps),
  printInsuranceCover: printInsuranceCover(deps),
  printSigningCertificate: printSigningCertificate(deps),
  printTakeoverNotice: printTakeoverNotice(deps),
  printSigningDocument: printSigningDocument(deps),
  printOwnContract: printOwnContract(deps),
  printOwnCertificate: printOwnCertificate(deps),
})
