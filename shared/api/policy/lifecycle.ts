import { adminOverResellers, readersOfBook, sellersOnBook } from './patterns.ts'

export const coursePolicy = {
  proposeAmendment: sellersOnBook,
  explainAmendment: sellersOnBook,
  offerAmendment: sellersOnBook,
  withdrawAmendment: sellersOnBook,
  getDifferences: readersOfBook,
  getProposedDisclosure: readersOfBook,
  getProposedDisclosurePage: readersOfBook,
  requestCancellation: sellersOnBook,
  withdrawCancellation: sellersOnBook,
  cancelContract: sellersOnBook,
  terminateContract: sellersOnBook,
  annulContract: adminOverResellers,
  askConfirmation: sellersOnBook,
  sendOwnLink: sellersOnBook,
  giveConsent: sellersOnBook,
  withdrawConsent: sellersOnBook,
  listConsents: readersOfBook,
} as const
