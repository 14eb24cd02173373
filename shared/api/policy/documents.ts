import { anyone, readersOfBook, smeOnOwnContract } from './patterns.ts'

export const documentPolicy = {
  printContract: readersOfBook,
  printInsuranceCover: readersOfBook,
  printSigningCertificate: readersOfBook,
  printTakeoverNotice: readersOfBook,
  readServing: anyone,
  readServingPage: anyone,
  printSigningDocument: smeOnOwnContract,
  printOwnContract: smeOnOwnContract,
  printOwnCertificate: smeOnOwnContract,
} as const
