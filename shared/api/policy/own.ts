import { smeOnOwnContract } from './patterns.ts'

export const ownPolicy = {
  readSigningDifferences: smeOnOwnContract,
  signAmendment: smeOnOwnContract,
  readOwnContract: smeOnOwnContract,
  readOwnPapers: smeOnOwnContract,
  downloadOwnPaper: smeOnOwnContract,
  giveOwnConsent: smeOnOwnContract,
  withdrawOwnConsent: smeOnOwnContract,
  requestOwnCancellation: smeOnOwnContract,
  confirmOwnCancellation: smeOnOwnContract,
  withdrawOwnCancellation: smeOnOwnContract,
} as const
