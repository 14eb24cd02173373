import { entityReadsResellers, readersOfBook, sellersOnBook, sellersOnOwn } from './patterns.ts'

export const contractPolicy = {
  draftContract: sellersOnBook,
  reviseContract: sellersOnOwn,
  explainContract: sellersOnOwn,
  offerContract: sellersOnOwn,
  withdrawContract: sellersOnOwn,
  attestContract: sellersOnBook,
  listContracts: readersOfBook,
  getContract: readersOfBook,
  getDisclosure: readersOfBook,
  getDisclosurePage: readersOfBook,
  getContractLedger: entityReadsResellers,
} as const
